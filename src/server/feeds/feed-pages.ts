/** How a history is cut into pages: archives that never change once they are full, and the newest changes in the feed itself. */
import type { Change } from '../../export/read-changes.js';

/** Changes on a page. */
export const pageSize = 100;

export interface FeedPage {
  /** Of an archive, from 1, the oldest; undefined: the feed itself. */
  readonly number: number | undefined;
  /** How many archives there are. */
  readonly last: number;
  /** Oldest first. */
  readonly changes: readonly Change[];
}

/** Undefined where there is no such archive. `changes`: oldest first. */
export function pageOf(changes: readonly Change[], number?: number): FeedPage | undefined {
  const last = Math.max(0, Math.ceil(changes.length / pageSize) - 1);
  if (number !== undefined && (number < 1 || number > last)) return undefined;
  const start = ((number ?? last + 1) - 1) * pageSize;
  return { number, last, changes: changes.slice(start, start + pageSize) };
}
