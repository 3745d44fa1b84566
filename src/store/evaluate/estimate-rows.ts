/** How many rows a pattern gives for each row there is, about: what the order of patterns goes by. */
import type { IdView } from '../dataset-view.js';
import { anyGraph } from '../snapshot/cursor.js';
import type { IdIndex } from '../snapshot/id-index.js';
import type { CompiledPattern, Place } from './compile-pattern.js';

/** Quads that are looked at. */
const sampled = 16;

interface FanOut {
  readonly bySubject: number;
  readonly byObject: number;
}

/** What was measured, for as long as about the same is held. */
const known = new WeakMap<IdIndex, { size: number; readonly fans: Map<number, FanOut> }>();

/** Of a predicate: how many quads there are for a subject that has it, and for an object. */
function measureFanOut(index: IdIndex, predicate: number): FanOut {
  const total = index.count(0, predicate, 0, anyGraph);
  const cursor = index.scan(0, predicate, 0, anyGraph);
  let [bySubject, byObject, met] = [0, 0, 0];
  const every = Math.max(1, Math.floor(Math.min(total, 4096) / sampled));
  for (let n = 0; met < sampled && cursor.next(); n += 1) {
    if (n % every !== 0) continue;
    met += 1;
    bySubject += 1 / Math.max(1, index.count(cursor.subject, predicate, 0, anyGraph));
    byObject += 1 / Math.max(1, index.count(0, predicate, cursor.object, anyGraph));
  }
  // The mean over subjects, not over quads.
  return { bySubject: met === 0 ? 0 : met / bySubject, byObject: met === 0 ? 0 : met / byObject };
}

function fanOutOf(index: IdIndex, predicate: number): FanOut {
  let entry = known.get(index);
  if (entry === undefined || Math.abs(entry.size - index.size) > index.size / 10) {
    entry = { size: index.size, fans: new Map() };
    known.set(index, entry);
  }
  const before = entry.fans.get(predicate);
  if (before !== undefined) return before;
  const fan = measureFanOut(index, predicate);
  entry.fans.set(predicate, fan);
  return fan;
}

export function estimateRows(
  { subject, predicate, object, graph }: CompiledPattern,
  bound: ReadonlySet<number>,
  { index }: IdView,
): number {
  const isBound = ({ slot }: Place): boolean => slot !== undefined && bound.has(slot);
  const constant = ({ id, slot }: Place): number => (slot === undefined ? id : 0);
  const [s, p, o] = [constant(subject), constant(predicate), constant(object)];
  // In one graph counting would mean looking: all graphs together tell enough.
  const all = graph.slot === undefined && graph.id < 0 ? graph.id : anyGraph;
  const total = index.count(s, p, o, all);
  if (total === 0) return 0;
  if (!isBound(subject) && !isBound(object)) return isBound(predicate) ? total / 10 : total;
  if (p === 0) return Math.min(total, isBound(subject) && isBound(object) ? 1 : 10);
  const fan = fanOutOf(index, p);
  const bySubject = isBound(subject) ? fan.bySubject : Number.POSITIVE_INFINITY;
  const byObject = isBound(object) ? fan.byObject : Number.POSITIVE_INFINITY;
  if (isBound(subject) && isBound(object)) return Math.min(1, bySubject, byObject);
  return Math.min(total, bySubject, byObject);
}
