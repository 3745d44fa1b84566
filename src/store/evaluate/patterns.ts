/** Basic graph patterns: one pattern after the other, each looked up with what the ones before it have found. */
import type { Quad } from '../../rdf.js';
import { anyGraph, type Cursor } from '../snapshot/cursor.js';
import { type CompiledPattern, compilePattern, nowhere, type Place, slotsOf } from './compile-pattern.js';
import { estimateRows } from './estimate-rows.js';
import type { Context, Emit, Plan, Row, Slots } from './plan.js';

const isNowhere = ({ subject, predicate, object }: CompiledPattern): boolean =>
  [subject, predicate, object].some(({ id }) => id === nowhere);

/** A test that can be made as soon as its slots have values. */
export interface EarlyTest {
  readonly slots: readonly number[];
  test(row: Row): boolean;
}

/** The next one is the one that leaves the fewest rows. */
function orderPatterns(patterns: readonly CompiledPattern[], given: Slots, context: Context): CompiledPattern[] {
  const left = [...patterns];
  const bound = new Set(given.possible);
  const ordered: CompiledPattern[] = [];
  while (left.length > 0) {
    const costs = left.map((pattern) => estimateRows(pattern, bound, context.view));
    const best = costs.indexOf(Math.min(...costs));
    const [next] = left.splice(best, 1);
    if (next === undefined) break;
    ordered.push(next);
    for (const slot of slotsOf(next)) bound.add(slot);
  }
  return ordered;
}

type Step = (row: Row, emit: Emit) => boolean;

/** Sets a slot, or finds that it has another value already. */
function bind(row: Row, slot: number | undefined, id: number, wasFree: boolean): boolean {
  if (slot === undefined || !wasFree) return true;
  const before = row[slot] as number;
  if (before !== 0) return before === id;
  row[slot] = id;
  return true;
}

function createStep(pattern: CompiledPattern, tests: readonly EarlyTest[], next: Step, context: Context): Step {
  const { subject, predicate, object, graph } = pattern;
  const { index, graphs, named } = context.view;
  const valueAt = ({ id, slot }: Place, row: Row): number => (slot === undefined ? id : (row[slot] as number));

  function graphToScan(row: Row): number | undefined {
    if (graph.slot === undefined) return graph.id;
    const id = row[graph.slot] as number;
    return id === 0 ? anyGraph : graphs.numberOf(id);
  }

  const isNamed = (number: number): boolean => number !== 0 && (named === undefined || named.has(number));

  return (row, emit) => {
    const [s, p, o, g] = [valueAt(subject, row), valueAt(predicate, row), valueAt(object, row), graphToScan(row)];
    if (g === undefined || (graph.slot !== undefined && g !== anyGraph && !isNamed(g))) return true;
    const isGraphFree = graph.slot !== undefined && g === anyGraph;
    const cursor: Cursor = index.scan(s, p, o, g);
    cursor.onPassing = context.look;
    let goesOn = true;
    while (goesOn && cursor.next()) {
      context.tick();
      if (isGraphFree && !isNamed(cursor.graph)) continue;
      const fits =
        bind(row, subject.slot, cursor.subject, s === 0) &&
        bind(row, predicate.slot, cursor.predicate, p === 0) &&
        bind(row, object.slot, cursor.object, o === 0) &&
        (!isGraphFree || bind(row, graph.slot, graphs.idOf(cursor.graph), true)) &&
        tests.every(({ test }) => test(row));
      if (fits) goesOn = next(row, emit);
      if (s === 0 && subject.slot !== undefined) row[subject.slot] = 0;
      if (p === 0 && predicate.slot !== undefined) row[predicate.slot] = 0;
      if (o === 0 && object.slot !== undefined) row[object.slot] = 0;
      if (isGraphFree && graph.slot !== undefined) row[graph.slot] = 0;
    }
    return goesOn;
  };
}

/** The patterns in the best order, each with the tests that can be made after it. */
export function planPatterns(
  quads: readonly Quad[],
  tests: readonly EarlyTest[],
  given: Slots,
  context: Context,
): Plan {
  const patterns = quads.map((quad) => compilePattern(quad, context));
  const slots = new Set(patterns.flatMap(slotsOf));
  const plan = { possible: slots, certain: slots };
  if (patterns.some(isNowhere)) return { ...plan, run: () => true };
  const ordered = orderPatterns(patterns, given, context);
  const bound = new Set(given.certain);
  const left = new Set(tests);
  const due = (): EarlyTest[] => {
    const now = [...left].filter((test) => test.slots.every((slot) => bound.has(slot)));
    for (const test of now) left.delete(test);
    return now;
  };
  const first = due();
  const stages = ordered.map((pattern) => {
    for (const slot of slotsOf(pattern)) bound.add(slot);
    return { pattern, tests: due() };
  });
  const run = stages.reduceRight<Step>(
    (next, stage) => createStep(stage.pattern, stage.tests, next, context),
    (_, emit) => emit(),
  );
  return { ...plan, run: (row, emit) => (first.every(({ test }) => test(row)) ? run(row, emit) : true) };
}
