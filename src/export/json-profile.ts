/** Profiles that are JSON of a shape of their own: rows of a query, written as they come. */
import { createHash } from 'node:crypto';
import type { Binding } from '../serialise/results.js';
import type { Answer, GraphStore, QueryOptions } from '../store/graph-store.js';
import { readQueryText } from './query-text.js';

export interface JsonWriter {
  readonly mediaType: string;
  /** The document in parts. The rows are in the order of the query, each thing's together. */
  write(rows: AsyncIterable<Binding>): AsyncIterable<string>;
}

async function* encode(parts: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  for await (const part of parts) yield Buffer.from(part);
}

async function* none(): AsyncGenerator<Binding> {}

/** The answer to a SELECT that stands in a file, by a writer. The same graph gives the same bytes, which the tag tells. */
export async function answerAsJson(
  store: GraphStore,
  { query, writer }: { readonly query: string; readonly writer: JsonWriter },
  options: QueryOptions,
): Promise<Answer> {
  const asked = JSON.stringify([store.version(), query, Object.entries(options.bindings ?? {})]);
  const result = await store.query(readQueryText(query), options);
  const rows = result.kind === 'bindings' ? result.rows : none();
  return {
    kind: 'graph',
    by: 'ids',
    format: 'json',
    byteLength: undefined,
    tag: createHash('sha256').update(asked).digest('base64url').slice(0, 27),
    body: encode(writer.write(rows)),
  };
}
