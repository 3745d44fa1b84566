/** A term of the SPARQL results in JSON (SPARQL 1.2 Query Results JSON, 3.2.2), read back. */
import { type Quad, rdf, type Term } from '../rdf.js';
import type { Binding } from './results.js';

export interface JsonTerm {
  readonly type: string;
  readonly value: string | { readonly subject: JsonTerm; readonly predicate: JsonTerm; readonly object: JsonTerm };
  readonly datatype?: string;
  readonly 'xml:lang'?: string;
  readonly 'its:dir'?: 'ltr' | 'rtl';
}

/** Variable name → term, as a row of the results has them. */
export type JsonRow = Readonly<Record<string, JsonTerm>>;

function parseLiteral(value: string, term: JsonTerm): Term {
  const [language, direction] = [term['xml:lang'], term['its:dir']];
  // The factory knows directions; its type does not.
  if (language !== undefined) return rdf.literal(value, (direction ? { language, direction } : language) as string);
  return rdf.literal(value, term.datatype === undefined ? undefined : rdf.namedNode(term.datatype));
}

/** Blank nodes get `prefix` before their labels. */
export function parseJsonTerm(term: JsonTerm, prefix = ''): Term {
  const { type, value } = term;
  if (typeof value !== 'string') {
    const [s, p, o] = [value.subject, value.predicate, value.object].map((part) => parseJsonTerm(part, prefix));
    return rdf.quad(s as Quad['subject'], p as Quad['predicate'], o as Quad['object']);
  }
  if (type === 'uri') return rdf.namedNode(value);
  return type === 'bnode' ? rdf.blankNode(prefix + value) : parseLiteral(value, term);
}

export const parseJsonRow = (row: JsonRow, prefix = ''): Binding =>
  new Map(Object.entries(row).map(([name, term]) => [name, parseJsonTerm(term, prefix)] as const));
