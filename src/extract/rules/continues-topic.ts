/** Tells whether a passage goes on about the data spoken of: by its place, by words that point back, and not of another's data. */

import { type Mention, mentionsOf } from '../mention.js';
import type { Organisation } from '../organisations.js';
import type { Scene } from '../scene.js';
import { headIn } from '../spoken-thing.js';

/** What a sentence calls data, or a part of them, when it speaks of them again. */
const dataNoun =
  'data|database|dataset|data set|survey|surveys|statistics|figures|estimates|compilation|information|register|registry|census|censuses|series|records|collection|archive|coverage|sample|questionnaires?|microdata|panel|project|programme|study|tables?|indicator|files?|round|rounds|wave|waves|results?|reference period|time series|interviews|interviewers|respondents|holdings|observations|module|inventory|portal|tool|matrix|fieldwork|field time|pilot|categories|researchers';
/** "The database", "these national estimates": small letters only, "the Border Survey" is a name of its own. */
const pointingBack = new RegExp(
  String.raw`^(?:[Tt]he|[Tt]his|[Tt]hese|[Tt]hat|[Tt]hose|[Ii]ts|[Tt]heir|[Aa]ll|[Bb]oth)\s(?:[\p{Ll}\d-]+\s){0,3}?(?:${dataNoun})\b|^(?:[Tt]hey|[Ii]t)\b`,
  'u',
);
/** A sentence that begins with data and says not whose: "Data are available …", "Fieldwork: …". */
const nobodys =
  /^(?:data|statistics|figures|estimates|information|records|coverage|series|tables|results|(?:\p{L}+\s){0,2}rounds?|reference (?:period|area|years?)|fieldwork|field ?(?:time|work|period)|interviews|the following countries|geographic(?:al)? coverage|time coverage|countries covered|years covered|period covered|coverage of)\b/iu;
/** "Statistics Canada holds …" begins with a name. */
const nameFirst = /^\p{Lu}\p{L}*\s\p{Lu}/u;
/** "… carried out this survey": wherever it stands in the sentence. */
const thisOne =
  /\b[Tt]his\s(?:survey|database|data set|dataset|census|register|registry|panel|study|compilation|collection|project|module|inventory)\b/u;
const anyPointer = new RegExp(
  String.raw`\b(?:it|its|them|they|their|(?:the|this|these|those|that)\s(?:\p{Ll}+\s){0,2}?(?:${dataNoun}))\b`,
  'iu',
);

/** "prices.csv: monthly prices …", "`tide.dta` holds …": a file of its own. */
const namesFile = /^[`"“*]{0,2}[\w-]{1,40}\.(?:csv|tsv|dta|sav|xlsx?|ods|rds|rdata|parquet|zip|json|shp|tab)\b/i;

/** What an organisation does with data of its own: another's sentence with such a verb speaks of another's data. */
const making =
  /^,?\s(?:(?:also|further|itself|regularly|now|has|have|had|since|for its part,?|in turn)\s){0,3}(?:publish\w*|collect\w*|compil\w+|maintain\w*|keeps?|kept|holds?|held|runs?|run|ran|conduct\w*|operat\w+|issu\w+|releas\w+|produc\w+|gathers?|gathered|hosts?|manages?|managed|estimat\w+|counts?|counted|records?|recorded|registers?|registered|built|developed|prints?|printed|interviews|asked|asks|took|puts?|revisit\w*)\b/iu;
/** "A second collection", "another register": of the same kind, and not the same. */
const anotherOne =
  /^(?:an?|one|the)\s(?:(?:second|third|fourth|further|different|similar|separate|related|other|younger|older|earlier|companion|sister|parallel|complementary)\s)(?:\p{Ll}+\s){0,2}?(?:collection|data\s?base|data\s?set|survey|register|registry|file|study|source|compilation|archive|series|project)\b|^its\s(?:successor|predecessor|(?:younger|older)\s(?:sister|brother)|counterpart|sister)\b|^(?:another|similar|comparable|other|further)\s(?:\p{Ll}+\s){0,2}?(?:collection|data\s?base|data\s?set|survey|register|registry|file|study|source|compilation|archive|series|project|module)s?\b/iu;

/** "… are listed by the Employment Centre": made by another, and not said of what was spoken of. */
const madeBy =
  /\b(?:listed|compiled|kept|maintained|held|collected|published|run|recorded|registered|issued|released|produced|conducted|managed)\s(?:\p{Ll}+\s){0,4}?by\s(?:the\s)?$/u;
/** "The register of trainees": the kind of data and what they are of. */
const dataOf =
  /^the\s(?:\p{Ll}+\s)?(?:register|registry|database|data\s?set|survey|census|panel|archive|inventory|file)\s(?:of|on|for)\s(?<of>(?:[\p{Ll}-]+\s){1,6})/iu;

/** "The Irregular Departures Interview, …": a name, whoever bears it. */
const nameAtStart =
  /^(?:The|An?)\s(?<name>\p{Lu}[\p{L}-]+(?:\s(?:(?:of|for|on|and|in)\s)?\p{Lu}[\p{L}-]+){1,8})(?=,|\s\p{Ll})/u;

/** Whether a sentence begins with a name that neither the subject nor anybody known bears. */
function namesAnother(scene: Scene, start: number): boolean {
  const { text, mentions } = scene.reading;
  const name = nameAtStart.exec(text.slice(start))?.groups?.['name'];
  const { subject } = scene.topic;
  if (name === undefined || subject === undefined) return false;
  const from = text.indexOf(name, start);
  if (mentions.some((mention) => mention.start < from + name.length && mention.end > from)) return false;
  const label = subject.label.toLowerCase();
  return !name.split(/\s/).some((word) => word.length > 3 && label.includes(word.toLowerCase()));
}

/** "Data of the Nigerian agency NAPTIP cover …": somebody else's. */
function areOfOther(scene: Scene, start: number): boolean {
  const { text, mentions } = scene.reading;
  return mentionsOf(mentions, 'organisation').some(
    (mention) =>
      mention.start > start &&
      mention.start - start < 100 &&
      /^(?:the\s)?(?:data|figures|statistics|records|estimates|tables)\s(?:of|from|by)\s(?:the\s)?(?:\p{L}+\s){0,3}$/iu.test(
        text.slice(start, mention.start),
      ) &&
      !ownsTopic(scene, mention.value),
  );
}

/** Whether what a sentence calls data of something is the subject by another of its words. */
function isOfTopic(scene: Scene, of: string): boolean {
  const label = scene.topic.subject?.label.toLowerCase() ?? '';
  const words = of.split(/\s/).filter((word) => word.length > 4);
  return words.length === 0 || words.some((word) => label.includes(word.slice(0, 5)));
}

/** Where the sentence proper begins: behind its number and an adverbial in front, "(iv) ", "In 2015, ", "With Eurostat, ". */
export function sentenceStart(text: string): number {
  const number = /^(?:\(?(?:\d{1,3}|[ivx]{1,5}|[a-z])[.)]\s)?/iu.exec(text)?.[0].length ?? 0;
  const adverbial =
    /^(?:(?:In|Since|By|Until|From)\s(?:\p{Lu}\p{Ll}+\s)?\d{4},?\s|(?:In|At|On|For|From|Since|With|Within|Until|During|By|Under|Besides|Together with|As for|Here too,?|However|Moreover|Today|Across)\s?[^,.;:]{0,80},\s)/u.exec(
      text.slice(number),
    );
  return number + (adverbial?.[0].length ?? 0);
}

/** The organisation that is the subject of the sentence, if one is. */
function actorOf(scene: Scene, start: number): Mention<'organisation'> | undefined {
  const { text, mentions } = scene.reading;
  return mentionsOf(mentions, 'organisation').find(
    (mention) => mention.end > start && /^(?:the\s)?$/i.test(text.slice(start, Math.max(start, mention.start))),
  );
}

/** "Statistics on returns for the years 2010 to 2022 are prepared by …": data that have no name, of a matter of their own. */
const dataOfTheirOwn =
  /^(?:Statistics|Data|Estimates|Counts)\s(?:on|of|about)\s(?!(?:the|these|this|those|all|its|their|both)\s)(?:\p{Ll}[\p{L}-]*,?\s){1,8}(?:for\s[^.;:]{4,40}\s)?(?:(?:are|is|were|was)\s(?:\p{Ll}+\s){0,2}(?:prepared|compiled|kept|held|produced|published|collected|made|released)\b|(?:come|came)\sfrom\b|belongs?\sto\b)/u;

/** "Titles issued by the Board in the period include …": documents, and their dates. */
const tellsOfTitles =
  /^(?:Other\s|Recent\s)?(?:Titles|Publications|Reports|Books|Papers|Studies)\s(?:issued|published|released|that appeared|which appeared)\b/;

/** "Emigrants were counted in the census of Chad in 2007", behind a survey: a census is no survey. */
const inCensus =
  /^(?:\p{Lu}\p{Ll}+|The\s\p{Ll}+)\s[^.;:]{0,60}\b(?:counted|enumerated|recorded|asked\s(?:about|for))\sin\sthe\s(?:(?:19|20)\d{2}\s)?census(?:es)?\sof\b/u;

/** "Frontex publishes detections …", "UNHCR's Refugee Data Finder goes back …", "A second collection …": other data. */
export function speaksOfOtherData(scene: Scene): boolean {
  const { text, mentions } = scene.reading;
  const start = sentenceStart(text);
  const rest = text.slice(start);
  if (anotherOne.test(rest) || namesFile.test(rest) || dataOfTheirOwn.test(rest) || tellsOfTitles.test(rest))
    return true;
  if (inCensus.test(rest) && !/census/i.test(scene.topic.subject?.label ?? 'census')) return true;
  if (/^we\s(?:also|further)\b/i.test(rest) && !anyPointer.test(rest)) return true;
  const of = dataOf.exec(rest)?.groups?.['of'];
  if (of !== undefined && !isOfTopic(scene, of)) return true;
  if (isMadeByOther(scene, start) || areOfOther(scene, start) || namesAnother(scene, start)) return true;
  const actor = actorOf(scene, start);
  if (actor === undefined) return false;
  const behind = text.slice(actor.end);
  const isOwner = ownsTopic(scene, actor.value);
  // "the University's Crew Centre, which owns the data, …": a part of it, and no data of its own.
  const part = mentionsOf(mentions, 'organisation').some((one) => one.start > actor.end && one.start <= actor.end + 4);
  if (!isOwner && !part && /^['’]s?\s(?:own\s)?(?:\p{Ll}+\s){0,3}\p{Lu}/u.test(behind)) return true;
  return making.test(behind) && !anyPointer.test(behind.split(/;|, (?:and|but|which|where)\s/)[0] ?? behind);
}

function ownsTopic({ topic }: Scene, organisation: Organisation): boolean {
  const owners = topic.subject?.ownership.organisations ?? [];
  return owners.some((owner) => owner === organisation || owner.parent === organisation);
}

/** "Seasonal workers are listed by the National Employment Centre": nothing before the verb points back. */
function isMadeByOther(scene: Scene, start: number): boolean {
  const { text, mentions } = scene.reading;
  if (scene.topic.subject !== undefined && headIn(scene.topic.subject, text.slice(start)) !== undefined) return false;
  return mentionsOf(mentions, 'organisation').some((mention) => {
    const before = text.slice(Math.max(start, mention.start - 200), mention.start);
    return (
      mention.start > start &&
      madeBy.test(before) &&
      !/[;:]/.test(before) &&
      !anyPointer.test(before) &&
      !nobodys.test(before) &&
      !ownsTopic(scene, mention.value)
    );
  });
}

/** Whether the passage goes on about the topic; the topic then moves into its block. */
export function continuesTopic(scene: Scene): boolean {
  const { topic, block, blockIndex, reading } = scene;
  if (topic.subject === undefined || isLeft(scene)) return false;
  if (topic.item && block.kind === 'item' && topic.block !== blockIndex && scene.opens) return leave(scene);
  if (speaksOfOtherData(scene)) return leave(scene);
  if (topic.block === blockIndex) return true;
  const words = reading.text.slice(sentenceStart(reading.text));
  const continues =
    (scene.heading !== undefined && topic.subject.passages.includes(scene.heading.passage)) ||
    // Behind a first sentence of something else, "the data" are that thing's.
    (scene.opens && (opensOnTopic(words) || isItemOfTopic(scene)));
  if (continues) {
    topic.block = blockIndex;
    topic.item = false;
  }
  return continues;
}

/** An item beneath data without an introduction of its own, or with one that was about them: "Chad 2001 and 2012". */
function isItemOfTopic(scene: Scene): boolean {
  const { topic, block, reading } = scene;
  if (block.kind !== 'item' || scene.cut) return false;
  const start = sentenceStart(reading.text);
  if (topic.list === undefined) {
    const actor = actorOf(scene, start);
    return actor === undefined || ownsTopic(scene, actor.value);
  }
  const ofTopic = topic.list.of !== undefined && topic.list.of === topic.subject;
  return (
    ofTopic &&
    reading.mentions.some(
      (mention) =>
        (mention.kind === 'place' || mention.kind === 'years') &&
        /^(?:the\s)?$/i.test(reading.text.slice(start, Math.max(start, mention.start))),
    )
  );
}

const opensOnTopic = (words: string): boolean =>
  pointingBack.test(words) || (nobodys.test(words) && !nameFirst.test(words)) || thisOne.test(words);

/** What follows in this block points to the other data that it speaks of, not to the topic. */
function leave(scene: Scene): false {
  const { subject } = scene.topic;
  if (subject !== undefined) scene.topic.elsewhere = { block: scene.blockIndex, from: subject };
  return false;
}

function isLeft({ topic, blockIndex }: Scene): boolean {
  return topic.elsewhere?.block === blockIndex && topic.elsewhere.from === topic.subject;
}
