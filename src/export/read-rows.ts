/** The rows of a query that stands in a file. */
import type { Binding } from '../serialise/results.js';
import type { GraphStore, QueryOptions } from '../store/graph-store.js';
import { readQueryText } from './query-text.js';

/** One by one, as they come; fails as the store fails. */
export async function* readRows(store: GraphStore, query: string, options: QueryOptions = {}): AsyncGenerator<Binding> {
  const result = await store.query(readQueryText(query), { ...options, isOurs: true });
  if (result.kind === 'bindings') yield* result.rows;
}
