/** An extraction as plain JSON, for people and programs that do not speak RDF. */
import type { NoteReading } from '../notes/read.js';
import type { Claim, ClaimObjects, Entity, EntityType, Extraction, Property } from './claim.js';

export interface EntityJson {
  readonly id: string;
  readonly type: EntityType;
  readonly label: string;
  readonly aliases: readonly string[];
  readonly agencies: readonly string[];
  readonly temporal: { readonly start: number; readonly end: number | null; readonly years: readonly number[] } | null;
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

/** The owners and, behind each unit, what it is a part of. */
function agenciesOf(entity: Entity, byEntity: ReadonlyMap<string, readonly Claim[]>): string[] {
  const names: string[] = [];
  const seen = new Set<string>([key(entity)]);
  const visit = (of: Entity): void => {
    for (const owner of objects(byEntity.get(key(of)) ?? [], 'owner')) {
      if (seen.has(key(owner))) continue;
      seen.add(key(owner));
      names.push(shortName(owner, byEntity));
      if (owner.type === 'Unit') visit(owner);
    }
  };
  visit(entity);
  return unique(names);
}

/** The rounds as the text counts them; ranges that the hull would swallow are rounds as well. */
function roundsOf(claims: readonly Claim[]): readonly ClaimObjects['round'][] {
  const rounds = objects(claims, 'round');
  const periods = objects(claims, 'period');
  const ranges = periods.filter((period) => period.start !== period.end);
  return rounds.length > 0 || periods.length < 2 ? rounds : ranges.map((period) => ({ period }));
}

/** The acronym by which the text calls an agency, else its name. */
function shortName(organisation: Entity, byEntity: ReadonlyMap<string, readonly Claim[]>): string {
  const claims = byEntity.get(key(organisation)) ?? [];
  return organisation.type === 'Agency' ? (objects(claims, 'acronym')[0] ?? organisation.label) : organisation.label;
}

/** Each subject once, by the words that the text first has for it. */
function themesOf(claims: readonly Claim[]): string[] {
  const bySlug = new Map<string, string>();
  for (const { slug, text } of [...objects(claims, 'theme'), ...objects(claims, 'worksOn')])
    if (!bySlug.has(slug)) bySlug.set(slug, text);
  return unique([...bySlug.values()]);
}

/** The hull of all periods, and the discrete reference years among them. */
function temporalOf(claims: readonly Claim[]): EntityJson['temporal'] {
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
  };
}

function describe(
  entity: Entity,
  claims: readonly Claim[],
  byEntity: ReadonlyMap<string, readonly Claim[]>,
  quote: (start: number, end: number) => string,
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
    agencies: agenciesOf(entity, byEntity),
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
    evidence: unique(passages.map((passage) => quote(passage.start, passage.end))),
    inferred: claims.some((claim) => claim.property === 'owner' && claim.evidence.attribution === 'inferred'),
  };
}

/** The JSON of one note; every quote is an exact substring of the file. `doc` names the document. */
export function toJson(doc: string, note: NoteReading, extraction: Extraction): ExtractionJson {
  const byEntity = new Map<string, Claim[]>();
  for (const claim of extraction.claims) {
    const list = byEntity.get(key(claim.subject));
    if (list === undefined) byEntity.set(key(claim.subject), [claim]);
    else list.push(claim);
  }
  return {
    doc,
    entities: extraction.entities.map((entity) =>
      describe(entity, byEntity.get(key(entity)) ?? [], byEntity, note.quoteFromFile),
    ),
    damaged: extraction.damaged.map(({ start, end }) => ({ quote: note.quoteFromFile(start, end) })),
  };
}
