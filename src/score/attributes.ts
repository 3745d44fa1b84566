/** What each attribute of an entity says, as a set of keys that can be compared. */
import type { Entity, EntityType, Span } from './extraction.js';
import type { Attribute } from './gold.js';
import { normalise } from './similarity.js';

/** Maps any name of an agency, unit or series to the one key all its names share. */
export type NameKey = (name: string) => string;

const content: EntityType[] = ['Dataset', 'Project', 'Publication', 'Series'];
const owned: EntityType[] = [...content, 'Unit', 'Event'];
const every: EntityType[] = [...owned, 'Agency'];

/** The types on which an attribute is looked at; on others it is not defined. */
export const scoredOn: Record<Attribute, EntityType[]> = {
  agencies: owned,
  years: content,
  countries: [...content, 'Event'],
  roles: ['Dataset', 'Project'],
  corridors: content,
  regions: content,
  countryCount: content,
  published: [...content, 'Event'],
  series: ['Publication'],
  seriesNumber: ['Publication'],
  themes: every,
  aliases: every,
  inferred: owned,
  landingPage: every,
  contact: every,
  status: content,
  yearQualifier: content,
};

type Keys = (entity: Entity, key: NameKey) => string[];
const single = (value: string | null | undefined): string[] => (value === null || value === undefined ? [] : [value]);

export const keysOf: Record<Attribute, Keys> = {
  agencies: (entity, key) => entity.agencies.map(key),
  years: periodsOf,
  countries: (entity) => entity.countries,
  roles: (entity) => Object.entries(entity.countryRoles ?? {}).map(([code, role]) => `${code}:${role}`),
  corridors: (entity) => entity.corridors.map((pair) => pair.join('-')),
  regions: (entity) => entity.regions.map(normalise),
  countryCount: countsOf,
  published: (entity) => single(entity.published),
  series: (entity, key) => single(entity.series).map(key),
  seriesNumber: (entity) => single(entity.seriesNumber).map(bareNumber),
  themes: (entity) => entity.themes,
  aliases: (entity) => entity.aliases.map(normalise),
  inferred: (entity) => (entity.inferred ? ['inferred'] : []),
  landingPage: (entity) => single(entity.landingPage).map(bareAddress),
  contact: (entity) => single(entity.contact).map(bareAddress),
  status: (entity) => single(entity.status),
  yearQualifier: (entity) => single(entity.temporal?.qualifier),
};

/** The same keys for a value of `accepted`, which is a text, or two codes for a corridor. */
export function acceptedKey(attribute: Attribute, value: string | string[], key: NameKey): string {
  if (typeof value !== 'string') return value.join('-');
  if (attribute === 'agencies' || attribute === 'series') return key(value);
  if (attribute === 'landingPage' || attribute === 'contact') return bareAddress(value);
  return attribute === 'regions' || attribute === 'aliases' ? normalise(value) : value;
}

/** A range is one key, a discrete year another; the hull in `temporal` counts only when nothing finer is said. */
function periodsOf(entity: Entity): string[] {
  const fine = [
    ...entity.rounds.map(periodKey),
    ...(entity.temporal?.years ?? []).map((year) => periodKey({ start: year, end: year })),
  ];
  return fine.length > 0 || entity.temporal === null ? fine : [periodKey(entity.temporal)];
}

function periodKey({ start, end }: Span): string {
  return start === end ? `${start}` : `${start ?? ''}-${end ?? ''}`;
}

/** "150" for the whole, "1985-1994:61" for a round. */
function countsOf(entity: Entity): string[] {
  const rounds = entity.rounds.flatMap((round) =>
    round.countryCount ? [`${periodKey(round)}:${round.countryCount}`] : [],
  );
  return [...(entity.countryCount ? [`${entity.countryCount.min}`] : []), ...rounds];
}

/** `www.tides.example`, `http://www.tides.example/`: the same page. */
const bareAddress = (address: string): string => address.toLowerCase().replace(/^https?:\/\/|\/$/g, '');

const bareNumber = (number: string): string => normalise(number).replace(/^(no|nr|number|vol|volume|issue|bd) /, '');
