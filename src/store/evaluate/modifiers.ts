/** What is done with all rows of a part: one of each, in order, some of them. */
import type { Term } from '../../rdf.js';
import { orderTerms } from '../values/order-terms.js';
import { collect } from './detached.js';
import type { Expression } from './expressions.js';
import type { Context, Plan } from './plan.js';
import { bytesOfEntry, keyOf } from './table.js';

export function distinct(input: Plan, context: Context): Plan {
  const slots = [...input.possible];
  return {
    ...input,
    run(row, emit) {
      const seen = new Set<string | number>();
      return input.run(row, () => {
        context.tick();
        const before = seen.size;
        if (seen.add(keyOf(row, slots)).size === before) return true;
        context.spend(bytesOfEntry);
        return emit();
      });
    },
  };
}

/** `length` undefined: all that come. */
export const slice = (input: Plan, start: number, length: number | undefined): Plan => ({
  ...input,
  run(row, emit) {
    let [skipped, given] = [0, 0];
    let goesOn = true;
    if (length === 0) return true;
    input.run(row, () => {
      if (skipped < start) {
        skipped += 1;
        return true;
      }
      given += 1;
      goesOn = emit();
      return goesOn && given !== length;
    });
    return goesOn;
  },
});

export interface SortKey {
  readonly value: Expression;
  readonly isDescending: boolean;
}

/** What a row takes while it is put in order, for each key, about. */
const bytesOfKey = 16;

/** Rows that are alike stay in the order in which they came. */
export function orderBy(input: Plan, keys: readonly SortKey[], context: Context): Plan {
  return {
    ...input,
    run(row, emit) {
      const table = collect(input, context);
      const scratch = context.createRow();
      context.spend(table.length * bytesOfKey * (keys.length + 1));
      const columns = keys.map(() => new Array<Term | undefined>(table.length));
      for (let at = 0; at < table.length; at += 1) {
        context.tick();
        table.load(at, scratch);
        for (const [place, { value }] of keys.entries()) (columns[place] as (Term | undefined)[])[at] = value(scratch);
      }
      const compare = (a: number, b: number): number => {
        context.tick();
        for (const [place, { isDescending }] of keys.entries()) {
          const column = columns[place] as (Term | undefined)[];
          const order = orderTerms(column[a], column[b]);
          if (order !== 0) return isDescending ? -order : order;
        }
        return a - b;
      };
      const sorted = Uint32Array.from({ length: table.length }, (_, at) => at).sort(compare);
      for (const at of sorted) {
        table.load(at, row);
        const goesOn = emit();
        table.clear(row);
        if (!goesOn) return false;
      }
      return true;
    },
  };
}
