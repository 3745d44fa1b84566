/** Gives the years, places and numbers of a sentence to the data that it speaks of. */
import type { Subject } from '../ledger.js';
import { type Mention, mentionsOf } from '../mention.js';
import type { Rule, Scene } from '../scene.js';
import { headIn } from '../spoken-thing.js';
import { continuesTopic } from './continues-topic.js';
import { readCounts, readPlaces, sayPlace } from './data-places.js';
import { speaksOfData } from './data-speech.js';
import { yearsOf } from './data-times.js';
import { readYears } from './data-years.js';
import { markOfNote } from './footnote-marks.js';
import { readHistory } from './history.js';
import { isPlaceOfReference } from './reference-years.js';
import { readRounds } from './rounds.js';
import { readIncluded, rowsMeant } from './rows-together.js';
import { type Named, nearestSubject, subjectsOfSentence } from './sentence-subjects.js';
import { readBreakdown, readMeasures, readThemes } from './subject-matter.js';

const name = 'coverage';
type Located = Mention<'place' | 'corridor'>;

/** "A workshop with data providers, organized by …, was held in Lima on …". */
const meets =
  /^(?:An?|The|Two|Three|Its)\s(?:[\p{Ll}-]+\s){0,3}(?:workshop|meeting|seminar|conference|symposium|webinar|consultation|training course)s?\b[^.;]{0,200}\s(?:was|were|has been|have been|will be|is to be|took place|met)\b/u;

/** Places of a meeting, an author's address and the like were read by other rules; a place inside an event's clause is its. */
function isOfEvent(scene: Scene, at: number): boolean {
  const { text, mentions } = scene.reading;
  const event = mentions.findLast(
    (mention) =>
      mention.end <= at &&
      ((mention.kind === 'name' && mention.value.class === 'event') ||
        (mention.kind === 'title' && scene.ledger.recall(['Event'], mention.value.text) !== undefined)),
  );
  if (event !== undefined && !/[;]/.test(text.slice(event.end, at)) && at - event.end < 120) return true;
  if (meets.test(text)) return true;
  return (
    /\b(?:meeting|workshop|conference|seminar|symposium|consultation|summit)\s[^.;]{0,60}$/i.test(
      text.slice(Math.max(0, at - 80), at),
    ) && !/\bdata\b/i.test(text.slice(Math.max(0, at - 40), at))
  );
}

/** "… of four countries:": the items beneath say what these data cover. */
function noteList({ topic, passage }: Scene, here: readonly { subject: Subject }[]): void {
  const [only, ...more] = here;
  if (topic.list?.passage === passage && only !== undefined && more.length === 0)
    topic.list = { ...topic.list, of: only.subject };
}

/** What a column of years tells, a note at the foot of the table only speaks of: "stopped in 2013". */
const hasYears = ({ statements }: Subject): boolean => [...statements].some(({ property }) => property === 'period');

/** "Movers of Chad, | Quay Working Papers, No. 3": the countries of one of its documents are not the series'. */
const ofDocuments =
  /\b(?:papers?|notes?|briefs?|reports?|documents?|documentos|yearbooks?|bulletins?|journals?|reviews?|newsletters?|digests?|cuadernos|cahiers|monographs?|studies)\b/i;

function give(scene: Scene, subject: Subject, years: readonly Mention<'years'>[], places: readonly Located[]): void {
  // A series' single years are mostly those of its volumes.
  const settled = subject.type === 'Series' || (scene.block.kind === 'footnote' && hasYears(subject));
  const mine = settled ? years.filter(({ value }) => value.form === 'range') : years;
  if (settled || !readRounds(scene, subject)) readYears(scene, subject, mine);
  if (subject.type !== 'Series' || !ofDocuments.test(subject.label)) readPlaces(scene, subject, places);
}

/** A note at the foot of a table goes on about the data whose row bears its mark. */
function takeUpFootnote(scene: Scene): boolean {
  const { topic, blockIndex } = scene;
  if (!scene.opens) return topic.block === blockIndex;
  const mark = markOfNote(scene.reading.text);
  const subject = mark === undefined ? undefined : topic.footnotes.get(mark);
  if (subject === undefined || (subject.type !== 'Dataset' && subject.type !== 'Project')) return false;
  topic.subject = subject;
  topic.block = blockIndex;
  topic.item = false;
  return true;
}

/** "The Barometer itself was run in …": data named lately, by the last word of their name. */
function recallByHead(scene: Scene): Subject | undefined {
  const { text, mentions } = scene.reading;
  const head = /^(?:The|This)\s(\p{Lu}\p{Ll}[\p{L}-]+)(?=\s\p{Ll}|,\s)/u.exec(text)?.[1];
  if (head === undefined || mentions.some(({ start, kind }) => start < head.length + 4 && kind !== 'theme'))
    return undefined;
  const named = scene.topic.things.filter(({ subject: { label } }) => label.endsWith(` ${head}`));
  const [only, ...more] = named;
  const isData = only?.subject.type === 'Dataset' || only?.subject.type === 'Project';
  return isData && more.length === 0 ? only.subject : undefined;
}

/** What the sentence is about: what it names, and the topic where it goes on about that. */
function subjectsOf(scene: Scene): Named[] {
  const here = subjectsOfSentence(scene);
  const recalled = here.length === 0 ? recallByHead(scene) : undefined;
  if (recalled !== undefined) {
    scene.topic.subject = recalled;
    scene.topic.block = scene.blockIndex;
    return [{ subject: recalled, start: 0 }];
  }
  const topic = scene.topic.subject;
  // A clause of its own before the first name goes on about the topic as well.
  const free = here[0] === undefined || scene.reading.text.slice(0, here[0].start).includes(';');
  const onTopic = topic !== undefined && free && (topic.passages.includes(scene.passage) || continuesTopic(scene));
  if (onTopic && topic !== undefined && !here.some((entry) => entry.subject === topic))
    here.unshift({ subject: topic, start: 0 });
  return here;
}

/** "From these the | Tabulation", "The resulting | Price File": made of what the sentence before tells. */
const madeFrom = /^(?:From|Out of)\s(?:these|them|those)\b|^(?:The|A)\sresulting\s["“*]{0,2}$/;
/** "All three have been recoded and are published as the | Census Tables": it goes by this name. */
const issuedAs =
  /^(?:All|Both|These|They|The\s(?:results|records|files|returns|data|figures|answers))\b[^.;]{0,160}\b(?:as|under the (?:title|name)(?:\sof)?)\s(?:the\s)?["“*]{0,2}$/;
/** "They enter the | Crew Database", "The returns are loaded into the |": the sentence before tells since when. */
const enters =
  /^(?:They|These|Those|All (?:of )?(?:them|this|these)|The\s(?:results|records|returns|reports|replies|answers|cards|entries|figures|data))\s(?:then\s|all\s)?(?:enter|feed|go into|make up|flow into|(?:are|were)\s(?:\p{Ll}+ly\s)?(?:entered|loaded|stored|kept|held|gathered|collected|brought together|put together|fed)\s(?:in|into|together in))\s(?:the|its|our|their|a)\s["“*]{0,2}$/u;
/** "What they send in every evening becomes the | Passage Monitor": so the paragraph up to here was about it. */
const becomes =
  /^(?:What|All that|Whatever|The answers|The results|The reports)\s[^.;]{3,100}\s(?:becomes?|is called|makes? up|goes? into|feeds?)\s(?:the|our|its|their)\s["“*]{0,2}$/;
/** "They can be consulted in the | Crew Database": what the sentence before tells is in it. */
const consultedIn =
  /^(?:They|These|The\s(?:results|records|data|figures|estimates|tables))\s(?:can|may)\s(?:all\s|now\s)?be\s(?:consulted|found|seen|downloaded|looked\sup|had)\s(?:in|on|through)\sthe\s["“*]{0,2}$/;
/** "This | Remittances Survey", "The records of this | Crew Survey": the name of what was asked before. */
const calledSo =
  /^(?:(?:The|All)\s(?:\p{Ll}+\s){0,2}(?:records|data|files|results|answers|microdata|tables|replies)\s(?:of|from)\s(?:this|these)|This|Its|Their)\s["“*]{0,2}$/u;

/** "From these the Tabulation was made", "This Remittances Survey was …": the sentence before was about it. */
function readSentenceBefore(scene: Scene, here: readonly Named[]): void {
  const [only, ...more] = here;
  const { before } = scene.topic;
  if (before === undefined || only === undefined || more.length > 0) return;
  if (before.scene.blockIndex !== scene.blockIndex) return;
  const lead = scene.reading.text.slice(0, only.start);
  // "…, month by month, from January 2001 to October 2020. This Transfer Monitor is …": what has lost its beginning was of it.
  const isCut = before.scene.cut && /^This\s/.test(lead);
  if (!before.named && calledSo.test(lead)) {
    const asked = [before.scene, ...before.unnamed].find(({ reading }) => asking.test(reading.text));
    const told = isCut ? before.scene : asked;
    if (told !== undefined) readSentence(told, [{ subject: only.subject, start: 0 }]);
  }
  if (becomes.test(lead))
    for (const scene of before.unnamed) readSentence(scene, [{ subject: only.subject, start: 0 }]);
  const isSource =
    consultedIn.test(lead) ||
    madeFrom.test(lead) ||
    issuedAs.test(lead) ||
    becomes.test(lead) ||
    (!before.named && enters.test(lead));
  if (isSource) readSentence(before.scene, [{ subject: only.subject, start: 0 }]);
}

/** So many sentences back "what they send in" may point. */
const mostUnnamed = 3;

/** The sentences of the same paragraph before this one that named no data, the latest first. */
function unnamedBefore({ topic: { before }, blockIndex }: Scene): readonly Scene[] {
  if (before === undefined || before.named || before.scene.blockIndex !== blockIndex) return [];
  return [before.scene, ...before.unnamed].slice(0, mostUnnamed);
}

const asking = /\b(?:interviewed|asked|surveyed|questioned|visited|counted|spoke (?:with|to))\b/i;

/** Whether a year or place may be one of the data; why not, a curator is told. */
function isOfData(scene: Scene, mention: Mention): boolean {
  const located = mention.kind === 'place' || mention.kind === 'corridor';
  const reason = isOfEvent(scene, mention.start)
    ? 'is said of a meeting'
    : located && isPlaceOfReference(scene, mention)
      ? 'is where a document came out'
      : located && isBesidesData(scene, mention)
        ? 'is named beside the data: a share, a comparison, who paid'
        : undefined;
  if (reason !== undefined) scene.reject(mention, reason);
  return reason === undefined;
}

/** "Chad and Togo keep no such register. For these countries the figures are …". */
const theseCountries = /^(?:For|In|From)\s(?:these|those)\s(?:\p{L}+\s){0,2}(?:countries|states|territories|cases)\b/u;
function readTheseCountries(scene: Scene, [only, ...more]: readonly Named[]): void {
  const { before } = scene.topic;
  if (before === undefined || before.scene.blockIndex !== scene.blockIndex) return;
  if (only === undefined || more.length > 0 || !theseCountries.test(scene.reading.text)) return;
  for (const mention of before.scene.reading.mentions)
    if (mention.kind === 'place') sayPlace(before.scene, only.subject, mention, 'covered');
}

/** Gives each of the subjects what the sentence says of it. */
function readSentence(scene: Scene, here: readonly Named[]): void {
  const { text, mentions } = scene.reading;
  const subjects = new Set(here.map((entry) => entry.subject));
  for (const subject of subjects) {
    const mine = (mention: Mention): boolean =>
      nearestSubject(text, here, mention.start) === subject && isOfData(scene, mention);
    const places = mentions.filter(
      (mention): mention is Located => (mention.kind === 'place' || mention.kind === 'corridor') && mine(mention),
    );
    give(scene, subject, yearsOf(scene).filter(mine), places);
    if (subjects.size === 1) readWhole(scene, subject);
  }
}

/** What is said of the only subject of a sentence, wherever in it. */
function readWhole(scene: Scene, subject: Subject): void {
  const { text } = scene.reading;
  const hasRounds = [...subject.statements].some(
    (entry) => entry.property === 'round' && entry.passages.includes(scene.passage),
  );
  if (!hasRounds) readCounts(scene, subject);
  if (subject.type === 'Dataset') {
    readBreakdown(scene, subject);
    readMeasures(scene, subject, text);
  }
  readThemes(scene, subject, 0, text.length);
}

/** "It was taken in 2011, 2014 and 2017", "This was done in 2016": what one does with data alone. */
const takenAgain =
  /^This\swas\s(?:done|repeated)\b|^(?:It|They)\s(?:(?:was|were|has been|have been)\s(?:(?:first|last)\s)?(?:taken|held|fielded|conducted|repeated|carried out|run|computed|calculated|measured|compiled)\b|(?:began|started)\sin\b)|^The\s(?:reference\s)?(?:dates|days)\s(?:are|were)\s|^(?:Its|The)\sfirst\s(?:reference\s)?year\s(?:is|was)\s|^(?:Those|The ones?|That)\s(?:of|from)\s(?:19|20)\d{2}\b|\b(?:organi[sz]ed|held|conducted|ran|undertook|fielded|repeated)\sit[,\s]|\bthe\scountries\s(?:are|were)\s/;

export const readCoverage: Rule = {
  name,
  apply(scene) {
    const { reading, block, topic } = scene;
    if (topic.block === scene.blockIndex) topic.item = block.kind === 'item';
    if (block.kind === 'row' || scene.garbled) return false;
    if (block.kind === 'footnote' && !takeUpFootnote(scene)) return false;
    const rows = rowsMeant(scene);
    for (const subject of rows) readSentence(scene, [{ subject, start: 0 }]);
    if (rows.length > 0) topic.table.together = scene.blockIndex;
    if (rows.length > 0 || readIncluded(scene)) return false;
    const here = subjectsOf(scene);
    readSentenceBefore(scene, here);
    readTheseCountries(scene, here);
    topic.before = { scene, named: here.length > 0, unnamed: here.length > 0 ? [] : unnamedBefore(scene) };
    if (here.length === 0) return false;
    noteList(scene, here);
    const isOfData =
      speaksOfData(reading.text) ||
      takenAgain.test(reading.text) ||
      (topic.subject !== undefined && headIn(topic.subject, reading.text) !== undefined) ||
      block.kind === 'footnote' ||
      tellsMuch(scene) ||
      // "- returned from: Chad; Togo" beneath an item that names data.
      (topic.entry?.last === scene.blockIndex && block.level > topic.entry.level) ||
      // "Asia: Chad and Togo, which share a form": what a list of places tells needs no word for data.
      (block.kind === 'item' && here.some(({ subject }) => subject === topic.list?.of)) ||
      here.some(({ subject }) => subject.type === 'Project' || subject.passages.includes(scene.passage));
    if (isOfData) readSentence(scene, here);
    readHistory(scene, here);
    return false;
  },
};

/** Years from and to, or three countries and more, where the text goes on about data: they need no word for data. */
const tellsMuch = ({ reading: { mentions } }: Scene): boolean =>
  mentionsOf(mentions, 'years').some(({ value }) => value.form !== 'single') ||
  mentionsOf(mentions, 'place').filter(({ value }) => value.kind === 'country').length >= 3;

/** ", and in Togo| from the Dock Board": where something else comes from. */
const fromElsewhere = /^\s(?:from|by|through)\s(?:the\s)?\p{Lu}/u;
const alsoIn = /[,;]\s(?:and\s|but\s)?in\s(?:the\s)?$/;

/** Percentages of something by region, shares and examples speak of the world, not of what data cover. */
function isBesidesData(scene: Scene, mention: Located): boolean {
  const { text } = scene.reading;
  const before = text.slice(Math.max(0, mention.start - 60), mention.start);
  if (alsoIn.test(before) && fromElsewhere.test(text.slice(mention.end, mention.end + 40))) return true;
  return /\b(?:per cent|percent|%|affiliated with|focus on|as in|similar to|compared (?:with|to)|financed by|funded by|paid (?:for )?by|supported by|commissioned by|on behalf of|with the (?:help|support|assistance) of|in cooperation with|in collaboration with|attended by|(?:colleagues|guests|experts|scholars|participants|researchers|officials|speakers) from|delegates (?:from|of))\b[^.;]*$/i.test(
    before,
  );
}
