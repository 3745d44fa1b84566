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

/** One thing that a note names, and what is said of it. */
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

/** All that was read from one note: what `extract --json` prints. */
export interface ExtractionJson {
  readonly doc: string;
  readonly entities: readonly EntityJson[];
  readonly damaged: readonly { readonly quote: string }[];
}

/** Most lists are empty or hold one value. */
const unique = <T>(values: readonly T[]): T[] => (values.length < 2 ? [...values] : [...new Set(values)]);

/** Gives the objects of one property after the other among an entity's claims, which are looked through once. */
type Objects = <P extends Property>(property: P) => readonly ClaimObjects[P][];

function objectsOf(claims: readonly Claim[]): Objects {
  const byProperty = new Map<Property, unknown[]>();
  for (const { property, object } of claims) {
    const objects = byProperty.get(property);
    if (objects === undefined) byProperty.set(property, [object]);
    else objects.push(object);
  }
  return <P extends Property>(property: P) => (byProperty.get(property) ?? none) as readonly ClaimObjects[P][];
}

const none: readonly never[] = [];

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
    const objects = objectsOf(claims);
    const acronym = entity.type === 'Agency' ? objects('acronym')[0] : undefined;
    const owner = { name: acronym ?? entity.label, owners: objects('owner') };
    if (known.size >= mostOwners) known.clear();
    known.set(entity, owner);
    return owner;
  };
}

/** No body has more above it; what a text chains further up says nothing of the owner. */
const mostLevels = 12;

/** The owners and, behind each unit, what it is a part of. */
function agenciesOf(entity: Entity, objects: Objects, ownerOf: (entity: Entity) => Owner): string[] {
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
  visit(objects('owner'), mostLevels);
  return unique(names);
}

/** The rounds as the text counts them; ranges that the hull would swallow are rounds as well. */
function roundsOf(objects: Objects): readonly ClaimObjects['round'][] {
  const rounds = objects('round');
  const periods = objects('period');
  const ranges = periods.filter((period) => period.start !== period.end);
  return rounds.length > 0 || periods.length < 2 ? rounds : ranges.map((period) => ({ period }));
}

/** Each subject once, by the words that the text first has for it. */
function themesOf(objects: Objects): string[] {
  const bySlug = new Map<string, string>();
  for (const { slug, text } of [...objects('theme'), ...objects('worksOn')])
    if (!bySlug.has(slug)) bySlug.set(slug, text);
  return unique([...bySlug.values()]);
}

function temporalOf(objects: Objects): TemporalJson | null {
  const periods = objects('period');
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
  const objects = objectsOf(claims);
  const countries = objects('country');
  const corridors = objects('corridor');
  const count = objects('countryCount')[0];
  const roles = countries.filter(({ role }) => role !== 'covered' && role !== 'about');
  const passages = unique(claims.flatMap((claim) => claim.evidence.passages)).sort((a, b) => a.start - b.start);
  return {
    id: key(entity).replace(' ', '/').toLowerCase(),
    type: entity.type,
    label: entity.label,
    aliases: unique([...objects('acronym'), ...objects('alias'), ...objects('identifier')]).filter(
      (alias) => alias !== entity.label,
    ),
    agencies: agenciesOf(entity, objects, ownerOf),
    temporal: temporalOf(objects),
    rounds: roundsOf(objects).map(({ period, countryCount }) => ({
      start: period.start,
      end: period.end,
      countryCount: countryCount?.min ?? null,
    })),
    countries: unique([...countries.map(({ code }) => code), ...corridors.flatMap(({ from, to }) => [from, to])]),
    countryRoles: Object.fromEntries(roles.map(({ code, role }) => [code, role])),
    corridors: corridors.map(({ from, to }) => [from, to] as const),
    regions: unique(objects('region').map(({ text }) => text)),
    countryCount: count === undefined ? null : { min: count.min, text: count.text },
    published: objects('published')[0] ?? null,
    series: objects('partOf')[0]?.label ?? null,
    seriesNumber: objects('seriesNumber')[0] ?? null,
    themes: themesOf(objects),
    landingPage: objects('landingPage')[0] ?? null,
    contact: objects('email')[0] ?? null,
    status: objects('status')[0] ?? null,
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
