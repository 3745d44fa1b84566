/** Reads one curator's decision: what is asserted, retracted or corrected, by whom, when, why, on which quote. */
import { Parser } from 'n3';
import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import { type Quad, rdf } from '../rdf.js';
import { prefixes } from '../vocabularies.js';
import { findDecisionFault } from './decision-faults.js';

/** A statement as it is written, each term as in Turtle. */
interface WrittenStatement {
  readonly subject: string;
  readonly predicate: string;
  readonly object: string;
}

/** What `data/curation/schema.json` lets through. */
interface WrittenDecision extends Readonly<Record<'id' | 'note' | 'who' | 'when' | 'why' | 'quote', string>> {
  readonly action: 'assert' | 'retract' | 'correct';
  readonly statement: WrittenStatement;
  readonly replacement?: Partial<WrittenStatement>;
}

/** One file of `data/curation/`. */
export interface Decision extends Omit<WrittenDecision, 'statement' | 'replacement'> {
  /** What is added or, of a retraction and a correction, what falls. In the default graph. */
  readonly statement: Quad;
  /** Of a correction, what stands instead. */
  readonly replacement: Quad | undefined;
  /** Throws an Error `file:line: reason`, the line being that of the field. */
  fail(field: keyof WrittenDecision, reason: string): never;
}

/** YAML → decision; throws an Error `file:line: reason`. `base` is for relative IRIs. */
export function parseDecision(text: string, file: string, base: string): Decision {
  const lines = new LineCounter();
  // Failsafe: a date or a number is read as it is written.
  const document = parseDocument(text, { lineCounter: lines, schema: 'failsafe' });
  const failAt = (offset: number, reason: string): never => {
    throw new Error(`${file}:${lines.linePos(offset).line || 1}: ${reason}`);
  };
  const [error] = document.errors;
  if (error?.code === 'MULTIPLE_DOCS') failAt(error.pos[0], 'holds several decisions; give each a file of its own');
  if (error) failAt(error.pos[0], (error.message.split('\n')[0] ?? '').replace(/ at line .*$/, ''));
  const root = document.contents;
  if (!isMap(root)) return failAt(0, 'is no mapping of fields to values');
  /** Where a field stands: its key, or what it is in where there is none. */
  const offsetOf = (path: readonly string[]): number => {
    const within: unknown = path.length > 1 ? root.getIn(path.slice(0, -1), true) : root;
    const pair = isMap(within) ? within.items.find(({ key }) => isScalar(key) && key.value === path.at(-1)) : undefined;
    if (isScalar(pair?.key)) return pair.key.range?.[0] ?? 0;
    return path.length > 1 ? offsetOf(path.slice(0, -1)) : (root.range?.[0] ?? 0);
  };
  const value: unknown = trimTexts(document.toJS());
  const fault = findDecisionFault(value);
  if (fault) return failAt(offsetOf(fault.path), fault.reason);
  const written = value as WrittenDecision;
  const fail: Decision['fail'] = (field, reason) => failAt(offsetOf([field]), reason);
  const statement = parseStatement(written.statement, base, (reason) => fail('statement', reason));
  const replacement =
    written.replacement &&
    parseStatement({ ...written.statement, ...written.replacement }, base, (reason) => fail('replacement', reason));
  if (replacement?.equals(statement)) fail('replacement', 'says what the statement says already');
  return { ...written, statement, replacement, fail };
}

/** Without the line end that a YAML block leaves behind a text. */
function trimTexts(value: unknown): unknown {
  if (typeof value === 'string') return value.trim();
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, trimTexts(inner)]));
}

/** Subject, predicate and object as Turtle writes them (`<dataset/x>`, `dct:spatial`, `"text"@en`). */
function parseStatement(written: WrittenStatement, base: string, fail: (reason: string) => never): Quad {
  const header = Object.entries(prefixes).map(([prefix, namespace]) => `PREFIX ${prefix}: <${namespace}> `);
  const triple = `${written.subject} ${written.predicate} ${written.object}`;
  let quads: unknown[];
  try {
    quads = new Parser({ format: 'text/turtle', baseIRI: base }).parse(`${header.join('')}${triple} .`);
  } catch {
    return fail(`is not written as in Turtle: ${triple}`);
  }
  const [quad] = quads;
  const { subject, predicate, object } = rdf.fromQuad(quad as Quad);
  if (quads.length !== 1 || subject.termType !== 'NamedNode' || object.termType === 'BlankNode')
    return fail('says more than one triple, or has a blank node');
  return rdf.quad(subject, predicate, object);
}
