/** Turns what the rules wrote down into entities with stable slugs and claims with evidence. */
import { slugify } from '../iris.js';
import type { Passage } from '../notes/note.js';
import type { Attribution, Claim, Entity, Evidence } from './claim.js';
import { type Entry, type Ledger, type Ownership, type Subject, say } from './ledger.js';
import { labelledSubject, organisationsOf } from './organisation-subjects.js';
import type { Organisation } from './organisations.js';
import { freeUnit } from './recognisers/units.js';

/** The entities and claims of one note, in the order of the text. */
export function settleLedger(
  ledger: Ledger,
  isNamed: (organisation: Organisation) => boolean,
): { entities: Entity[]; claims: Claim[] } {
  for (const subject of [...ledger.subjects]) nameOwners(ledger, subject, isNamed);
  const organisations = organisationsOf(ledger);
  for (const organisation of organisations.keys()) freeUnit(organisation);
  const entityOf = new Map<Subject | Organisation, Entity>();
  const taken = new Map<string, number>();
  const claim = (type: Entity['type'], wanted: string, label: string): Entity => {
    const path = type === 'Unit' ? 'Agency' : type;
    const stem = wanted === '' ? type.toLowerCase() : wanted;
    // Where the last search for this stem ended: counting anew each time takes quadratic time.
    let n = taken.get(`${path} ${stem}`) ?? 1;
    let slug = n === 1 ? stem : `${stem}-${n}`;
    for (; taken.has(`${path} ${slug}`); n++) slug = `${stem}-${n + 1}`;
    taken.set(`${path} ${stem}`, n).set(`${path} ${slug}`, 1);
    return { type, slug, label };
  };
  // Agencies and units share one path, so their slugs are told apart together.
  for (const [organisation, subject] of organisations) {
    const entity = claim(organisation.type, organisationSlug(organisation), organisation.label);
    entityOf.set(subject, entity);
    entityOf.set(organisation, entity);
  }
  for (const subject of ledger.subjects) {
    if (entityOf.has(subject)) continue;
    const [owner] = subject.ownership.organisations;
    const prefix = owner === undefined ? '' : `${organisationSlug(owner)}-`;
    entityOf.set(
      subject,
      claim(subject.type, (prefix + slugify(subject.label)).slice(0, 120).replace(/-$/, ''), subject.label),
    );
  }
  const claims: Claim[] = [];
  for (const subject of ledger.subjects) {
    const entity = entityOf.get(subject);
    if (entity !== undefined) claims.push(...claimsOf(subject, entity, entityOf));
  }
  return { entities: ledger.subjects.flatMap((subject) => entityOf.get(subject) ?? []), claims };
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
  for (const entry of subject.entries.values())
    if (entry.property === 'owner' && !('entries' in entry.object)) labelledSubject(ledger, entry.object, passage);
}

/** The acronym, or the name; a unit's with its agency's in front. */
function organisationSlug(organisation: Organisation): string {
  if (organisation.entry !== undefined) return organisation.slug;
  const own = slugify(organisation.acronym ?? organisation.label) || organisation.slug;
  return organisation.parent === undefined ? own : `${organisationSlug(organisation.parent)}-${own}`;
}

function claimsOf(subject: Subject, entity: Entity, entityOf: ReadonlyMap<Subject | Organisation, Entity>): Claim[] {
  const { ownership } = subject;
  const claims: Claim[] = [];
  const isOrganisation = subject.type === 'Agency' || subject.type === 'Unit';
  const attribution: Attribution =
    isOrganisation || ownership.organisations.length === 0 ? 'stated' : ownership.attribution;
  for (const entry of subject.entries.values()) {
    const object = resolve(entry, entityOf);
    if (object === undefined) continue;
    claims.push({
      subject: entity,
      property: entry.property,
      object,
      evidence: evidenceOf(entry.passages, entry.rule, attribution, ownership),
    } as Claim);
  }
  for (const organisation of ownership.organisations) {
    const owner = entityOf.get(organisation);
    const [first] = subject.passages;
    if (owner === undefined || first === undefined) continue;
    claims.push({
      subject: entity,
      property: 'owner',
      object: owner,
      evidence: { passages: unique([first, ...ownership.clues]), rule: `owner-${ownership.attribution}`, attribution },
    });
  }
  return claims;
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

const unique = (passages: readonly Passage[]): Passage[] => [...new Set(passages)].sort((a, b) => a.start - b.start);

/** The entity an entry's object stands for; other objects as they are. An entity never points to itself. */
function resolve(entry: Entry, entityOf: ReadonlyMap<Subject | Organisation, Entity>): Claim['object'] | undefined {
  const { object } = entry;
  if (typeof object === 'object' && 'label' in object) return entityOf.get(object as Subject | Organisation);
  return object as Claim['object'];
}
