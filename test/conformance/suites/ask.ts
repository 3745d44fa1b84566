/** Asks a store as a client would, and reads the serialised answer back. */
import type { GraphStore, QueryOptions } from '../../../src/store/graph-store.js';
import { parseRdf } from '../../../src/store/rdf/parse-rdf.js';
import type { FullAnswer } from '../results/answer.js';
import { readTsv } from '../results/delimited.js';
import { readJsonResults } from '../results/json.js';
import { readXmlResults } from '../results/xml.js';

/** The bytes of the answer as text. */
export async function askForText(store: GraphStore, query: string, format: string, options: QueryOptions = {}) {
  const answer = await store.respond(query, { bindings: format, boolean: format, graph: 'nquads' }, options);
  const chunks: Uint8Array[] = [];
  for await (const chunk of answer.body) chunks.push(chunk);
  return { kind: answer.kind, text: Buffer.concat(chunks).toString('utf8') };
}

/** Results in JSON, graphs in N-Quads, unless told otherwise. */
export async function ask(
  store: GraphStore,
  query: string,
  options: QueryOptions = {},
  format: 'json' | 'xml' | 'tsv' = 'json',
): Promise<FullAnswer> {
  const { kind, text } = await askForText(store, query, format, options);
  if (kind === 'graph') return { kind, quads: await parseRdf(text, 'nquads', 'urn:answer') };
  if (format === 'xml') return readXmlResults(text);
  return format === 'tsv' && kind === 'bindings' ? readTsv(text) : readJsonResults(text);
}
