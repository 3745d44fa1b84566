/** An extraction as a table that people read in a terminal. */
import type { EntityType } from '../extract/claim.js';
import type { EntityJson, ExtractionJson } from '../extract/to-json.js';
import { countOf } from './counts.js';

const kinds: readonly (readonly [EntityType, one: string, many: string])[] = [
  ['Agency', 'agency', 'agencies'],
  ['Unit', 'unit', 'units'],
  ['Dataset', 'dataset', 'datasets'],
  ['Publication', 'publication', 'publications'],
  ['Series', 'series', 'series'],
  ['Project', 'project', 'projects'],
  ['Event', 'event', 'events'],
];

const columns: readonly (readonly [title: string, width: number, read: (entity: EntityJson) => string])[] = [
  ['', 58, ({ label }) => label],
  ['OWNER', 30, ({ agencies, inferred }) => agencies.join(', ') + (inferred ? ' (inferred)' : '')],
  ['YEARS', 22, describeYears],
  ['PLACES', 40, describePlaces],
];

function describeYears({ temporal, published }: EntityJson): string {
  if (temporal === null) return published ?? '';
  const { start, end } = temporal;
  return end === start ? String(start) : `${start}–${end ?? ''}`;
}

function describePlaces({ countries, regions, countryCount }: EntityJson): string {
  const few = countries.length > 6 ? `${countries.length} countries` : countries.join(' ');
  return [countryCount?.text ?? '', few, ...regions].filter((part) => part !== '').join(', ');
}

/** A cell of a given width, with a mark where it was cut. */
function toWidth(text: string, width: number): string {
  const characters = [...text.replace(/\s+/g, ' ')];
  return characters.length > width ? `${characters.slice(0, width - 1).join('')}…` : characters.join('').padEnd(width);
}

const row = (cells: readonly string[]): string =>
  columns
    .map(([, width], n) => toWidth(cells[n] ?? '', width))
    .join('  ')
    .trimEnd();

const groupsOf = (entities: readonly EntityJson[]) =>
  kinds
    .map(([type, one, title]) => ({ one, title, members: entities.filter((entity) => entity.type === type) }))
    .filter(({ members }) => members.length > 0);

/** "3 datasets", "0 damaged places": how much was found of each kind. */
export const countsOf = ({ entities, damaged }: Pick<ExtractionJson, 'entities' | 'damaged'>): string[] => [
  ...groupsOf(entities).map(({ one, title, members }) => countOf(members.length, one, title)),
  countOf(damaged.length, 'damaged place'),
];

/** What was found, kind by kind, in the order of the text. */
export function summarise({ doc, entities, damaged }: ExtractionJson): string {
  const groups = groupsOf(entities);
  const counts = countsOf({ entities, damaged });
  const tables = groups.flatMap(({ title, members }) => [
    '',
    row([title.toUpperCase(), ...columns.slice(1).map(([name]) => name)]),
    ...members.map((entity) => row(columns.map(([, , read]) => read(entity)))),
  ]);
  return `${[`${doc}: ${counts.join(', ')}`, ...tables].join('\n')}\n`;
}
