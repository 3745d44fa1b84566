/**
 * What an expression of one variable comes to, by the variable's id: years, languages and codes are few, and come again and
 * again. Every expression that is evaluated here gives the same for the same values.
 */
import type { Expression, Test } from './expressions.js';
import type { Context, Row } from './plan.js';
import { bytesOfEntry } from './table.js';

/** So many values are looked at before it is told whether to remember is worth it. */
const trial = 512;
const mostKept = 20_000;

function remember<T>(compute: (row: Row) => T, slot: number, context: Context): (row: Row) => T {
  const known = new Map<number, T>();
  let [asked, isWorthIt] = [0, true];
  return (row) => {
    const id = row[slot] as number;
    if (!isWorthIt) return compute(row);
    asked += 1;
    const before = known.get(id);
    if (before !== undefined || known.has(id)) return before as T;
    if (asked > trial && known.size > asked / 2) {
      isWorthIt = false;
      known.clear();
    }
    const found = compute(row);
    if (known.size >= mostKept) return found;
    context.spend(bytesOfEntry);
    known.set(id, found);
    return found;
  };
}

export const rememberTest = (test: Test, slot: number, context: Context): Test => remember(test, slot, context);

/** The ids of its values, 0 for none. */
export const rememberId = (value: Expression, slot: number, context: Context): ((row: Row) => number) =>
  remember((row) => idOf(value(row), context), slot, context);

export const idOf = (term: ReturnType<Expression>, { terms }: Context): number =>
  term === undefined ? 0 : terms.id(term);
