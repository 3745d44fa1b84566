/** The rows of a query that stands in a file. */
import { readQueryText } from '../export/query-text.js';
import type { Binding } from '../serialise/results.js';
import type { QueryOptions } from '../store/graph-store.js';
import type { Services } from './services.js';

/** At most so many rows: pages are made here, where everybody waits for them. */
export async function readRows(
  { store }: Pick<Services, 'store'>,
  query: string,
  options: QueryOptions,
  most = 2000,
): Promise<Binding[]> {
  const result = await store.query(readQueryText(query), options);
  const rows: Binding[] = [];
  if (result.kind === 'bindings')
    for await (const row of result.rows) {
      rows.push(row);
      if (rows.length === most) break;
    }
  return rows;
}
