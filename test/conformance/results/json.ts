/** SPARQL results in JSON (SPARQL 1.2 Query Results JSON Format), read by hand. */
import { rdf, type Term } from '../../../src/rdf.js';
import type { FullAnswer } from './answer.js';
import { toLiteral } from './literal.js';

interface JsonTerm {
  readonly type: string;
  readonly value: string | { readonly subject: JsonTerm; readonly predicate: JsonTerm; readonly object: JsonTerm };
  readonly 'xml:lang'?: string;
  readonly 'its:dir'?: 'ltr' | 'rtl';
  readonly datatype?: string;
}

interface Document {
  readonly head?: { readonly vars?: readonly string[] };
  readonly boolean?: boolean;
  readonly results?: { readonly bindings: readonly Readonly<Record<string, JsonTerm>>[] };
}

function readTerm(term: JsonTerm): Term {
  const { type, value } = term;
  if (typeof value !== 'string') {
    const [s, p, o] = [value.subject, value.predicate, value.object].map(readTerm);
    return rdf.quad(s as never, p as never, o as never);
  }
  if (type === 'uri') return rdf.namedNode(value);
  if (type === 'bnode') return rdf.blankNode(value);
  return toLiteral({ value, language: term['xml:lang'], direction: term['its:dir'], datatype: term.datatype });
}

export function readJsonResults(text: string): FullAnswer {
  const { head, boolean, results } = JSON.parse(text) as Document;
  if (boolean !== undefined) return { kind: 'boolean', value: boolean };
  const rows = (results?.bindings ?? []).map(
    (row) => new Map(Object.entries(row).map(([name, term]) => [name, readTerm(term)])),
  );
  return { kind: 'bindings', variables: head?.vars ?? [], rows };
}
