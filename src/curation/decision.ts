/** Reads one curator's decision: what is asserted, retracted or corrected, by whom, when, why, on which quote. */
import { Parser } from 'n3';
import { type Document, isMap, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import { type Quad, rdf } from '../rdf.js';
import { prefixes } from '../vocabularies.js';
import { findDecisionFault } from './decision-faults.js';

/** A statement as it is written, each term as in Turtle. */
export interface WrittenStatement {
  readonly subject: string;
  readonly predicate: string;
  readonly object: string;
}

/** What every decision has. */
type Signed = Readonly<Record<'id' | 'note' | 'who' | 'when' | 'why' | 'quote', string>> & {
  /** The candidate that it decides. */
  readonly candidate?: string;
};

export type Action = 'assert' | 'retract' | 'correct' | 'same' | 'different' | 'dismiss';

/** A decision as it stands in its file: what `data/curation/schema.json` lets through. */
export type WrittenDecision = Signed & {
  readonly action: Action;
  readonly statement?: WrittenStatement;
  readonly replacement?: Partial<WrittenStatement>;
  readonly things?: readonly [string, string];
};

interface Faulty {
  /** Throws an Error `file:line: reason`, the line being that of the field. */
  fail(field: keyof WrittenDecision, reason: string): never;
}

/** On one statement of a note. */
export type StatementDecision = Signed &
  Faulty & {
    readonly action: 'assert' | 'retract' | 'correct';
    /** What is added or, of a retraction and a correction, what falls. In the default graph. */
    readonly statement: Quad;
    /** Of a correction, what stands instead. */
    readonly replacement: Quad | undefined;
  };

/** On two things, whether they are one. */
export type ThingsDecision = Signed &
  Faulty & { readonly action: 'same' | 'different'; readonly things: [string, string] };

/** That a candidate is nothing. */
export type Dismissal = Signed & Faulty & { readonly action: 'dismiss' };

/** One file of `data/curation/`. */
export type Decision = StatementDecision | ThingsDecision | Dismissal;

export const isOnStatement = (decision: Decision): decision is StatementDecision => 'statement' in decision;
export const isOnThings = (decision: Decision): decision is ThingsDecision => 'things' in decision;

/** YAML → decision; throws an Error `file:line: reason`. `base` is for relative IRIs. */
export function parseDecision(text: string, file: string, base: string): Decision {
  const lines = new LineCounter();
  // Failsafe: a date or a number is read as it is written.
  const document = parseDocument(text, { lineCounter: lines, schema: 'failsafe', logLevel: 'error' });
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
  checkAliases(document, failAt);
  const value: unknown = trimTexts(toPlain(document, (reason) => failAt(root.range?.[0] ?? 0, reason)));
  const fault = findDecisionFault(value);
  if (fault) return failAt(offsetOf(fault.path), fault.reason);
  const fail: Faulty['fail'] = (field, reason) => failAt(offsetOf([field]), reason);
  return { ...readParts(value as WrittenDecision, base, fail), fail };
}

/** The terms that a decision is about. */
function readParts(written: WrittenDecision, base: string, fail: Faulty['fail']) {
  const { action, statement: said, replacement: instead, things, ...signed } = written;
  if (action === 'dismiss') return { ...signed, action };
  if (action === 'same' || action === 'different') {
    const [one = '', other = ''] = (things ?? []).map((name) =>
      parseThing(name, base, (reason) => fail('things', reason)),
    );
    if (one === other) fail('things', 'are one and the same name');
    return { ...signed, action, things: [one, other] as [string, string] };
  }
  const whole = said ?? fail('statement', 'is missing');
  const statement = parseStatement(whole, base, (reason) => fail('statement', reason));
  const replacement =
    instead && parseStatement({ ...whole, ...instead }, base, (reason) => fail('replacement', reason));
  if (replacement?.equals(statement)) fail('replacement', 'says what the statement says already');
  return { ...signed, action, statement, replacement };
}

/** `<dataset/x>`: the path of a thing under the base. */
function parseThing(name: string, base: string, fail: (reason: string) => never): string {
  const { subject } = parseStatement({ subject: name, predicate: 'a', object: 'owl:Thing' }, base, () =>
    fail(`is not written as in Turtle: ${name}`),
  );
  const path = subject.value.startsWith(base) ? subject.value.slice(base.length) : '';
  return /^[a-z]+\/[^/#?]+$/.test(path) ? path : fail(`${name} is no thing of ours such as <dataset/x>`);
}

/** Each alias stands for what was named before it, and not for what it is in itself. */
function checkAliases(document: Document.Parsed, failAt: (offset: number, reason: string) => never): void {
  const named = new Map<string, unknown>();
  visit(document, {
    Value: (_, node) => void (node.anchor !== undefined && named.set(node.anchor, node)),
    Alias(_, { source, range }, path) {
      const meant = named.get(source);
      if (meant === undefined) failAt(range?.[0] ?? 0, `no &${source} stands before *${source}`);
      if (path.includes(meant as (typeof path)[number])) failAt(range?.[0] ?? 0, `*${source} stands within &${source}`);
    },
  });
}

/** The values of a document; one whose aliases multiply past all measure is refused. */
function toPlain(document: Document.Parsed, fail: (reason: string) => never): unknown {
  try {
    return document.toJS();
  } catch (error) {
    return fail((error as Error).message);
  }
}

/** Without the line end that a YAML block leaves behind a text. */
function trimTexts(value: unknown): unknown {
  if (typeof value === 'string') return value.trim();
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, trimTexts(inner)]));
}

/** Subject, predicate and object as Turtle writes them (`<dataset/x>`, `dct:spatial`, `"text"@en`). */
export function parseStatement(written: WrittenStatement, base: string, fail: (reason: string) => never): Quad {
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
