/** Lays periods that overlap beneath each other, each in the first lane that is free. */
import type { Period } from '../coverage/facts.js';
import { noEnd } from '../coverage/standing.js';

export interface Laid {
  readonly period: Period;
  readonly start: number;
  /** Undefined where it is open. */
  readonly end: number | undefined;
  readonly lane: number;
}

/** More lanes than this are no longer looked at: the last takes what is left. */
export const mostLanes = 6;

/** In the order of their years; what has none is not laid. */
export function layPeriods(periods: readonly Period[]): Laid[] {
  const dated = periods.flatMap((period) => (period.start === undefined ? [] : [{ period, start: period.start }]));
  const ends: number[] = [];
  return dated
    .sort((a, b) => a.start - b.start || (a.period.end ?? noEnd) - (b.period.end ?? noEnd))
    .map(({ period, start }) => {
      const free = ends.findIndex((end) => end < start);
      const lane = free < 0 ? Math.min(ends.length, mostLanes - 1) : free;
      ends[lane] = period.end ?? noEnd;
      return { period, start, end: period.end, lane };
    });
}
