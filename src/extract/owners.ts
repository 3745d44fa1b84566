/** Finds whose a named thing is: in its sentence, by the heading above, by the sentences before, or across a lost heading. */
import type { Passage } from '../notes/note.js';
import { findActors } from './bystanders.js';
import { joinOwners } from './join-owners.js';
import type { Ownership } from './ledger.js';
import { circumstancesIn, type Mention, mentionsOf } from './mention.js';
import { findOnlyBody } from './only-body.js';
import type { Organisation } from './organisations.js';
import { foldParts } from './owner-site.js';
import { findPartnerBehind, findPartners } from './partners.js';
import { findRelated, findSaidBehind, findSubjectBehind } from './relations.js';
import type { Scene } from './scene.js';
import { isCalled } from './spoken-thing.js';

export { rowAt } from './owner-site.js';

interface Span {
  readonly start: number;
  readonly end: number;
}

const besides = (scene: Scene, span: Span): Mention<'organisation'>[] =>
  foldParts(
    scene.reading.text,
    mentionsOf(scene.reading.mentions, 'organisation').filter(
      (mention) => mention.end <= span.start || mention.start >= span.end,
    ),
  );

/** "Its household | survey". */
const possessive = /(?:^|[\s(])(?:[Ii]ts|[Tt]heir)\s(?:[\p{Ll}-]+,?\s){0,4}["“«*_]{0,2}$/u;
/** "It has kept a | Raft Register", "They also publish the |": what bodies do, and data never. */
const pronounActs =
  /^(?:It|They)\s(?:(?:also|has|have|had|now|then|jointly|regularly|further)\s){0,3}(?:publish(?:es|ed)?|issue[sd]?|maintain(?:s|ed)?|keeps?|kept|runs?|ran|conduct(?:s|ed)?|compile[sd]?|operate[sd]?|manage[sd]?|administer(?:s|ed)?|launch(?:es|ed)?|edit(?:s|ed)?|prepare[sd]?|release[sd]?|hosts?|hosted|br(?:ings|ing|ought) out|dr(?:aws|aw|ew) up|carr(?:ies|y|ied) out|sets? up)\s(?:(?:an?|the|its|their|two|three|several)\s)?(?:[\p{Ll}-]+\s){0,4}["“«*_]{0,2}$/u;
/** "*Raft Tables*, another release of theirs". */
const ofTheirs =
  /^["”»*_]{0,2}(?:\s\([^()]{1,30}\))?,\s(?:another|an?\s\p{Ll}+|one more|also an?)\s(?:\p{Ll}+\s){0,3}of\s(?:theirs|its own|hers)\b/u;

/** "Its household survey, …": whom the sentence before was about, where this one names nobody in front. */
function antecedent({ topic, blockIndex, reading }: Scene, span: Span, all: readonly Mention<'organisation'>[]) {
  const { text } = reading;
  if (findSubjectBehind({ text, ...span, all }) !== -1) return undefined;
  if (topic.named?.block !== blockIndex || all.some((mention) => mention.end <= span.start)) return undefined;
  const pointsBack =
    possessive.test(text.slice(Math.max(0, span.start - 60), span.start)) ||
    (span.start < 120 && pronounActs.test(text.slice(0, span.start))) ||
    ofTheirs.test(text.slice(span.end, span.end + 90));
  return pointsBack ? topic.named : undefined;
}

/** "The project's final report, | *Title*": whose the thing is that the text has just spoken of. */
const ofThing = /\b(?:[Tt]he|[Tt]his)\s(?<noun>\p{Ll}+)['’]s\s(?:[\p{Ll}-]+,?\s){1,4}["“«*_]{0,2}$/u;
function ownersOfThing({ topic, reading }: Scene, { start }: Span): Ownership | undefined {
  const noun = ofThing.exec(reading.text.slice(Math.max(0, start - 90), start))?.groups?.['noun'];
  if (noun === undefined) return undefined;
  const spoken = topic.things.find(({ subject }) => subject.type !== 'Publication' && isCalled(subject, noun));
  return spoken === undefined || spoken.subject.ownership.organisations.length === 0
    ? undefined
    : { organisations: spoken.subject.ownership.organisations, attribution: 'stated', clues: [spoken.passage] };
}

/** A row names others in its cells, and behind a lost heading who is named may be only a clue. */
const speaksInSentences = ({ block, section }: Scene): boolean =>
  block.kind !== 'row' && section.attribution !== 'inferred';

/** The owner that the sentence itself states; one whom it only points to is quoted from where it is named. */
function statedOwnership(scene: Scene, span: Span): Ownership | undefined {
  const { text } = scene.reading;
  const all = besides(scene, span);
  const before = antecedent(scene, span, all);
  if (before !== undefined)
    return { organisations: before.organisations, attribution: 'stated', clues: [before.passage] };
  if (all.length === 0) return ownersOfThing(scene, span);
  const circumstances = circumstancesIn(scene.reading.mentions);
  const { present, ever } = findActors(text, all);
  const others = scene.reading.mentions.filter(
    ({ kind, start }) => (kind === 'name' || kind === 'title') && start >= span.end,
  );
  const related = findRelated({ text, ...span, all: present, circumstances, others });
  const owners =
    related.length > 0 || ever.length === present.length
      ? related
      : findRelated({ text, ...span, all: ever, circumstances, others });
  const partners = [
    ...findPartners({ text, all: present }, ...nearby(scene, span)),
    ...findPartnerBehind({ text, all: present, ...span }),
  ];
  if (owners.length > 0)
    return {
      organisations: [...new Set([...owners, ...partners])],
      attribution: 'stated',
      clues: isOnlyWe(scene, all, owners) ? selfClues(scene) : [],
    };
  const only = partners.length === 0 && speaksInSentences(scene) ? findOnlyBody(text, present) : [];
  if (only.length > 0) return { organisations: only, attribution: 'stated', clues: [] };
  if (partners.length === 0) return undefined;
  // The partner alone is named here: the other owner is who the text is about, as its own clue tells.
  const context = contextOwnership(scene);
  const isKnown = partners.every((partner) => context.organisations.includes(partner));
  return isKnown ? { ...context, attribution: 'stated' } : joinOwners(context, partners, scene.passage);
}

/** The owner that is told right behind a name of it alone, as a journal's, which is no part of its articles' sentence. */
export function saidOf(scene: Scene, span: Span): Ownership | undefined {
  const organisations = findSaidBehind({ text: scene.reading.text, ...span, all: besides(scene, span) });
  return organisations.length === 0 ? undefined : { organisations, attribution: 'stated', clues: [] };
}

/** Where a thing's partners stand: before it where no other title does, and behind it up to the next, and not too far off: what stands beyond belongs to another. */
function nearby(scene: Scene, span: Span): [from: number, to: number] {
  const { text, mentions } = scene.reading;
  // "Title, Port Papers No. 6, with the …": the series is no title beside it.
  const others = mentions.filter(
    (mention) => mention.kind === 'title' || (mention.kind === 'name' && mention.value.class !== 'series'),
  );
  return [
    // What stands behind the title before is that title's.
    others.some((mention) => mention.end <= span.start) ? span.start : Math.max(0, span.start - 140),
    Math.min(others.find((mention) => mention.start >= span.end)?.start ?? text.length, span.end + 180),
  ];
}

/** "Title (with STATEC)", ", written with the University of …": who is said to have had a part in it besides its owner. */
export function withPartners(scene: Scene, ownership: Ownership, span: Span): Ownership {
  const { text } = scene.reading;
  const [, to] = nearby(scene, span);
  const partners = findPartners({ text, all: findActors(text, besides(scene, span)).present }, span.end, to);
  if (partners.length === 0 || partners.every((partner) => ownership.organisations.includes(partner))) return ownership;
  return { ...ownership, organisations: [...new Set([...ownership.organisations, ...partners])] };
}

/** Whose the thing at a span is. */
export function findOwnership(scene: Scene, span: Span): Ownership {
  return statedOwnership(scene, span) ?? contextOwnership(scene);
}

/** "One of its components, …", "Another, …": a part of what the text just spoke of is whose that is. */
const continues =
  /^(?:(?:One|Two|Three|Some|Part) of (?:its|their|the)|Another|A (?:second|third|further)|Its|Their)\b/;

/** The owner that the surroundings tell: a speaker of this very paragraph, the section's, or the latest speaker. */
export function contextOwnership(scene: Scene): Ownership {
  const { section, topic, blockIndex } = scene;
  const spoken =
    topic.block === blockIndex && continues.test(scene.reading.text) ? topic.subject?.ownership : undefined;
  if (spoken !== undefined && spoken.organisations.length > 0) return spoken;
  const { speaker, holder } = topic;
  // "● Dock Board", and beneath it "- Raft Panel, 2014".
  if (holder !== undefined && holder.block === blockIndex && scene.block.level > holder.level)
    return { organisations: holder.organisations, attribution: 'stated', clues: [holder.passage], apart: true };
  const here = speaker !== undefined && speaker.block === blockIndex;
  if (section.owner !== undefined) {
    const { named } = topic;
    // "transfers are compiled by the Bank's Crew Department. The series … covers": the part of the owner that does it.
    if (!here && named?.acts === true && named.block === blockIndex && named.organisations[0]?.parent === section.owner)
      return { organisations: named.organisations, attribution: 'stated', clues: [named.passage] };
    const nearer = here && (speaker.organisations[0]?.parent === section.owner || isNamedFirst(scene));
    if (nearer && !speaker.organisations.includes(section.owner))
      return { organisations: speaker.organisations, attribution: 'stated', clues: [speaker.passage] };
    return { organisations: [section.owner], attribution: section.attribution, clues: section.clues };
  }
  const { self } = scene.directory;
  if (here)
    return { organisations: speaker.organisations, attribution: statedUnlessLost(section), clues: [speaker.passage] };
  if (self !== undefined) return { organisations: [self], attribution: 'stated', clues: selfClues(scene) };
  const { principal } = section;
  const fallback =
    principal === undefined
      ? recentSpeaker(scene)
      : { organisations: [principal.organisation], passage: principal.passage };
  if (fallback === undefined) return { organisations: [], attribution: 'stated', clues: [] };
  return { organisations: fallback.organisations, attribution: statedUnlessLost(section), clues: [fallback.passage] };
}

/** Whether one of the owners is named by "we" and "our" alone. */
const isOnlyWe = (
  { directory: { self } }: Scene,
  all: readonly Mention<'organisation'>[],
  owners: readonly Organisation[],
): boolean =>
  self !== undefined &&
  owners.includes(self) &&
  !all.some(({ value, foundBy }) => value === self && foundBy !== 'first-person');

/** Where the author is named and, unless this very sentence does, speaks of himself: "we", "our". */
function selfClues({ directory, reading }: Scene): readonly Passage[] {
  const speaks = reading.mentions.some(({ foundBy }) => foundBy === 'first-person');
  return speaks ? directory.selfClues.slice(0, 1) : directory.selfClues;
}

/** Who spoke a paragraph or two ago, or introduced the list; further back it is somebody else's matter. */
function recentSpeaker({ topic: { speaker, list }, blockIndex, block }: Scene): Scene['topic']['speaker'] {
  if (speaker === undefined || speaker.passage === list?.passage) return speaker;
  return block.kind !== 'item' && blockIndex - speaker.block <= 2 ? speaker : undefined;
}

/** No heading is lost where there are none: the sentence that introduced the speaker states it. */
const statedUnlessLost = (section: Scene['section']): Ownership['attribution'] =>
  section.attribution === 'inferred' ? 'inferred' : 'stated';

/** Whether the paragraph opened with its speaker. */
function isNamedFirst(scene: Scene): boolean {
  const { speaker } = scene.topic;
  return speaker !== undefined && speaker.passage.start <= scene.block.start + 2;
}
