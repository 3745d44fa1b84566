/** Which datasets a timeline shows, in which order, on which axis; and what it cannot show. */
import { holders } from '../coverage/agency-axis.js';
import type { Covering, Facts } from '../coverage/facts.js';
import { coversYears, howOf, noEnd, type Years } from '../coverage/standing.js';
import type { TimelineChoice } from './choice.js';
import { type Laid, layPeriods } from './lanes.js';

export interface Bars {
  readonly dataset: Covering;
  readonly laid: readonly Laid[];
}

export interface Timeline {
  readonly rows: readonly Bars[];
  /** What states no years, or none that can be read. */
  readonly undated: readonly Covering[];
  /** Of how many it is not stated whether they cover the place. */
  readonly open: number;
  /** The axis; undefined where there is nothing to show. */
  readonly years: Years | undefined;
}

const byTitle = new Intl.Collator('en', { numeric: true }).compare;
const first = ({ laid }: Bars): number => laid[0]?.start ?? noEnd;
const last = ({ laid }: Bars): number => Math.max(...laid.map(({ end }) => end ?? noEnd));

/** Who holds a dataset, in words. */
export const ownerNames = ({ owners }: Covering, facts: Facts): string[] =>
  [...owners].flatMap((key) => facts.owners.get(key)?.name ?? []);

function compareBy({ order }: TimelineChoice, facts: Facts): (a: Bars, b: Bars) => number {
  const title = (a: Bars, b: Bars): number =>
    byTitle(a.dataset.title, b.dataset.title) || (a.dataset.iri < b.dataset.iri ? -1 : 1);
  if (order === 'title') return title;
  if (order === 'agency') {
    // What nobody is said to hold comes last.
    const owner = ({ dataset }: Bars): string => ownerNames(dataset, facts)[0] ?? '\uffff';
    return (a, b) => byTitle(owner(a), owner(b)) || first(a) - first(b) || title(a, b);
  }
  const other = order === 'first' ? last : first;
  const own = order === 'first' ? first : last;
  return (a, b) => own(a) - own(b) || other(a) - other(b) || title(a, b);
}

/** From the first year that is stated to the last; what was asked for bounds it. */
function axisOf(rows: readonly Bars[], asked: Years | undefined): Years | undefined {
  if (rows.length === 0) return undefined;
  if (asked !== undefined) return asked;
  let [from, to] = [noEnd, 0];
  for (const { laid } of rows)
    for (const { start, end } of laid) {
      from = Math.min(from, start);
      to = Math.max(to, end ?? start);
    }
  return { from, to };
}

export function makeTimeline(facts: Facts, choice: TimelineChoice, datasets: readonly Covering[]): Timeline {
  const { place, agency, years } = choice.ask;
  const held = datasets.filter((one) => agency === undefined || holders(one, facts).has(agency.value));
  const how = (one: Covering) => (place === undefined ? 'name' : howOf(one, place.value, facts.places));
  const placed = held.filter((one) => (how(one) ?? 'unstated') !== 'unstated');
  const isDated = ({ periods }: Covering): boolean => periods.some(({ start }) => start !== undefined);
  const rows = placed
    .filter((one) => isDated(one) && (years === undefined || coversYears(one, years)))
    .map((dataset) => ({ dataset, laid: layPeriods(dataset.periods) }))
    .sort(compareBy(choice, facts));
  return {
    rows,
    undated: placed
      .filter((one) => !isDated(one))
      .sort((a, b) => byTitle(a.title, b.title) || (a.iri < b.iri ? -1 : 1)),
    open: held.filter((one) => how(one) === 'unstated').length,
    years: axisOf(rows, years),
  };
}
