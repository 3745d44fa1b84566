/**
 * A part that must not see what the rows before it have: it is evaluated once, by itself, and its rows are then joined
 * (SPARQL 1.2 Query, 18.5). Also for what is so much work that it is done once.
 */
import type { Context, Emit, Plan, Row, Slots } from './plan.js';
import { common } from './plan.js';
import { bytesOfEntry, keyOf, Table } from './table.js';

/** Rows by what they have in the slots that always have a value. */
type Index = Map<string | number, number[]>;

export function collect(plan: Plan, context: Context, spend = context.spend): Table {
  const table = new Table([...plan.possible], spend);
  const row = context.createRow();
  plan.run(row, () => {
    context.tick();
    table.push(row);
    return true;
  });
  return table;
}

/** `plan` was compiled for rows that have nothing yet. */
export function detach(plan: Plan, given: Slots, context: Context): Plan {
  const keys = common(plan.certain, given.certain);
  let table: Table | undefined;
  let index: Index | undefined;

  function prepare(): { readonly table: Table; readonly index: Index } {
    if (table !== undefined && index !== undefined) return { table, index };
    table = collect(plan, context);
    index = new Map();
    const row = context.createRow();
    for (let at = 0; at < table.length; at += 1) {
      table.load(at, row);
      const key = keyOf(row, keys);
      const known = index.get(key);
      context.spend(bytesOfEntry);
      if (known === undefined) index.set(key, [at]);
      else known.push(at);
    }
    return { table, index };
  }

  function run(row: Row, emit: Emit): boolean {
    const { table: rows, index: byKey } = prepare();
    const { slots } = rows;
    const before = slots.map((slot) => row[slot] as number);
    for (const at of byKey.get(keyOf(row, keys)) ?? []) {
      context.tick();
      let fits = true;
      for (let column = 0; column < slots.length && fits; column += 1) {
        const [had, has] = [before[column] as number, rows.cell(at, column)];
        fits = had === 0 || has === 0 || had === has;
      }
      if (!fits) continue;
      for (let column = 0; column < slots.length; column += 1)
        row[slots[column] as number] = (before[column] as number) || rows.cell(at, column);
      const goesOn = emit();
      for (let column = 0; column < slots.length; column += 1) row[slots[column] as number] = before[column] as number;
      if (!goesOn) return false;
    }
    return true;
  }

  return { possible: plan.possible, certain: plan.certain, run };
}
