/** Reads curators' decisions and describes them: what is asserted or retracted, by whom, when, why, on which quote. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Parser } from 'n3';
import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import { type Iris, slugify } from '../iris.js';
import type { Note, Span } from '../notes/note.js';
import { type Quad, rdf } from '../rdf.js';
import { dct, foaf, prefixes, prov, rdfTerms } from '../vocabularies.js';
import { claimIri, describeClaim } from './claim.js';
import { dateLiteral } from './literals.js';
import { findClaims, type NoteGraph } from './note-graph.js';

const fields = ['id', 'note', 'action', 'who', 'when', 'why', 'quote'] as const;
const terms = ['subject', 'predicate', 'object'] as const;

/** One file of `data/curation/`. */
export interface Decision extends Readonly<Record<(typeof fields)[number], string>> {
  readonly action: 'assert' | 'retract';
  /** In the default graph. */
  readonly statement: Quad;
  /** Throws an Error `file:line: reason`, the line being that of the field. */
  fail(field: (typeof fields)[number] | 'statement', reason: string): never;
}

/** Reads all `*.yaml` of a folder, by name; a folder that is not there holds none. `base` is for relative IRIs. */
export function readCuration(folder: string, base: string): Decision[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((name) => /\.ya?ml$/.test(name));
  const decisions = files.sort().map((name) => {
    const file = join(folder, name);
    return parseDecision(readFileSync(file, 'utf8'), file, base);
  });
  const seen = new Set<string>();
  for (const { id, fail } of decisions) if (seen.size === seen.add(id).size) fail('id', `"${id}" is used twice`);
  return decisions;
}

export function parseDecision(text: string, file: string, base: string): Decision {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const failAt = (offset: number, reason: string): never => {
    throw new Error(`${file}:${lines.linePos(offset).line || 1}: ${reason}`);
  };
  const [error] = document.errors;
  if (error) failAt(error.pos[0], (error.message.split('\n')[0] ?? '').replace(/ at line .*$/, ''));
  const root = document.contents;
  if (!isMap(root)) return failAt(0, 'is no mapping of fields to values');
  const offsetOf = (path: readonly string[]): number => {
    const node: unknown = root.getIn(path, true);
    return (node as { range?: [number] } | undefined)?.range?.[0] ?? root.range?.[0] ?? 0;
  };
  const read = (...path: string[]): string => {
    const node: unknown = root.getIn(path, true);
    const value: unknown = isScalar(node) ? (node.source ?? node.value) : undefined;
    if (typeof value !== 'string' || value.trim() === '')
      return failAt(offsetOf(path), `the field "${path.join('.')}" is missing or empty`);
    return value;
  };
  for (const { key } of root.items) {
    const name = isScalar(key) ? String(key.value) : '';
    if (name !== 'statement' && !fields.some((field) => field === name))
      failAt((isScalar(key) ? key.range?.[0] : undefined) ?? 0, `the field "${name}" is not known`);
  }
  const values = Object.fromEntries(fields.map((field) => [field, read(field)])) as Record<
    (typeof fields)[number],
    string
  >;
  const fail: Decision['fail'] = (field, reason) => failAt(offsetOf([field]), reason);
  const { action } = values;
  if (action !== 'assert' && action !== 'retract') return fail('action', `"${action}" is neither assert nor retract`);
  if (!/^[a-z0-9][a-z0-9-]*$/.test(values.id)) fail('id', 'is not made of small letters, digits and hyphens');
  if (dateLiteral(values.when).datatype.value === `${prefixes.xsd}string`) fail('when', 'is no date (ISO 8601)');
  const written = terms.map((term) => read('statement', term));
  return { ...values, action, fail, statement: parseStatement(written, base, (reason) => fail('statement', reason)) };
}

/** Subject, predicate and object as Turtle writes them (`<dataset/x>`, `dct:spatial`, `"text"@en`). */
function parseStatement(written: readonly string[], base: string, fail: (reason: string) => never): Quad {
  const header = Object.entries(prefixes).map(([prefix, namespace]) => `PREFIX ${prefix}: <${namespace}> `);
  try {
    const quads = new Parser({ format: 'text/turtle', baseIRI: base }).parse(
      `${header.join('')}${written.join(' ')} .`,
    );
    const [quad] = quads;
    const { subject, predicate, object } = rdf.fromQuad(quad as unknown as Quad);
    if (quads.length !== 1 || subject.termType !== 'NamedNode' || object.termType === 'BlankNode')
      return fail('says more than one triple, or has a blank node');
    return rdf.quad(subject, predicate, object);
  } catch (cause) {
    if (cause instanceof Error && cause.message.includes('one triple')) throw cause;
    return fail(`is not written as in Turtle: ${written.join(' ')}`);
  }
}

/** A decision as quads of its own graph; an Error `file:line: reason` where the note does not hold the quote. */
export function describeDecision(decision: Decision, noteGraph: NoteGraph, iris: Iris): Quad[] {
  const { note, passages } = noteGraph;
  const { id, who, when, why, action, statement, fail } = decision;
  const iri = iris.curation(id);
  const curator = iris.curator(slugify(who));
  const span = findQuote(decision, note);
  const evidence = {
    note: iris.note(note.slug),
    passages: [passages.iri(span)],
    attribution: 'stated' as const,
    foundBy: who,
  };
  const quads = [
    rdf.quad(iri, rdfTerms.type, prov.Activity),
    rdf.quad(iri, dct.description, rdf.literal(why, 'en')),
    rdf.quad(iri, dct.date, dateLiteral(when)),
    rdf.quad(iri, prov.wasAssociatedWith, curator),
    rdf.quad(curator, rdfTerms.type, foaf.Agent),
    rdf.quad(curator, rdfTerms.type, prov.Agent),
    rdf.quad(curator, foaf.name, rdf.literal(who)),
    ...passages.describe(span),
  ];
  if (action === 'assert')
    return [
      ...quads,
      statement,
      ...describeClaim(statement, evidence, iris),
      rdf.quad(iri, prov.generated, claimIri(statement, evidence, iris)),
    ];
  const claims = findClaims(statement, noteGraph);
  if (claims.length === 0) fail('statement', `the note "${note.slug}" is not read as saying this`);
  return [
    ...quads,
    rdf.quad(iri, prov.used, passages.iri(span)),
    ...claims.map((claim) => rdf.quad(iri, prov.invalidated, claim)),
  ];
}

/** The one place of the note where the quote stands. */
function findQuote({ quote, fail }: Decision, { slug, text }: Note): Span {
  const start = text.indexOf(quote);
  if (start === -1) fail('quote', `these words are not in the note "${slug}"`);
  if (text.includes(quote, start + 1))
    fail('quote', `these words stand in the note "${slug}" more than once; quote more`);
  return { start, end: start + quote.length, text: quote };
}
