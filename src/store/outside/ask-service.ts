/** Asks another SPARQL endpoint for the rows of a query (SPARQL 1.1 Federated Query). */
import { type JsonRow, parseJsonRow } from '../../serialise/parse-json-term.js';
import type { Binding } from '../../serialise/results.js';
import { QueryFault } from '../graph-store.js';
import type { FetchText } from './fetch-text.js';

interface JsonResults {
  readonly results: { readonly bindings: readonly JsonRow[] };
}

let answers = 0;

/** A blank node gets a label that no other answer has. */
function readRows(text: string): Binding[] {
  answers += 1;
  const prefix = `service.${answers}.`;
  const { results } = JSON.parse(text) as JsonResults;
  return results.bindings.map((row) => parseJsonRow(row, prefix));
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
