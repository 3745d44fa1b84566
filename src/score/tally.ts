/** Counting: what was right and wrong of the answers given, what was found and missed of those demanded. */

export interface Tally {
  right: number;
  wrong: number;
  found: number;
  missed: number;
  /** Demanded values of entities that were not found at all; counted in `recallOverall` only. */
  lost: number;
}

export const emptyTally = (): Tally => ({ right: 0, wrong: 0, found: 0, missed: 0, lost: 0 });

export function addTally(sum: Tally, more: Tally): void {
  sum.right += more.right;
  sum.wrong += more.wrong;
  sum.found += more.found;
  sum.missed += more.missed;
  sum.lost += more.lost;
}

/** 1 where nothing was asked for and nothing said. */
const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);

export const precision = (tally: Tally): number => share(tally.right, tally.right + tally.wrong);
export const recall = (tally: Tally): number => share(tally.found, tally.found + tally.missed);
export const recallOverall = (tally: Tally): number => share(tally.found, tally.found + tally.missed + tally.lost);

export function f1(tally: Tally): number {
  const [p, r] = [precision(tally), recall(tally)];
  return p + r === 0 ? 0 : (2 * p * r) / (p + r);
}
