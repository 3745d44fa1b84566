/** Where in an order the rows are that have certain terms in their first places. */
import type { Numbers, Order } from './columns.js';

/** Rows from the one up to, but not with, the other. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** The first row, from the range's beginning on, with at least that number. */
function findFirst(numbers: Numbers, { from, to }: Range, number: number): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] as number) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}

const narrow = (numbers: Numbers, range: Range, number: number): Range => {
  const from = findFirst(numbers, range, number);
  return { from, to: findFirst(numbers, { from, to: range.to }, number + 1) };
};

/** Terms by id, 0 for any; a place behind one that may be any may be any too. */
export function findRange({ starts, second, third }: Order, first: number, next: number, last: number): Range {
  if (first === 0) return { from: 0, to: second.length };
  // An id that came after the columns were made.
  if (first + 1 >= starts.length) return { from: 0, to: 0 };
  const range = { from: starts[first] as number, to: starts[first + 1] as number };
  if (next === 0) return range;
  const narrower = narrow(second, range, next);
  return last === 0 ? narrower : narrow(third, narrower, last);
}

/** The row of one quad; undefined where there is none. */
export function findRow(order: Order, places: readonly [number, number, number], graph: number): number | undefined {
  const range = findRange(order, ...places);
  const row = findFirst(order.graph, range, graph);
  return row < range.to && order.graph[row] === graph ? row : undefined;
}
