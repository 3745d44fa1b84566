/** The rows of a query that stands in a file, as a page needs them: together, and not without end. */
import { readRows as streamRows } from '../export/read-rows.js';
import type { Binding } from '../serialise/results.js';
import type { QueryOptions } from '../store/graph-store.js';
import type { Services } from './services.js';

/** Rows that a page shows of a kind: it is made here, where everybody waits for it. */
export const mostRows = 2000;

/** All at once, but at most so many. */
export async function readRows(
  { store }: Pick<Services, 'store'>,
  query: string,
  options: QueryOptions,
  most = mostRows,
): Promise<Binding[]> {
  const rows: Binding[] = [];
  for await (const row of streamRows(store, query, options)) {
    rows.push(row);
    if (rows.length === most) break;
  }
  return rows;
}
