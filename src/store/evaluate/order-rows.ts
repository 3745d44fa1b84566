/** ORDER BY: the rows of a part in order, all of them or the first so many. */
import type { Term } from '../../rdf.js';
import { orderTerms } from '../values/order-terms.js';
import { collect } from './detached.js';
import type { Expression } from './expressions.js';
import { createIdOrder } from './order-ids.js';
import type { Context, Plan } from './plan.js';
import type { Table } from './table.js';

export interface SortKey {
  readonly isDescending: boolean;
  /** Of a key that is no more than a variable. */
  readonly slot: number | undefined;
  readonly value: Expression;
}

/** Rows by their places. */
type Compare = (a: number, b: number) => number;

/** What a row takes while it is put in order, for each key, about. */
const bytesOfKey = 16;
/** Up to so many first rows are picked out as they come; more are found by putting all in order. */
const mostPicked = 1_000;

/** Values that come again and again are put in order once, and rows then go by their places. */
function placesOf(ids: Uint32Array, compare: Compare): Uint32Array | undefined {
  const distinct = new Set<number>();
  for (const id of ids) if (distinct.add(id).size > ids.length / 4) return undefined;
  const places = new Map<number, number>();
  let place = 0;
  let before: number | undefined;
  for (const id of [...distinct].sort(compare)) {
    // Values that are alike, such as 1 and 1.0, have one place.
    if (before !== undefined && compare(before, id) !== 0) place += 1;
    places.set(id, place);
    before = id;
  }
  return ids.map((id) => places.get(id) as number);
}

function compareBySlot(table: Table, slot: number, context: Context): Compare {
  const column = table.slots.indexOf(slot);
  if (column < 0) return () => 0;
  const ids = new Uint32Array(table.length);
  for (let at = 0; at < table.length; at += 1) ids[at] = table.cell(at, column);
  const byTerm = createIdOrder(context.terms);
  const places = placesOf(ids, byTerm);
  if (places !== undefined) return (a, b) => (places[a] as number) - (places[b] as number);
  return (a, b) => byTerm(ids[a] as number, ids[b] as number);
}

function compareByValue(table: Table, value: Expression, context: Context): Compare {
  const row = context.createRow();
  const terms = new Array<Term | undefined>(table.length);
  for (let at = 0; at < table.length; at += 1) {
    context.tick();
    table.load(at, row);
    terms[at] = value(row);
  }
  return (a, b) => orderTerms(terms[a], terms[b]);
}

/** Rows that are alike stay in the order in which they came. */
function compareBy(table: Table, keys: readonly SortKey[], context: Context): Compare {
  const parts = keys.map(({ slot, value, isDescending }) => {
    const compare = slot === undefined ? compareByValue(table, value, context) : compareBySlot(table, slot, context);
    return isDescending ? (a: number, b: number) => compare(b, a) : compare;
  });
  return (a, b) => {
    context.tick();
    for (const compare of parts) {
      const order = compare(a, b);
      if (order !== 0) return order;
    }
    return a - b;
  };
}

/** The first so many of so many rows, in order. */
function pickFirst(length: number, most: number, compare: Compare): number[] {
  const picked: number[] = [];
  for (let at = 0; at < length; at += 1) {
    if (picked.length === most && compare(at, picked[most - 1] as number) > 0) continue;
    let [low, high] = [0, picked.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compare(at, picked[middle] as number) < 0) high = middle;
      else low = middle + 1;
    }
    picked.splice(low, 0, at);
    if (picked.length > most) picked.pop();
  }
  return picked;
}

/** `most`: how many of the rows are looked at; undefined for all. */
export function orderBy(
  input: Plan,
  { keys, most }: { readonly keys: readonly SortKey[]; readonly most: number | undefined },
  context: Context,
): Plan {
  return {
    ...input,
    run(row, emit) {
      const table = collect(input, context);
      context.spend(table.length * bytesOfKey * (keys.length + 1));
      const compare = compareBy(table, keys, context);
      const inOrder =
        most !== undefined && most > 0 && most <= mostPicked
          ? pickFirst(table.length, most, compare)
          : Uint32Array.from({ length: table.length }, (_, at) => at).sort(compare);
      for (const at of inOrder) {
        table.load(at, row);
        const goesOn = emit();
        table.clear(row);
        if (!goesOn) return false;
      }
      return true;
    },
  };
}
