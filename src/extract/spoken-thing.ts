/** Finds which of the things named lately a sentence goes on about: "it", "the journal", "this meeting". */
import type { EntityType } from './claim.js';
import { type Subject, told } from './ledger.js';
import type { Scene, SpokenThing } from './scene.js';

/** What each type of thing is called when a text speaks of it again. */
const nouns: Readonly<Partial<Record<EntityType, string>>> = {
  Dataset:
    'data|database|dataset|data set|survey|surveys|statistics|figures|register|registry|census|series|panel|collection|file|files|archive|study|records|tables?|tabulations?|inventory|portal|module|index|system|compilation|diaries|interviews|microdata|monitor|tracker|estimates|pilot',
  Project: 'project|programme|program|initiative|study|pilot|venture|survey',
  Series: 'journal|newsletter|periodical|bulletin|review|series|yearbook|magazine|digest',
  Publication:
    'report|book|paper|study|guide|handbook|publication|brief|volume|atlas|article|catalogue|profile|review|manual|compendium',
  Event:
    'meeting|workshop|conference|seminar|forum|session|event|consultation|school|round ?table|webinar|training|course|symposium|congress|summit',
};

const pointer = /^(?:(?:here|there) (?:too|also),?\s)?(?:it|they|both|this|these|those|that|all)\b/i;
/** "the yearly survey", "The *Review*": small letters, or one word alone in a capital. */
const noun = new RegExp(
  String.raw`^(?:[Tt]he|[Tt]his|[Tt]hese|[Tt]hat|[Ii]ts)\s["“*_]{0,2}(?:(?:[\p{Ll}\d-]+\s){0,2}?(?<noun>${Object.values(nouns).join('|')})(?![\p{L}-])|(?<name>\p{Lu}\p{Ll}+)(?=["”*_]{0,2}\s\p{Ll}))`,
  'u',
);
const byNoun = new Map(
  Object.entries(nouns).map(([type, words]) => [type as EntityType, new RegExp(`^(?:${words})$`, 'i')]),
);

/** Whether a noun may stand for a thing: one that its type is called by, or the last of its name. */
export const isCalled = ({ type, key }: Subject, noun: string): boolean =>
  byNoun.get(type)?.test(noun) === true || key.endsWith(` ${noun.toLowerCase()}`);

/** "The cards were kept by …" behind "Register Cards of Crews": the noun of its name that a sentence begins with, before what it is of. */
export function headIn({ key }: Subject, text: string): string | undefined {
  const word = /^(?:The|These|Those)\s(?<word>\p{Ll}{4,})\s(?:is|are|was|were|has|have|had)\b/u.exec(text)?.groups?.[
    'word'
  ];
  return word !== undefined && new RegExp(`(?:^| )${word} (?:of|on|for|from|by) `).test(key) ? word : undefined;
}

/** What a sentence that begins by pointing back calls the thing; "The Board …" calls nothing so. */
function nounOf(text: string): string | undefined {
  const groups = noun.exec(text)?.groups;
  const word = groups?.['noun'] ?? groups?.['name'];
  return word !== undefined && [...byNoun.values()].some((words) => words.test(word)) ? word : undefined;
}

/** The data or project that the text has given an acronym. */
export function recallByAcronym({ ledger }: Scene, word: string): Subject | undefined {
  if (!/^\p{Lu}[\p{L}\d-]*\p{Lu}\d*$/u.test(word)) return undefined;
  const subject = ledger.recall(['Dataset', 'Project'], word);
  return subject !== undefined && told(subject, 'acronym') === word ? subject : undefined;
}

/** Nouns by which a thing is spoken of as a whole; "the figures", "the census" may be what somebody else has. */
const wholeThing =
  /^(?:data\s?base|data\s?set|survey|register|registry|panel|archive|inventory|portal|project|programme|journal)$/i;

/** "The MMP is a joint effort of …": by the acronym that the text has given it. */
const acronym = /^(?:The\s)?(\p{Lu}[\p{L}\d-]{0,9}\p{Lu})\s(?:is|was|are|were|has|have|had|belongs)\s/u;

/** "The latter is issued by …": of the two that the sentence before named; a body does something itself. */
function oneOfTwo({ reading, topic: { things }, passage, blockIndex }: Scene): Subject | undefined {
  const which = /^The (former|latter)\s(?:is|was|are|were|has been|have been)\s/.exec(reading.text)?.[1];
  const [latest] = things;
  if (which === undefined || latest === undefined || latest.block !== blockIndex || latest.passage === passage)
    return undefined;
  const both = things.filter((thing) => thing.passage === latest.passage);
  return both.length === 2 ? both[which === 'former' ? 0 : 1]?.subject : undefined;
}

/** The thing that a sentence which names none of its own goes on about, and whether it begins with words that point back to it. */
export function spokenThing(scene: Scene): { subject: Subject; pointedTo: boolean } | undefined {
  const { reading, topic, blockIndex, heading } = scene;
  const near = ({ block, passage }: SpokenThing): boolean => block === blockIndex || passage === heading?.passage;
  const oneOf = oneOfTwo(scene);
  if (oneOf !== undefined) return { subject: oneOf, pointedTo: true };
  const [last] = topic.things;
  if (last !== undefined && near(last) && headIn(last.subject, reading.text) !== undefined)
    return { subject: last.subject, pointedTo: true };
  const word = nounOf(reading.text);
  if (word !== undefined) {
    const here = topic.things.find((thing) => near(thing) && isCalled(thing.subject, word))?.subject;
    // "The dataset was built at …" may open a section of its own.
    const far =
      scene.opens && wholeThing.test(word) && topic.subject !== undefined && isCalled(topic.subject, word)
        ? topic.subject
        : undefined;
    const meant = here ?? far;
    // "Its microdata are released by …": a part of it, which tells whose it is only where nothing else does.
    const part = /^its\s/i.test(reading.text) && (meant?.ownership.organisations.length ?? 0) > 0;
    return meant === undefined ? undefined : { subject: meant, pointedTo: !part };
  }
  const short = acronym.exec(reading.text)?.[1];
  const byAcronym = short === undefined ? undefined : scene.ledger.recall(['Dataset', 'Project', 'Series'], short);
  if (byAcronym !== undefined && topic.things.some((thing) => thing.subject === byAcronym && near(thing)))
    return { subject: byAcronym, pointedTo: true };
  const [latest] = topic.things;
  const spoken = topic.subject !== undefined && topic.block === blockIndex ? topic.subject : undefined;
  const isTopic = latest?.subject.type === 'Dataset' || latest?.subject.type === 'Project';
  const named = latest !== undefined && near(latest) ? latest.subject : undefined;
  const subject = named === undefined || isTopic ? (spoken ?? named) : named;
  return subject === undefined ? undefined : { subject, pointedTo: pointer.test(reading.text) };
}
