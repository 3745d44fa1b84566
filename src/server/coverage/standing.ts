/** How a dataset stands to a place and to years, as the home page's answer tells it (`queries/pages/answer-*.rq`). */
import type { Covering, Period } from './facts.js';
import type { Tree } from './tree.js';

/**
 * By the place's own name, as part of a whole, by one of its parts, or not stated. Where no place is asked for: whether
 * countries are named, or regions alone, or no place at all.
 */
export const hows = ['name', 'whole', 'part', 'unstated'] as const;

export type How = (typeof hows)[number];

const meets = (some: ReadonlySet<string>, others: ReadonlySet<string>): boolean => {
  for (const one of some) if (others.has(one)) return true;
  return false;
};

/** Undefined where the dataset lists its places, and this is none of them. */
export function howOf({ places, isListed }: Covering, place: string, tree: Tree): How | undefined {
  if (places.has(place)) return 'name';
  if (places.size > 0) {
    if (meets(places, tree.above(place))) return 'whole';
    if (meets(places, tree.below(place))) return 'part';
  }
  return isListed ? undefined : 'unstated';
}

/** Of a dataset alone; `isRegion` tells regions and groups from other places. */
export function howItNames({ places }: Covering, isRegion: (place: string) => boolean): How {
  if (places.size === 0) return 'unstated';
  for (const place of places) if (!isRegion(place)) return 'name';
  return 'whole';
}

export interface Years {
  readonly from: number;
  readonly to: number;
}

/** Later than any year that is stated: the end of what is open. */
export const noEnd = 9999;

export const overlaps = ({ start, end }: Period, { from, to }: Years): boolean =>
  start !== undefined && start <= to && (end ?? noEnd) >= from;

export const coversYears = ({ periods }: Covering, years: Years): boolean =>
  periods.some((period) => overlaps(period, years));
