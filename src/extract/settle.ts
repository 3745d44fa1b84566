/** Turns what the rules wrote down into entities with stable slugs and claims with evidence. */
import { slugify } from '../iris.js';
import type { Passage } from '../notes/note.js';
import type { Attribution, Claim, Entity, EntityType, Evidence } from './claim.js';
import { type Entry, type Ledger, type Ownership, type Subject, say, told } from './ledger.js';
import { whyNoData } from './no-data-names.js';
import { labelledSubject, organisationsOf } from './organisation-subjects.js';
import type { Organisation } from './organisations.js';
import { freeUnit } from './recognisers/units.js';

/** What one note says, thing by thing: claims are made when they are asked for, since millions of them would not fit. */
export interface Settled {
  /** In the order of the text. */
  readonly entities: readonly Entity[];
  /** The claims about an entity of this note, in the order of the text. */
  claimsAbout(entity: Entity): Claim[];
}

/** Settles who owns what and which slug each thing has. */
export function settleLedger(ledger: Ledger, isNamed: (organisation: Organisation) => boolean): Settled {
  for (const subject of ledger.subjects) takeOwnersOfSeries(subject);
  for (const subject of [...ledger.subjects]) if (!isNoData(subject)) nameOwners(ledger, subject, isNamed);
  for (const organisation of organisationsOf(ledger).keys()) freeUnit(organisation);
  const entityOf = createEntities(ledger);
  const subjectOf = new Map<Entity, Subject>();
  for (const subject of ledger.subjects) {
    const entity = entityOf.get(subject);
    if (entity !== undefined) subjectOf.set(entity, subject);
  }
  return {
    entities: [...subjectOf.keys()],
    claimsAbout(entity) {
      const subject = subjectOf.get(entity);
      return subject === undefined ? [] : claimsOf(subject, entity, entityOf);
    },
  };
}

/** What a rule took for data and is none. */
const isNoData = ({ type, label }: Subject): boolean => type === 'Dataset' && whyNoData(label) !== undefined;

/** "Laurent, M. (2021), “Title”, Dock Board Working Papers": where nothing else tells whose a document is, whoever brings out its series does. */
function takeOwnersOfSeries(subject: Subject): void {
  if (subject.type !== 'Publication' || subject.ownership.organisations.length > 0) return;
  const series = told(subject, 'partOf');
  if (series === undefined || !('ownership' in series)) return;
  const { organisations, attribution } = series.ownership;
  subject.ownership = { organisations, attribution, clues: series.passages.slice(0, 1) };
}

/** An entity for each organisation and each subject; an organisation and its subject have the same one. */
function createEntities(ledger: Ledger): ReadonlyMap<Subject | Organisation, Entity> {
  const entityOf = new Map<Subject | Organisation, Entity>();
  const claim = createSlugs();
  const slugs = new Map<Organisation, string>();
  for (const [organisation, subject] of organisationsOf(ledger)) {
    const { type, label } = organisation;
    const slug = organisationSlug(organisation);
    slugs.set(organisation, slug);
    const entity = { type, slug: claim(type, slug), label };
    entityOf.set(subject, entity);
    entityOf.set(organisation, entity);
  }
  for (const subject of ledger.subjects) {
    if (entityOf.has(subject) || isNoData(subject)) continue;
    const { type, label } = subject;
    const [owner] = subject.ownership.organisations;
    const prefix = owner === undefined ? '' : `${slugs.get(owner) ?? organisationSlug(owner)}-`;
    const wanted = (prefix + slugify(label)).slice(0, 120).replace(/-$/, '');
    entityOf.set(subject, { type, slug: claim(type, wanted), label });
  }
  return entityOf;
}

/** Gives each slug once on a path; where one is taken, with the next free number. */
function createSlugs(): (type: EntityType, wanted: string) => string {
  const paths = new Map<EntityType, Map<string, number>>();
  return (type, wanted) => {
    // Agencies and units share one path, so their slugs are told apart together.
    const path = type === 'Unit' ? 'Agency' : type;
    const stem = wanted === '' ? type.toLowerCase() : wanted;
    const taken = paths.get(path) ?? new Map<string, number>();
    paths.set(path, taken);
    // Where the last search for this stem ended: counting anew each time takes quadratic time.
    let n = taken.get(stem) ?? 1;
    let slug = n === 1 ? stem : `${stem}-${n}`;
    for (; taken.has(slug); n++) slug = `${stem}-${n + 1}`;
    taken.set(stem, n).set(slug, 1);
    return slug;
  };
}

/** An owner that only its title's line names is an organisation of the note all the same. */
function nameOwners(ledger: Ledger, subject: Subject, isNamed: (organisation: Organisation) => boolean): void {
  const [passage] = subject.passages;
  if (passage === undefined) return;
  for (const organisation of subject.ownership.organisations) {
    labelledSubject(ledger, organisation, subject.ownership.clues[0] ?? passage);
    const { parent } = organisation;
    if (parent !== undefined && isNamed(parent))
      say(
        labelledSubject(ledger, organisation, passage),
        'owner',
        parent,
        subject.ownership.clues[0] ?? passage,
        'unit-of',
      );
  }
  for (const entry of subject.statements)
    if (entry.property === 'owner' && !('statements' in entry.object)) labelledSubject(ledger, entry.object, passage);
}

/** So many larger bodies stand in a unit's slug; a text that says more has no end of them. */
const mostParents = 12;

/** The acronym, or the name; a unit's with its agency's in front. */
function organisationSlug(organisation: Organisation, parents = mostParents): string {
  if (organisation.entry !== undefined) return organisation.slug;
  const own = slugify(organisation.acronym ?? organisation.label) || organisation.slug;
  const { parent } = organisation;
  return parent === undefined || parents === 0 ? own : `${organisationSlug(parent, parents - 1)}-${own}`;
}

function claimsOf(subject: Subject, entity: Entity, entityOf: ReadonlyMap<Subject | Organisation, Entity>): Claim[] {
  const { ownership } = subject;
  const claims: Claim[] = [];
  const isOrganisation = subject.type === 'Agency' || subject.type === 'Unit';
  const attribution: Attribution =
    isOrganisation || ownership.organisations.length === 0 ? 'stated' : ownership.attribution;
  for (const entry of subject.statements) {
    const object = resolve(entry, entityOf);
    if (object === undefined) continue;
    claims.push({
      subject: entity,
      property: entry.property,
      object,
      evidence: evidenceOf(quotedFor(subject, entry), entry.rule, attribution, ownership),
    } as Claim);
  }
  for (const organisation of ownership.organisations) {
    const owner = entityOf.get(organisation);
    const [first] = subject.passages;
    if (owner === undefined || first === undefined) continue;
    const joined = ownership.joined?.find((one) => one.organisation === organisation);
    const found =
      joined === undefined
        ? { clues: ownership.clues, rule: `owner-${ownership.attribution}`, attribution }
        : { clues: [joined.passage], rule: 'owner-stated', attribution: 'stated' as const };
    claims.push({
      subject: entity,
      property: 'owner',
      object: owner,
      evidence: {
        passages: unique([first, ...found.clues, ...whereStated(subject, organisation, found)]),
        rule: found.rule,
        attribution: found.attribution,
      },
    });
  }
  return claims;
}

/** "The Bank" was read before the name was: the name is quoted from where it is written. */
function quotedFor({ passages }: Subject, { property, object, passages: told }: Entry): readonly Passage[] {
  if (property !== 'label' || told.some(({ text }) => text.includes(object))) return told;
  const written = passages.find(({ text }) => text.includes(object));
  return written === undefined ? told : [written];
}

const names = ({ text }: Passage, { label, acronym }: Organisation): boolean =>
  text.includes(label) || (acronym !== undefined && text.includes(acronym));

/** A title that stands alone first, and with its owner in a later sentence, is quoted from there too. */
function whereStated(
  { passages: [first, ...later] }: Subject,
  organisation: Organisation,
  { attribution, clues }: Pick<Ownership, 'attribution' | 'clues'>,
): Passage[] {
  if (attribution !== 'stated' || clues.length > 0 || first === undefined || names(first, organisation)) return [];
  return later.filter((passage) => names(passage, organisation)).slice(0, 1);
}

/** A statement of an inferred owner's thing quotes the clue as well. */
function evidenceOf(
  passages: readonly Passage[],
  rule: string,
  attribution: Attribution,
  ownership: Ownership,
): Evidence {
  return {
    passages: attribution === 'inferred' ? unique([...passages, ...ownership.clues]) : passages,
    rule,
    attribution,
  };
}

const unique = (passages: readonly Passage[]): Passage[] =>
  passages.length < 2 ? [...passages] : [...new Set(passages)].sort((a, b) => a.start - b.start);

/** The entity an entry's object stands for; other objects as they are. An entity never points to itself. */
function resolve(entry: Entry, entityOf: ReadonlyMap<Subject | Organisation, Entity>): Claim['object'] | undefined {
  const { object } = entry;
  if (typeof object === 'object' && 'label' in object) return entityOf.get(object as Subject | Organisation);
  return object as Claim['object'];
}
