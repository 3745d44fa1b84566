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

const number = (count: number): string => count.toLocaleString('en');

/** "21,334 triples: 1 note, 19 agencies, …"; what there is none of is left out. */
export function countsLine(counts: BuildCounts): string {
  const things = kinds
    .filter(([kind]) => counts[kind] > 0)
    .map(([kind, one, many]) => `${number(counts[kind])} ${counts[kind] === 1 ? one : many}`);
  return [`${number(counts.quads)} triples`, things.join(', ')].filter((part) => part !== '').join(': ');
}
