/** What a graph holds, in one line for people. */
import type { BuildCounts } from '../triples/build.js';

const kinds: readonly (readonly [keyof BuildCounts, string, string])[] = [
  ['Note', 'note', 'notes'],
  ['Agency', 'agency', 'agencies'],
  ['AgencyUnit', 'unit', 'units'],
  ['Dataset', 'dataset', 'datasets'],
  ['Publication', 'publication', 'publications'],
  ['Series', 'series', 'series'],
  ['Project', 'project', 'projects'],
  ['Event', 'event', 'events'],
  ['Claim', 'claim', 'claims'],
  ['DamagedPassage', 'damaged place', 'damaged places'],
];

/** "1 note", "1,200 notes". */
export const countOf = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

/** "21,334 triples: 1 note, 19 agencies, …"; what there is none of is left out. */
export function countsLine(counts: BuildCounts): string {
  const things = kinds
    .filter(([kind]) => counts[kind] > 0)
    .map(([kind, one, many]) => countOf(counts[kind], one, many));
  return [countOf(counts.quads, 'triple'), things.join(', ')].filter((part) => part !== '').join(': ');
}
