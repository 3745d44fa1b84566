/** An extraction as plain JSON, for people and programs that do not speak RDF. */
import type { NoteReading } from '../notes/read.js';
import type { Claim, ClaimObjects, Entity, EntityType, Extraction, Property } from './claim.js';
import { toItem, writeJson } from './json-text.js';
import type { Settled } from './settle.js';

/** The hull of all years, the discrete ones among them, and how the text qualifies them: "about", "generally". */
export interface TemporalJson {
  readonly start: number;
  readonly end: number | null;
  readonly years: readonly number[];
  readonly qualifier: string | null;
}

export interface EntityJson {
  readonly id: string;
  readonly type: EntityType;
  readonly label: string;
  readonly aliases: readonly string[];
  readonly agencies: readonly string[];
  readonly temporal: TemporalJson | null;
  readonly rounds: readonly {
    readonly start: number;
    readonly end: number | null;
    readonly countryCount: number | null;
  }[];
  readonly countries: readonly string[];
  readonly countryRoles: Readonly<Record<string, string>>;
  readonly corridors: readonly (readonly [string, string])[];
  readonly regions: readonly string[];
  readonly countryCount: { readonly min: number; readonly text: string } | null;
  readonly published: string | null;
  readonly series: string | null;
  readonly seriesNumber: string | null;
  readonly themes: readonly string[];
  /** Of an agency its home page. */
  readonly landingPage: string | null;
  /** A mail address. */
  readonly contact: string | null;
  readonly status: ClaimObjects['status'] | null;
  readonly evidence: readonly string[];
  readonly inferred: boolean;
}

export interface ExtractionJson {
  readonly doc: string;
  readonly entities: readonly EntityJson[];
  readonly damaged: readonly { readonly quote: string }[];
}

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];

/** The objects of one property among an entity's claims. */
function objects<P extends Property>(claims: readonly Claim[], property: P): ClaimObjects[P][] {
  return claims.filter((claim) => claim.property === property).map((claim) => claim.object as ClaimObjects[P]);
}

const key = (entity: Entity): string => `${entity.type} ${entity.slug}`;

type ClaimsAbout = (entity: Entity) => readonly Claim[];

/** What is told of an owner wherever it owns something. */
interface Owner {
  /** The acronym by which the text calls an agency, else its name. */
  readonly name: string;
  readonly owners: readonly Entity[];
}

/** So many owners are remembered; an agency that owns half of what a text names is not looked at anew for each. */
const mostOwners = 10_000;

function createOwners(claimsAbout: ClaimsAbout): (entity: Entity) => Owner {
  const known = new Map<Entity, Owner>();
  return (entity) => {
    const present = known.get(entity);
    if (present !== undefined) return present;
    const claims = claimsAbout(entity);
    const acronym = entity.type === 'Agency' ? objects(claims, 'acronym')[0] : undefined;
    const owner = { name: acronym ?? entity.label, owners: objects(claims, 'owner') };
    if (known.size >= mostOwners) known.clear();
    known.set(entity, owner);
    return owner;
  };
}

/** No body has more above it; what a text chains further up says nothing of the owner. */
const mostLevels = 12;

/** The owners and, behind each unit, what it is a part of. */
function agenciesOf(entity: Entity, claims: readonly Claim[], ownerOf: (entity: Entity) => Owner): string[] {
  const names: string[] = [];
  const seen = new Set<Entity>([entity]);
  const visit = (owners: readonly Entity[], levels: number): void => {
    for (const owner of owners) {
      if (seen.has(owner)) continue;
      seen.add(owner);
      const { name, owners: above } = ownerOf(owner);
      names.push(name);
      if (owner.type === 'Unit' && levels > 0) visit(above, levels - 1);
    }
  };
  visit(objects(claims, 'owner'), mostLevels);
  return unique(names);
}

/** The rounds as the text counts them; ranges that the hull would swallow are rounds as well. */
function roundsOf(claims: readonly Claim[]): readonly ClaimObjects['round'][] {
  const rounds = objects(claims, 'round');
  const periods = objects(claims, 'period');
  const ranges = periods.filter((period) => period.start !== period.end);
  return rounds.length > 0 || periods.length < 2 ? rounds : ranges.map((period) => ({ period }));
}

/** Each subject once, by the words that the text first has for it. */
function themesOf(claims: readonly Claim[]): string[] {
  const bySlug = new Map<string, string>();
  for (const { slug, text } of [...objects(claims, 'theme'), ...objects(claims, 'worksOn')])
    if (!bySlug.has(slug)) bySlug.set(slug, text);
  return unique([...bySlug.values()]);
}

function temporalOf(claims: readonly Claim[]): TemporalJson | null {
  const periods = objects(claims, 'period');
  const [first] = periods;
  if (first === undefined) return null;
  const open = periods.some((period) => period.end === null);
  const years = unique(periods.filter((period) => period.start === period.end).map((period) => period.start)).sort(
    (a, b) => a - b,
  );
  return {
    start: Math.min(...periods.map((period) => period.start)),
    end: open ? null : Math.max(...periods.map((period) => period.end ?? period.start)),
    years,
    qualifier: periods.find((period) => period.qualifier !== undefined)?.qualifier ?? null,
  };
}

type Describe = (entity: Entity) => EntityJson;

/** Gives what describes the entities of a note. */
function createDescribe(claimsAbout: ClaimsAbout, quote: NoteReading['quoteFromFile']): Describe {
  const ownerOf = createOwners(claimsAbout);
  return (entity) => describe(entity, claimsAbout(entity), ownerOf, quote);
}

function describe(
  entity: Entity,
  claims: readonly Claim[],
  ownerOf: (entity: Entity) => Owner,
  quote: NoteReading['quoteFromFile'],
): EntityJson {
  const countries = objects(claims, 'country');
  const corridors = objects(claims, 'corridor');
  const count = objects(claims, 'countryCount')[0];
  const roles = countries.filter(({ role }) => role !== 'covered' && role !== 'about');
  const passages = unique(claims.flatMap((claim) => claim.evidence.passages)).sort((a, b) => a.start - b.start);
  return {
    id: key(entity).replace(' ', '/').toLowerCase(),
    type: entity.type,
    label: entity.label,
    aliases: unique([
      ...objects(claims, 'acronym'),
      ...objects(claims, 'alias'),
      ...objects(claims, 'identifier'),
    ]).filter((alias) => alias !== entity.label),
    agencies: agenciesOf(entity, claims, ownerOf),
    temporal: temporalOf(claims),
    rounds: roundsOf(claims).map(({ period, countryCount }) => ({
      start: period.start,
      end: period.end,
      countryCount: countryCount?.min ?? null,
    })),
    countries: unique([...countries.map(({ code }) => code), ...corridors.flatMap(({ from, to }) => [from, to])]),
    countryRoles: Object.fromEntries(roles.map(({ code, role }) => [code, role])),
    corridors: corridors.map(({ from, to }) => [from, to] as const),
    regions: unique(objects(claims, 'region').map(({ text }) => text)),
    countryCount: count === undefined ? null : { min: count.min, text: count.text },
    published: objects(claims, 'published')[0] ?? null,
    series: objects(claims, 'partOf')[0]?.label ?? null,
    seriesNumber: objects(claims, 'seriesNumber')[0] ?? null,
    themes: themesOf(claims),
    landingPage: objects(claims, 'landingPage')[0] ?? null,
    contact: objects(claims, 'email')[0] ?? null,
    status: objects(claims, 'status')[0] ?? null,
    evidence: unique(passages.map((passage) => quote(passage.start, passage.end))),
    inferred: claims.some((claim) => claim.property === 'owner' && claim.evidence.attribution === 'inferred'),
  };
}

/** The JSON of one note; every quote is an exact substring of the file. `doc` names the document. */
export function toJson(doc: string, note: NoteReading, { entities, claims }: Extraction): ExtractionJson {
  const byEntity = new Map<Entity, Claim[]>();
  for (const claim of claims) {
    const list = byEntity.get(claim.subject);
    if (list === undefined) byEntity.set(claim.subject, [claim]);
    else list.push(claim);
  }
  const describe = createDescribe((entity) => byEntity.get(entity) ?? [], note.quoteFromFile);
  return { doc, entities: entities.map(describe), damaged: quoteDamaged(note) };
}

/** Describes one thing after the other. */
export function* describeThings(note: NoteReading, { entities, claimsAbout }: Settled): Generator<EntityJson> {
  const describe = createDescribe(claimsAbout, note.quoteFromFile);
  for (const entity of entities) yield describe(entity);
}

/** What is broken in a note, as its file has it. */
export const quoteDamaged = (note: NoteReading): ExtractionJson['damaged'] =>
  note.note.damaged.map(({ start, end }) => ({ quote: note.quoteFromFile(start, end) }));

/** The JSON of one note, as text and thing by thing. */
export function* toJsonText(doc: string, note: NoteReading, settled: Settled): Generator<string | Uint8Array> {
  yield* writeJson(doc, itemsOf(describeThings(note, settled)), itemsOf(quoteDamaged(note)));
}

function* itemsOf(members: Iterable<object>): Generator<string> {
  for (const member of members) yield toItem(member);
}
