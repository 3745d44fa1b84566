/** Reads sentences that say whose a thing just spoken of is: "Owned by …", "the owner is …", "It is updated each year by …". */

import { findActors } from '../bystanders.js';
import { joinOwners } from '../join-owners.js';
import { findKeepers } from '../keepers.js';
import { isTold, type Subject } from '../ledger.js';
import { circumstancesIn, type Mention, mentionsOf } from '../mention.js';
import { findOnlyBody } from '../only-body.js';
import type { Organisation } from '../organisations.js';
import { foldParts, rowAt } from '../owner-site.js';
import { findPartners } from '../partners.js';
import type { Rule, Scene } from '../scene.js';
import { spokenThing } from '../spoken-thing.js';

const labelled =
  /^(?:(?:data\s)?(?:owner|producer|publisher|provider|custodian|convenor|convener|organi[sz]er|responsible(?: agency| body| organi[sz]ation)?|(?:maintained|owned|published|produced|compiled|conducted|managed|collected|run|hosted|kept|held|led|organi[sz]ed|convened|carried out|undertaken|issued|edited|prepared|made|built|drawn up|put together|written|deposited|supplied|brought out|report|study|paper|guide) by(?:\s(?:its|their)\s(?:makers?|owners?|producers?|authors?),)?|source|compiler)s?(?::|\sis|\sare)?|(?:the\s)?(?:data|files?|records)\s(?:are|is)\sowned\sby|(?:an?\s)?(?:(?:joint|common)\s)?(?:programme|project|product|publication|database|initiative|undertaking|journal|periodical|quarterly|yearbook) of)\s(?:the\s)?$/i;

/** "Run jointly by the |", "Compiled every year since 2010 by |": how and since when, between. */
const doneBy =
  /^(?:(?:now|first|jointly)\s)?(?:maintained|owned|published|produced|compiled|conducted|managed|collected|run|hosted|kept|held|led|carried out|undertaken|issued|prepared|made|built|drawn up|put together|operated|administered)\s(?:(?:jointly|together|regularly|annually|yearly|monthly|quarterly|weekly|daily|since \d{4}|(?:every|each|once a|twice a) \p{Ll}+|in (?:\p{Lu}\p{Ll}+ )?\d{4})\s){1,3}by\s(?:the\s)?$/iu;

/** "the Crew Centre|, which owns the data, …". */
const ownsIt =
  /^,\s(?:which|who)\s(?:owns?|owned|produced|created|made|collected|conducted|carried out|runs?|ran)\s(?:the|these|this)\s(?:data|survey|files?|data\s?base|data\s?set|register|study|records)\b/;

/** "Estimates of stocks by country of origin, compiled by …": what is behind the name of an entry, without a verb of its own. */
const describesEntry =
  /^(?:\p{Lu}[\p{Ll}-]+\s)?(?:\p{Ll}+\s){0,3}(?:[Ee]stimates|[Dd]ata|[Rr]ecords|[Ff]igures|[Ss]tatistics|[Tt]ables|[Cc]ounts|[Ii]nterviews|[Ff]iles|[Ii]nflows|[Oo]utflows|[Ff]lows|[Ss]tocks|[Ss]eries|[Ss]urveys?|[Pp]ermits|[Mm]icrodata|[Rr]egister|[Cc]ensus|[Cc]ards|[Ff]orms|[Pp]apers)\s(?:of|on|about|for|by|from|with|that|which)\s[^.;]{3,160},\s(?:and\s)?\p{Ll}+(?:ed|un|pt|ld|out)\s/u;

/** "**Crew Cards.** | Cards that …": it stands behind a name in bold. */
const isBehindName = ({ topic: { before }, blockIndex }: Scene): boolean =>
  before?.scene.blockIndex === blockIndex && /^\*\*[^*]+\*\*$/.test(before.scene.reading.text.replace('\\*', ''));

const isEntryBody = (scene: Scene): boolean => {
  const { block, opens, topic, blockIndex, reading } = scene;
  return (
    (block.kind === 'item' || isBehindName(scene)) &&
    !opens &&
    topic.block === blockIndex &&
    topic.subject?.type === 'Dataset' &&
    describesEntry.test(reading.text)
  );
};

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
    const at = all.findIndex(
      ({ start, end }) =>
        labelled.test(text.slice(0, start)) ||
        doneBy.test(text.slice(0, start)) ||
        ownsIt.test(text.slice(end, end + 60)),
    );
    const own = topic.subject?.passages.includes(scene.passage) ? topic.subject : undefined;
    const spoken = own === undefined ? spokenThing(scene) : { subject: own, pointedTo: false };
    if (spoken === undefined || (at === -1 && isOfAnother(scene, spoken.subject))) return false;
    const { subject, pointedTo } = spoken;
    const only = own === undefined && isNobodysYet(scene, subject) ? findOnlyBody(text, all) : [];
    const keepers =
      at !== -1
        ? rowAt(text, all, at)
        : own === undefined
          ? findKeepers(
              { text, start: 0, end: 0, all, circumstances: circumstancesIn(mentions) },
              pointedTo || isEntryBody(scene),
            )
          : undefined;
    const partners = own === undefined && (pointedTo || keepers !== undefined) ? findPartners({ text, all }) : [];
    if (keepers !== undefined)
      for (const one of [subject, ...namedTogether(scene, subject)]) setOwners(scene, one, [...keepers, ...partners]);
    else if (/^With\s/.test(text) || isOnlyPartners(scene, all)) addOwners(scene, subject, findPartners({ text, all }));
    else if (only.length > 0 && partners.length === 0) setOwners(scene, subject, only);
    else addOwners(scene, subject, partners);
    return false;
  },
};

/**
 * "The Crew Panel had the same aim. | The Dock Institute asked one crew three times …": in a text that is nobody's own, the only body
 * of the sentence behind one that named data and nobody is their owner.
 */
function isNobodysYet({ topic, blockIndex, directory, section }: Scene, subject: Subject): boolean {
  const { before } = topic;
  return (
    subject.type === 'Dataset' &&
    directory.self === undefined &&
    section.owner === undefined &&
    before?.scene.blockIndex === blockIndex &&
    subject.passages.at(-1) === before.scene.passage &&
    subject.ownership.organisations.length === 0 &&
    mentionsOf(before.scene.reading.mentions, 'organisation').length === 0
  );
}

/** "Both are kept by the Dock Board", "All three belong to …": the others that the sentence before named. */
function namedTogether({ reading, topic: { things }, passage, blockIndex }: Scene, subject: Subject): Subject[] {
  const [latest] = things;
  if (latest === undefined || latest.block !== blockIndex || latest.passage === passage) return [];
  if (
    !/^(?:Both|All\s(?:three|four|five|six))\s(?:of\sthem\s)?(?:\p{Ll}+\s)?(?:are|were|have|had|belong)\b/u.test(
      reading.text,
    )
  )
    return [];
  const named = things.filter((thing) => thing.passage === latest.passage && thing.subject.type === subject.type);
  return [...new Set(named.map((thing) => thing.subject))].filter((other) => other !== subject);
}

/** "- joint with the Dock Board" beneath an item that names data. */
const isOnlyPartners = ({ topic, block, blockIndex, reading: { text } }: Scene, all: readonly Mention[]): boolean =>
  topic.entry?.last === blockIndex &&
  block.level > topic.entry.level &&
  /^(?:joint(?:ly)?|together|shared)\swith\s/i.test(text) &&
  /^(?:\s\([^()]{2,12}\))?[.;]?$/.test(text.slice(all.at(-1)?.end));

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
