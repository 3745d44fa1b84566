/** The shape `migraph extract FILE --json` prints, and a check of it that names every fault. */
import worldCountries from 'world-countries';

export const entityTypes = ['Agency', 'Unit', 'Dataset', 'Publication', 'Series', 'Project', 'Event'] as const;
export type EntityType = (typeof entityTypes)[number];

/** Years; an open end is null. */
export interface Span {
  start: number | null;
  end: number | null;
}

export interface Entity {
  id: string;
  type: EntityType;
  label: string;
  aliases: string[];
  agencies: string[];
  temporal: (Span & { years: number[]; qualifier?: string | null }) | null;
  rounds: (Span & { countryCount?: number | null })[];
  countries: string[];
  countryRoles: Record<string, string> | null;
  corridors: string[][];
  regions: string[];
  countryCount: { min: number; text: string } | null;
  published: string | null;
  series: string | null;
  seriesNumber: string | null;
  themes: string[];
  landingPage?: string | null;
  contact?: string | null;
  status?: string | null;
  evidence: string[];
  inferred: boolean;
}

export interface Extraction {
  doc: string;
  entities: Entity[];
  damaged: { quote: string }[];
}

type Check = (value: unknown) => boolean;

/** The package's types name a default export that its CommonJS file does not have. Kosovo has a code there, but none in ISO 3166. */
const countries = worldCountries as unknown as { cca3: string; ccn3: string }[];
const iso3 = new Set(countries.filter((country) => country.ccn3 !== '').map((country) => country.cca3));
const isText: Check = (value) => typeof value === 'string' && value.trim() !== '';
const isYear: Check = (value) => Number.isInteger(value);
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
/** What extractions had not from the beginning. */
const mayLack =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const statuses = ['discontinued', 'forthcoming', 'ongoing'];
const isSpan: Check = (value) => isObject(value) && orNull(isYear)(value['start']) && orNull(isYear)(value['end']);

const fields: Record<keyof Entity, Check> = {
  id: isText,
  type: (value) => entityTypes.some((type) => type === value),
  label: isText,
  aliases: listOf(isText),
  agencies: listOf(isText),
  temporal: orNull(
    (value) =>
      isSpan(value) && isObject(value) && listOf(isYear)(value['years']) && mayLack(orNull(isText))(value['qualifier']),
  ),
  rounds: listOf(
    (value) =>
      isSpan(value) &&
      isObject(value) &&
      (value['countryCount'] === undefined || orNull(isYear)(value['countryCount'])),
  ),
  countries: listOf(isText),
  countryRoles: orNull((value) => isObject(value) && Object.values(value).every(isText)),
  corridors: listOf((value) => listOf(isText)(value) && Array.isArray(value) && value.length === 2),
  regions: listOf(isText),
  countryCount: orNull((value) => isObject(value) && isYear(value['min']) && isText(value['text'])),
  published: orNull(isText),
  series: orNull(isText),
  seriesNumber: orNull(isText),
  themes: listOf(isText),
  landingPage: mayLack(orNull(isText)),
  contact: mayLack(orNull(isText)),
  status: mayLack(orNull((value) => statuses.some((one) => one === value))),
  evidence: listOf(isText),
  inferred: (value) => typeof value === 'boolean',
};

/** Every way in which `value` differs from the shape, with where; empty when it is right. */
export function shapeFaults(value: unknown): string[] {
  if (!isObject(value) || !Array.isArray(value['entities']) || !Array.isArray(value['damaged']))
    return ['an extraction is an object with the lists "entities" and "damaged"'];
  const faults = isText(value['doc']) ? [] : ['doc is not a text'];
  for (const [index, entity] of value['entities'].entries()) {
    if (!isObject(entity)) faults.push(`entities[${index}] is not an object`);
    else
      for (const [field, check] of Object.entries(fields))
        if (!check(entity[field])) faults.push(`entities[${index}].${field} is wrong`);
  }
  for (const [index, place] of value['damaged'].entries())
    if (!isObject(place) || !isText(place['quote'])) faults.push(`damaged[${index}].quote is not a text`);
  return faults;
}

/** Throws with the first fault when the JSON is not an extraction. */
export function parseExtraction(json: string): Extraction {
  const value: unknown = JSON.parse(json);
  const [fault] = shapeFaults(value);
  if (fault) throw new Error(fault);
  return value as Extraction;
}

/** All country codes of an entity: its countries, their roles and its corridors. */
export function codesOf(entity: Entity): string[] {
  return [...entity.countries, ...Object.keys(entity.countryRoles ?? {}), ...entity.corridors.flat()];
}

export const isCountryCode = (code: string): boolean => iso3.has(code);
