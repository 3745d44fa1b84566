/** Parts of a query that stand beside each other: joined, optional, alternative, taken away. */
import type { Term } from '../../rdf.js';
import { Declined } from './declined.js';
import { collect } from './detached.js';
import type { Test } from './expressions.js';
import type { Context, Plan, Row } from './plan.js';
import { both, common, joined } from './plan.js';

/** Each was compiled for what the ones before it give. */
export function joinAll(plans: readonly Plan[]): Plan {
  const [first, ...others] = plans;
  if (first === undefined) return { possible: new Set(), certain: new Set(), run: (_, emit) => emit() };
  return others.reduce(
    (left, right) => ({ ...joined(left, right), run: (row, emit) => left.run(row, () => right.run(row, emit)) }),
    first,
  );
}

export const unite = (plans: readonly Plan[]): Plan => ({
  possible: plans.reduce((all, { possible }) => both(all, possible), new Set<number>()),
  certain: new Set([...(plans[0]?.certain ?? [])].filter((slot) => plans.every(({ certain }) => certain.has(slot)))),
  run: (row, emit) => plans.every((plan) => plan.run(row, emit)),
});

/** `test` is of the expression of a FILTER right within OPTIONAL. */
export const joinOptional = (left: Plan, right: Plan, test: Test | undefined): Plan => ({
  possible: both(left.possible, right.possible),
  certain: left.certain,
  run: (row, emit) =>
    left.run(row, () => {
      let isMatched = false;
      const goesOn = right.run(row, () => {
        if (test !== undefined && test(row) !== true) return true;
        isMatched = true;
        return emit();
      });
      return isMatched ? goesOn : emit();
    }),
});

/** `right` was compiled for what the left rows have for certain, with which alone it has slots in common. */
export const subtractMatches = (left: Plan, right: Plan): Plan => ({
  possible: left.possible,
  certain: left.certain,
  run: (row, emit) =>
    left.run(row, () => {
      let isMatched = false;
      right.run(row, () => {
        isMatched = true;
        return false;
      });
      return isMatched ? true : emit();
    }),
});

/** `right` was compiled by itself. A row goes when one of them fits it and has a value in common with it. */
export function subtractRows(left: Plan, right: Plan, context: Context): Plan {
  const slots = common(left.possible, right.possible);
  if (slots.length === 0) return left;
  let rows: Uint32Array[] | undefined;
  const other = (): Uint32Array[] => {
    const table = collect(right, context);
    const row = context.createRow();
    return Array.from({ length: table.length }, (_, at) => {
      table.load(at, row);
      return Uint32Array.from(slots, (slot) => row[slot] as number);
    });
  };
  const isTaken = (row: Row, values: Uint32Array): boolean => {
    let isShared = false;
    for (let place = 0; place < slots.length; place += 1) {
      const [own, theirs] = [row[slots[place] as number] as number, values[place] as number];
      if (own === 0 || theirs === 0) continue;
      if (own !== theirs) return false;
      isShared = true;
    }
    return isShared;
  };
  return {
    possible: left.possible,
    certain: left.certain,
    run: (row, emit) =>
      left.run(row, () => {
        rows ??= other();
        for (const values of rows) {
          context.tick();
          if (isTaken(row, values)) return true;
        }
        return emit();
      }),
  };
}

/**
 * Of a long list for one variable: whether what a row has is in it, without going through it; undefined where the row has
 * nothing. Undefined for all other lists.
 */
function findAmong(
  slots: readonly number[],
  ids: readonly (readonly number[])[],
): ((row: Row) => boolean | undefined) | undefined {
  const [slot, second] = slots;
  const list = new Set(ids.map(([id]) => id));
  if (slot === undefined || second !== undefined || list.has(0) || list.size !== ids.length || list.size < 4)
    return undefined;
  return (row) => (row[slot] === 0 ? undefined : list.has(row[slot]));
}

/** VALUES: rows that are written out; undefined stands for UNDEF. */
export function planValues(
  names: readonly string[],
  rows: readonly (readonly (Term | undefined)[])[],
  context: Context,
): Plan {
  // Only a service elsewhere gives such: they are to be told apart from those that are held.
  if (rows.some((row) => row.some((term) => term?.termType === 'BlankNode')))
    throw new Declined('a blank node from elsewhere');
  const slots = names.map((name) => context.slot(name));
  const ids = rows.map((row) => row.map((term) => (term === undefined ? 0 : context.terms.id(term))));
  const certain = slots.filter((_, column) => ids.every((row) => row[column] !== 0));
  const fitsOne = findAmong(slots, ids);
  return {
    possible: new Set(slots),
    certain: new Set(certain),
    run(row, emit) {
      const isGiven = fitsOne?.(row);
      if (isGiven !== undefined) return isGiven ? emit() : true;
      for (const values of ids) {
        context.tick();
        const before = slots.map((slot) => row[slot] as number);
        const fits = values.every((id, column) => id === 0 || before[column] === 0 || before[column] === id);
        if (!fits) continue;
        for (const [column, slot] of slots.entries())
          row[slot] = (before[column] as number) || (values[column] as number);
        const goesOn = emit();
        for (const [column, slot] of slots.entries()) row[slot] = before[column] as number;
        if (!goesOn) return false;
      }
      return true;
    },
  };
}
