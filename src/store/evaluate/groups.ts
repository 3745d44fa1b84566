/** GROUP BY: the rows of a part, one for each group. */
import type { Term } from '../../rdf.js';
import { isOperation, namesOf, type Operation } from '../parse/algebra.js';
import { type Aggregate, createAggregate } from './aggregates.js';
import { compileExpression, type ExpressionTools, variableOf } from './expressions.js';
import type { Context, Plan, Row } from './plan.js';
import { keyOf, Table } from './table.js';

interface Group {
  /** Of the table of keys. */
  readonly at: number;
  readonly aggregates: readonly Aggregate[];
}

/** With its aggregates, about. */
const bytesOfGroup = 600;

const isWildcard = (expression: unknown): boolean => isOperation(expression) && expression['subType'] === 'wildcard';

/** How often `COUNT(*)` is all that is asked of a single pattern; see {@link planGroups}. */
export type CountAll = () => number | undefined;

export function planGroups(node: Operation, input: Plan, tools: ExpressionTools, countAll: CountAll): Plan {
  const { context } = tools;
  const keys = namesOf(node['variables']).map((name) => context.slot(name));
  const aggregates = (node['aggregates'] as readonly Operation[]).map((aggregate) => {
    const { expression, variable } = aggregate;
    const value = isWildcard(expression) ? undefined : compileExpression(expression as Operation, tools);
    const name = variableOf(expression as Operation);
    const of = { value, slot: name === undefined ? undefined : context.slot(name) };
    return { aggregate, of, slot: context.slot((variable as Term).value) };
  });
  const slots = [...input.possible];
  const create = (): Aggregate[] =>
    aggregates.map(({ aggregate, of }) => createAggregate(aggregate, of, { slots, context }));
  const isCounted =
    keys.length === 0 &&
    aggregates.every(({ aggregate, of }) => of.value === undefined && aggregate['distinct'] !== true);

  function runGroups(row: Row, emit: () => boolean): boolean {
    const count = isCounted ? countAll() : undefined;
    const { table, groups } =
      count === undefined ? gather(input, { keys, create, context }) : counted(count, create, context);
    // Without GROUP BY all rows are one group, also where there are none.
    if (keys.length === 0 && groups.length === 0) groups.push({ at: table.length, aggregates: create() });
    for (const group of groups) {
      context.tick();
      if (keys.length > 0) table.load(group.at, row);
      for (const [place, { slot }] of aggregates.entries()) row[slot] = group.aggregates[place]?.id() ?? 0;
      const goesOn = emit();
      for (const { slot } of aggregates) row[slot] = 0;
      table.clear(row);
      if (!goesOn) return false;
    }
    return true;
  }

  const made = aggregates.map(({ slot }) => slot);
  const certain = keys.filter((slot) => input.certain.has(slot));
  return { possible: new Set([...keys, ...made]), certain: new Set(certain), run: runGroups };
}

/** So many rows that are all alike to `COUNT(*)`. */
function counted(
  count: number,
  create: () => Aggregate[],
  { terms }: Context,
): { readonly table: Table; readonly groups: Group[] } {
  const aggregates = create().map((aggregate) => ({ ...aggregate, id: () => terms.idOfInteger(count) }));
  return { table: new Table([], () => {}), groups: [{ at: 0, aggregates }] };
}

function gather(
  input: Plan,
  { keys, create, context }: { readonly keys: readonly number[]; create(): Aggregate[]; readonly context: Context },
): { readonly table: Table; readonly groups: Group[] } {
  const table = new Table(keys, context.spend);
  const byKey = new Map<string | number, Group>();
  const row = context.createRow();
  input.run(row, () => {
    context.tick();
    const key = keyOf(row, keys);
    let group = byKey.get(key);
    if (group === undefined) {
      context.spend(bytesOfGroup);
      group = { at: table.length, aggregates: create() };
      byKey.set(key, group);
      table.push(row);
    }
    for (const aggregate of group.aggregates) aggregate.take(row);
    return true;
  });
  return { table, groups: [...byKey.values()] };
}
