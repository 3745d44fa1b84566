/** Asks another SPARQL endpoint for the rows of a query (SPARQL 1.1 Federated Query). */
import { type Quad, rdf, type Term } from '../../rdf.js';
import type { Binding } from '../../serialise/results.js';
import { QueryFault } from '../graph-store.js';
import type { FetchText } from './fetch-text.js';

interface JsonTerm {
  readonly type: string;
  readonly value: string | { readonly subject: JsonTerm; readonly predicate: JsonTerm; readonly object: JsonTerm };
  readonly 'xml:lang'?: string;
  readonly 'its:dir'?: 'ltr' | 'rtl';
  readonly datatype?: string;
}

interface JsonResults {
  readonly results: { readonly bindings: readonly Readonly<Record<string, JsonTerm>>[] };
}

function readLiteral(value: string, term: JsonTerm): Term {
  const [language, direction] = [term['xml:lang'], term['its:dir']];
  // The factory knows directions; its type does not.
  if (language !== undefined) return rdf.literal(value, (direction ? { language, direction } : language) as string);
  return rdf.literal(value, term.datatype === undefined ? undefined : rdf.namedNode(term.datatype));
}

/** A term of the JSON results format; a blank node gets a label that no other answer has. */
function readTerm(term: JsonTerm, prefix: string): Term {
  const { type, value } = term;
  if (typeof value !== 'string') {
    const [s, p, o] = [value.subject, value.predicate, value.object].map((part) => readTerm(part, prefix));
    return rdf.quad(s as Quad['subject'], p as Quad['predicate'], o as Quad['object']);
  }
  if (type === 'uri') return rdf.namedNode(value);
  return type === 'bnode' ? rdf.blankNode(prefix + value) : readLiteral(value, term);
}

let answers = 0;

function readRows(text: string): Binding[] {
  answers += 1;
  const prefix = `service.${answers}.`;
  const { results } = JSON.parse(text) as JsonResults;
  return results.bindings.map(
    (row) => new Map(Object.entries(row).map(([name, term]) => [name, readTerm(term, prefix)] as const)),
  );
}

/** Throws a {@link QueryFault} where there is no answer, or none that is rows. */
export async function askService(
  fetch: FetchText,
  url: string,
  query: string,
  signal: AbortSignal,
): Promise<Binding[]> {
  const { status, text } = await fetch({ url, accept: 'application/sparql-results+json', form: { query }, signal });
  if (status !== 200) throw new QueryFault('unreachable', `<${url}> answers with ${status}`);
  try {
    return readRows(text);
  } catch (error) {
    throw new QueryFault('unreachable', `<${url}> answers with what is no SPARQL result in JSON`, { cause: error });
  }
}
