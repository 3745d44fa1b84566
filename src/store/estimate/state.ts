/** What is known of a query's rows at some point of it, before it is carried out. */
import type { Term } from '../../rdf.js';
import type { QuadIndex } from '../dataset-view.js';

export type Row = ReadonlyMap<string, Term>;

/** Costs are in units of about ten microseconds: what it takes to look at one row. */
export interface State {
  readonly rows: number;
  readonly cost: number;
  readonly bound: ReadonlySet<string>;
  /** Some rows as they will be; none where nothing is known of them. */
  readonly sample: readonly Row[];
  /** Characters of the texts that variables stand for, where they are computed. */
  readonly lengths: ReadonlyMap<string, number>;
}

export const start: State = { rows: 1, cost: 0, bound: new Set(), sample: [new Map()], lengths: new Map() };

/** What the estimate reads of the store. */
export interface Statistics {
  readonly quads: QuadIndex;
  /** All quads. */
  total(): number;
  /** Called for each step of an estimate; throws {@link tooComplex} when there have been too many. */
  spend(): void;
  /** Of a pattern of which nothing is bound; counting takes time, so each is counted once for a state of the store. */
  count(subject: Term | null, predicate: Term | null, object: Term | null): number;
}

/** Rows that are sampled. */
export const sampled = 10;

/** Of two parts that were looked at apart: on common variables the larger side stays, about; without one it is a product. */
export function merge(a: State, b: State): State {
  const isConnected = a.rows <= 1 || b.rows <= 1 || [...b.bound].some((name) => a.bound.has(name));
  const rows = isConnected ? Math.max(a.rows, b.rows) : a.rows * b.rows;
  const cost = a.cost + b.cost + rows;
  const sample = a.bound.size === 0 ? b.sample : b.bound.size === 0 ? a.sample : [];
  return {
    rows,
    cost,
    bound: new Set([...a.bound, ...b.bound]),
    sample,
    lengths: new Map([...a.lengths, ...b.lengths]),
  };
}

/** What is so complex that even estimating it takes long is not cheap. */
export const tooComplex = new Error('too complex to be estimated');

/** Steps that an estimate may take. */
const mostSteps = 5000;

/** A store's statistics, for one estimate after another; counts are kept until its version changes. */
export function createStatistics(quads: QuadIndex, version: () => string): () => Statistics {
  let known = version();
  const counts = new Map<string, number>();
  const count: Statistics['count'] = (s, p, o) => {
    if (known !== version()) counts.clear();
    known = version();
    const key = [s, p, o].map((term) => (term === null ? '' : `${term.termType} ${term.value}`)).join('\n');
    const before = counts.get(key);
    if (before !== undefined) return before;
    if (counts.size > 1000) counts.clear();
    const counted = quads.countQuads(s, p, o, null);
    counts.set(key, counted);
    return counted;
  };
  return () => {
    let steps = 0;
    const spend = (): void => {
      steps += 1;
      if (steps > mostSteps) throw tooComplex;
    };
    return { quads, count, spend, total: () => count(null, null, null) };
  };
}
