/** Finds datasets that are editions of one: of one owner, and called alike but for the year or the number of the edition. */
import type { Claim, Entity, Extraction } from '../../extract/claim.js';
import { slugify } from '../../iris.js';
import { nameKeys } from './note-things.js';

/** "… 2005", "… (2005)", "…: The 2005 Revision", "…, third edition", "… version 2.1". */
const mark =
  /[\s,:–—-]*\(?(?:the\s+)?(?:\d{4}(?:[-–/]\d{2,4})?(?:\s+(?:revision|edition|update|version))?|(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,2}(?:st|nd|rd|th))\s+(?:revision|edition)|(?:revision|edition|version)\s+[\d.]{1,8})\)?$/i;

interface Edition {
  readonly entity: Entity;
  readonly note: string;
  readonly title: Claim & { readonly property: 'label' };
  readonly owner: Claim & { readonly property: 'owner' };
  /** The title without what tells the edition. */
  readonly stem: string;
}

const isOf =
  <P extends Claim['property']>(property: P) =>
  (claim: Claim): claim is Claim & { readonly property: P } =>
    claim.property === property;

function editionsIn({ note, claims }: Extraction): Edition[] {
  const owners = new Map<string, Claim & { readonly property: 'owner' }>();
  for (const claim of claims.filter(isOf('owner')))
    if (!owners.has(claim.subject.slug)) owners.set(claim.subject.slug, claim);
  return claims.filter(isOf('label')).flatMap((title): Edition[] => {
    const owner = owners.get(title.subject.slug);
    const stem = title.object.replace(mark, '').trim();
    // What is left must still be a name, and not "Survey".
    if (title.subject.type !== 'Dataset' || owner === undefined || stem === title.object || !/\s/.test(stem)) return [];
    return [{ entity: title.subject, note: note.slug, title, owner, stem }];
  });
}

/** What each edition says of its series: that it is of it, what it is called and whose it is, on the words of its own title. */
function claimsOn({ entity, title, owner }: Edition, series: Entity): Claim[] {
  const evidence = { ...title.evidence, rule: 'editions' };
  return [{ subject: entity, property: 'edition', object: { series, owner: owner.object }, evidence }];
}

/** The extractions with what they say of series; two editions make one, whichever notes they stand in. */
export function addSeries(extractions: readonly Extraction[]): Extraction[] {
  const byKey = new Map<string, Edition[]>();
  for (const edition of extractions.flatMap(editionsIn)) {
    const key = `${edition.owner.object.slug} ${nameKeys(edition.stem).join(' ')}`;
    byKey.set(key, [...(byKey.get(key) ?? []), edition]);
  }
  const added = new Map<string, Claim[]>();
  for (const editions of byKey.values()) {
    const [first] = editions;
    if (first === undefined || new Set(editions.map(({ entity }) => entity.slug)).size < 2) continue;
    const slug = slugify(`${first.owner.object.slug} ${first.stem}`);
    const series: Entity = { type: 'Series', slug, label: first.stem };
    for (const edition of editions)
      added.set(edition.note, [...(added.get(edition.note) ?? []), ...claimsOn(edition, series)]);
  }
  return extractions.map((extraction) => {
    const claims = added.get(extraction.note.slug);
    return claims === undefined ? extraction : { ...extraction, claims: [...extraction.claims, ...claims] };
  });
}
