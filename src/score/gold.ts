/** The gold standard: what a careful reader found in a text, with the latitude other careful readers have. */
import { readFileSync } from 'node:fs';
import { codesOf, type Entity, type Extraction, entityTypes, isCountryCode, shapeFaults } from './extraction.js';

/** Attributes that are scored; `years` joins temporal and rounds. */
export const attributes = [
  'agencies',
  'years',
  'countries',
  'roles',
  'corridors',
  'regions',
  'countryCount',
  'published',
  'series',
  'seriesNumber',
  'themes',
  'aliases',
  'inferred',
  'landingPage',
  'contact',
  'status',
  'yearQualifier',
] as const;
export type Attribute = (typeof attributes)[number];

/** Judged only where an entity states them, or the whole file does (`complete`): most gold was written before them. */
const later = ['landingPage', 'contact', 'status', 'yearQualifier'] as const;
type Later = (typeof later)[number];

/** `accepted` is right but not demanded; an `optional` entity is neither a miss nor false. See test/gold/README.md. */
export interface GoldEntity extends Entity {
  optional: boolean;
  descriptive: boolean;
  unscored: Attribute[];
  accepted: Partial<Record<string, (string | string[])[]>>;
}

export interface GoldDamage {
  quote: string;
  also: string[];
  optional: boolean;
}

export interface Gold {
  doc: string;
  entities: GoldEntity[];
  damaged: GoldDamage[];
  /** Later attributes that the whole file has been read for: where an entity states none, there is none. */
  complete: Later[];
}

const emptyEntity = {
  aliases: [],
  agencies: [],
  temporal: null,
  rounds: [],
  countries: [],
  countryRoles: null,
  corridors: [],
  regions: [],
  countryCount: null,
  published: null,
  series: null,
  seriesNumber: null,
  themes: [],
  evidence: [],
  inferred: false,
  optional: false,
  descriptive: false,
  unscored: [],
  accepted: {},
};
const known = new Set(['id', 'type', 'label', 'landingPage', 'contact', 'status', ...Object.keys(emptyEntity)]);
const acceptable = new Set<string>(['labels', 'types', ...attributes]);

/** Fields left out are filled in; throws when the result is no extraction. */
export function parseGold(json: string): Gold {
  const raw = JSON.parse(json) as Extraction & Partial<Pick<Gold, 'complete'>>;
  const isUnstated = (entity: Entity, name: Later): boolean =>
    !raw.complete?.includes(name) &&
    (name === 'yearQualifier' ? entity.temporal?.qualifier : entity[name]) === undefined;
  const entities = raw.entities.map((entity: Entity & { unscored?: Attribute[] }) => ({
    ...emptyEntity,
    ...entity,
    unscored: [...(entity.unscored ?? []), ...later.filter((name) => isUnstated(entity, name))],
    temporal: entity.temporal && { ...entity.temporal, years: entity.temporal.years ?? [] },
  }));
  const gold = {
    doc: raw.doc,
    entities: entities.map((entity) => ({ ...entity, temporal: entity.temporal ?? null })),
    damaged: raw.damaged.map((place) => ({ also: [], optional: false, ...place })),
    complete: raw.complete ?? [],
  };
  const [fault] = shapeFaults(gold);
  if (fault) throw new Error(`${raw.doc}: ${fault}`);
  return gold;
}

export const readGold = (path: string): Gold => parseGold(readFileSync(path, 'utf8'));

/** What is wrong in a gold file, measured against its text; empty when it may be scored with. */
export function goldFaults(gold: Gold, text: string): string[] {
  const ids = gold.entities.map((entity) => entity.id);
  const faults = [
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${id} stands twice`),
    ...gold.complete.filter((name) => !later.includes(name)).map((name) => `complete in no attribute: ${name}`),
  ];
  for (const entity of gold.entities)
    faults.push(...entityFaults(entity, text).map((fault) => `${entity.id}: ${fault}`));
  for (const { quote, also } of gold.damaged)
    faults.push(
      ...[quote, ...also].filter((words) => !text.includes(words)).map((words) => `not in the text: ${words}`),
    );
  return faults;
}

function entityFaults(entity: GoldEntity, text: string): string[] {
  const { accepted } = entity;
  const codes = [...codesOf(entity), ...[...(accepted['countries'] ?? []), ...(accepted['corridors'] ?? [])].flat()];
  return [
    ...(entity.evidence.length === 0 ? ['has no evidence'] : []),
    ...entity.evidence.filter((words) => !text.includes(words)).map((words) => `not in the text: ${words}`),
    ...codes.filter((code) => !isCountryCode(code)).map((code) => `${code} is no country code`),
    ...entity.corridors
      .flat()
      .filter((code) => !entity.countries.includes(code))
      .map((code) => `${code} only in a corridor`),
    ...Object.keys(entity)
      .filter((field) => !known.has(field))
      .map((field) => `unknown field ${field}`),
    ...Object.keys(accepted)
      .filter((field) => !acceptable.has(field))
      .map((field) => `unknown acceptance ${field}`),
    ...(accepted['types'] ?? [])
      .filter((type) => !entityTypes.some((one) => one === type))
      .map((type) => `no type ${type}`),
    ...entity.unscored.filter((name) => !attributes.includes(name)).map((name) => `unknown attribute ${name}`),
  ];
}
