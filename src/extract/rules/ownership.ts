/** Reads sentences that say whose a thing just spoken of is: "Owned by …", "the owner is …", "It is updated each year by …". */

import { findActors } from '../bystanders.js';
import { joinOwners } from '../join-owners.js';
import { findKeepers } from '../keepers.js';
import { isTold, type Subject } from '../ledger.js';
import { type Mention, mentionsOf } from '../mention.js';
import type { Organisation } from '../organisations.js';
import { foldParts, rowAt } from '../owner-site.js';
import { findPartners } from '../partners.js';
import type { Rule, Scene } from '../scene.js';
import { spokenThing } from '../spoken-thing.js';

const labelled =
  /^(?:(?:data\s)?(?:owner|producer|publisher|provider|custodian|convenor|convener|organi[sz]er|responsible(?: agency| body| organi[sz]ation)?|(?:maintained|owned|published|produced|compiled|conducted|managed|collected|run|hosted|kept|held|led|organi[sz]ed|convened|carried out|undertaken|issued|edited|prepared|brought out) by|source|compiler)s?(?::|\sis|\sare)?)\s(?:the\s)?$/i;

export const readOwnership: Rule = {
  name: 'ownership',
  apply(scene: Scene) {
    const { block, topic, reading } = scene;
    if (block.kind === 'row' || block.kind === 'heading') return false;
    const { text, mentions } = reading;
    const all = findActors(text, foldParts(text, mentionsOf(mentions, 'organisation'))).present;
    if (all.length === 0) return false;
    if (isBodyAlone(scene, all)) {
      setOwners(scene, topic.subject as Subject, rowAt(text, all, 0));
      return false;
    }
    const at = all.findIndex((mention) => labelled.test(text.slice(0, mention.start)));
    const own = topic.subject?.passages.includes(scene.passage) ? topic.subject : undefined;
    const spoken = own === undefined ? spokenThing(scene) : { subject: own, pointedTo: false };
    if (spoken === undefined || isOfAnother(scene, spoken.subject)) return false;
    const { subject, pointedTo } = spoken;
    const keepers =
      at !== -1
        ? rowAt(text, all, at)
        : own === undefined
          ? findKeepers({ text, start: 0, end: 0, all }, pointedTo)
          : undefined;
    const partners = own === undefined && (pointedTo || keepers !== undefined) ? findPartners({ text, all }) : [];
    if (keepers !== undefined) setOwners(scene, subject, [...keepers, ...partners]);
    else if (/^With\s/.test(text)) addOwners(scene, subject, findPartners({ text, all }));
    else addOwners(scene, subject, partners);
    return false;
  },
};

/** "Raft Survey, 1990–2001. | Dock Board, Saltham.": a body and its town, and no word more, behind the entry of data. */
function isBodyAlone(
  { block, blockIndex, opens, topic, reading }: Scene,
  all: readonly Mention<'organisation'>[],
): boolean {
  const { text } = reading;
  const [first, last] = [all[0], all.at(-1)];
  return (
    block.kind === 'item' &&
    !opens &&
    topic.block === blockIndex &&
    topic.subject?.type === 'Dataset' &&
    first !== undefined &&
    last !== undefined &&
    /^(?:[Tt]he\s)?$/.test(text.slice(0, first.start)) &&
    rowAt(text, all, 0).length === all.length &&
    /^(?:\s\([A-Z][A-Za-z]{1,9}\))?(?:,\s\p{Lu}[\p{L}.-]+(?:\s\p{Lu}[\p{L}.-]+){0,2}){0,2}\.?(?:\s(?:doi:|https?:)\S{1,200})?$/u.test(
      text.slice(last.end),
    )
  );
}

/** A sentence that names things of its own says whose these are. */
const isOfAnother = ({ named, passage }: Scene, subject: Subject): boolean =>
  named.length > 0 && !subject.passages.includes(passage);

/**
 * What the sentence after says of data outweighs what was read before; a document's publishers and a journal's editors come to
 * those that its own sentence or heading tells.
 */
function setOwners(scene: Scene, subject: Subject, owners: readonly Organisation[]): void {
  const { clues, organisations } = subject.ownership;
  const told = !isTold(subject.ownership) || (clues.length === 0 && organisations[0] !== scene.directory.self);
  if (told && subject.type !== 'Dataset') addOwners(scene, subject, owners);
  else subject.ownership = { organisations: [...new Set(owners)], attribution: 'stated', clues: [scene.passage] };
}

/** "With the University of …": a sentence of its own that names who else owns it. */
function addOwners({ passage }: Scene, subject: Subject, owners: readonly Organisation[]): void {
  subject.ownership = joinOwners(subject.ownership, owners, passage);
}
