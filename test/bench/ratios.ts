/** How we compare: our time for a query by that of another engine, and their geometric means. */
import type { Comparison, QueryTimings } from './compare-engines.js';

export interface Ratio {
  readonly query: string;
  readonly ratio: number;
}

/** What an engine took; one that did not end took the limit at least, which is in its favour. */
function timeOf(name: string, { timings }: QueryTimings, limit: number): number | undefined {
  const { median, failure } = timings[name] ?? {};
  return median ?? (failure?.startsWith('>') === true ? limit : undefined);
}

/** Of the queries that both answered, or one did not end; `best`: to whichever peer was fastest. */
export function ratiosTo(name: string, { queries }: Comparison, limit: number): Ratio[] {
  return queries.flatMap((query) => {
    const ours = timeOf('migraph', query, limit);
    const peers = Object.keys(query.timings).filter((peer) => peer !== 'migraph');
    const times = (name === 'best' ? peers : [name]).flatMap((peer) => timeOf(peer, query, limit) ?? []);
    return ours === undefined || times.length === 0 ? [] : [{ query: query.name, ratio: ours / Math.min(...times) }];
  });
}

export const geometricMean = (ratios: readonly Ratio[]): number =>
  Math.exp(ratios.reduce((sum, { ratio }) => sum + Math.log(ratio), 0) / ratios.length);
