/** Reads titles and capitalised names: what they are, whose, when published, in which series and with which number. */
import type { EntityType } from '../claim.js';
import { type Subject, say, told } from '../ledger.js';
import type { Mention } from '../mention.js';
import { findOwnership } from '../owners.js';
import { insideOf } from '../recognisers/recognise.js';
import type { Rule, Scene } from '../scene.js';
import { classifyTitle, headingSays } from './classify.js';
import { nameEvent } from './events.js';
import { nameThing } from './things.js';

const name = 'titles';
const typeOfClass = {
  dataset: 'Dataset',
  series: 'Series',
  project: 'Project',
  event: 'Event',
  publication: 'Publication',
} as const;
/** A generic name that only points back: "the Survey", "the Report". */
const pointsBack = /^(?:this|that|the|its|these|those|such|each|our)\s$/i;

/** "(MRS 24)", "(Series M, No. 58)", "No. 12", "Working Paper 5": series and number behind a title. */
function readSeries(scene: Scene, subject: Subject, end: number): void {
  const right = scene.reading.text.slice(end, end + 100);
  const match =
    /^["”*]?,?\s?\(?(?<acronym>[A-Z][A-Z&-]{1,7})\s(?:No\.\s?|no\.\s?|#|Vol\.\s?)?(?<number>\d{1,4}(?:\/\d{1,4})?)\)?/.exec(
      right,
    ) ??
    /^["”*]?,?\s?\(?(?:(?<series>\p{Lu}[\p{L}&\s/-]{2,60}?),?\s)?(?:No\.|no\.|Nr\.|number|Number|vol\.|Vol\.|Volume|Issue|issue|#)\s?(?<number>[A-Z]?\d{1,4}(?:\/\d{1,4})?)\b/u.exec(
      right,
    );
  const number = match?.groups?.['number'];
  if (number === undefined) return;
  if (/^(?:19|20)\d{2}$/.test(number) && match?.groups?.['acronym'] !== undefined) return;
  const words = match?.groups?.['acronym'] ?? match?.groups?.['series'];
  const series =
    words === undefined
      ? scene.topic.series
      : (scene.ledger.recall(['Series'], words.trim()) ??
        (match?.groups?.['series'] === undefined ? undefined : newSeries(scene, words.trim())));
  say(subject, 'seriesNumber', number, scene.passage, 'series-number');
  if (series !== undefined) say(subject, 'partOf', series, scene.passage, 'series-number');
}

/** A series that is named only by what it numbers. */
function newSeries(scene: Scene, words: string): Subject | undefined {
  if (!/\b(?:Series|Papers?|Reports?|Bulletin|Studies|Notes?|Briefs?)\b/.test(words)) return undefined;
  return nameThing(scene, {
    type: 'Series',
    label: words,
    start: 0,
    end: 0,
    ownership: findOwnership(scene, { start: 0, end: 0 }),
    rule: 'series-number',
  });
}

/** A title that stands in a sentence about a series, without a number, is a member too. */
function joinSeries(scene: Scene, subject: Subject, start: number): void {
  const { series } = scene.topic;
  if (series === undefined || told(subject, 'partOf') !== undefined || !series.passages.includes(scene.passage)) return;
  const before = scene.reading.text.slice(0, start);
  if (
    /\b(?:titles?(?: as)?|includ(?:e|es|ing)|volumes?|issues?|numbers?|such as|examples?|among (?:them|others))\b/i.test(
      before,
    )
  )
    say(subject, 'partOf', series, scene.passage, 'series-members');
}

/** The label of a title that a shorter form of it was seen for already. */
function shortForm(scene: Scene, type: EntityType, label: string): Subject | undefined {
  if (label.split(/\s+/).length > 6) return undefined;
  const present = scene.ledger.recall([type], label);
  return present !== undefined && present.label.length > label.length + 4 ? present : undefined;
}

function readTitle(scene: Scene, mention: Mention<'title'>): void {
  const type = classifyTitle(scene, mention);
  if (type === undefined || scene.garbled) return;
  const label = mention.value.text.replace(/[,;:]$/, '');
  if (
    type === 'Publication' &&
    label.split(/\s+/).length === 1 &&
    !/\b(?:report|book|publication|entitled|titled|volume|journal)\b/i.test(
      scene.reading.text.slice(Math.max(0, mention.start - 40), mention.start),
    )
  )
    return;
  const known = shortForm(scene, type, label);
  if (known !== undefined) {
    say(known, 'alias', label, scene.passage, name);
    if (known.passages.length < 8 && !known.passages.includes(scene.passage)) known.passages.push(scene.passage);
    return;
  }
  const ownership = findOwnership(scene, mention);
  if (type === 'Event') {
    nameEvent(scene, { label, start: mention.start, end: mention.end, ownership });
    return;
  }
  const acronym =
    /^["”*]?\s?\(([A-Z][A-Za-z-]{1,11})\)/.exec(scene.reading.text.slice(mention.end, mention.end + 20))?.[1] ??
    /\(([A-Z][A-Z-]{1,9})\)$/.exec(label)?.[1];
  const subject = nameThing(scene, {
    type,
    label: label.replace(/\s\([A-Z][A-Z-]{1,9}\)$/, ''),
    start: mention.start,
    end: mention.end,
    ownership,
    rule: name,
    ...(acronym === undefined || (acronym.match(/[A-Z]/g)?.length ?? 0) < 2 ? {} : { acronym }),
  });
  if (mention.value.href !== undefined) say(subject, 'landingPage', mention.value.href, scene.passage, name);
  follow(scene, subject, mention.end, mention.start);
}

/** What the text now speaks of, and what stands behind the title. */
function follow(scene: Scene, subject: Subject, end: number, start: number): void {
  const { topic } = scene;
  if (subject.type === 'Publication') {
    readSeries(scene, subject, end);
    joinSeries(scene, subject, start);
    topic.publication = subject;
  }
  if (subject.type === 'Series') topic.series = subject;
  if (subject.type === 'Dataset' || subject.type === 'Project') {
    topic.subject = subject;
    topic.block = scene.blockIndex;
  }
}

function readName(scene: Scene, mention: Mention<'name'>): void {
  const { text } = scene.reading;
  const { class: kind, acronym, year } = mention.value;
  let label = mention.value.text;
  const type: EntityType = typeOfClass[kind];
  if (scene.garbled && mention.end > text.length - 40) return;
  const before = text.slice(Math.max(0, mention.start - 12), mention.start);
  const known = shortForm(scene, type, label);
  if (known !== undefined && label.split(/\s+/).length <= 2 && pointsBack.test(before)) return;
  // "Panel on …" meets, a "Household Panel" is data; a plan or review without a title is not a document yet.
  if (scene.block.kind === 'heading' && type !== 'Dataset' && type !== 'Series' && headingSays(label) === undefined)
    return;
  if (scene.block.kind === 'heading' && type === 'Publication') return;
  const ownership = findOwnership(scene, mention);
  if (type === 'Event' || /^panel\son\b/i.test(label)) {
    nameEvent(scene, { label, start: mention.start, end: mention.end, ownership });
    return;
  }
  if (type === 'Publication' && label.split(/\s+/).length < 2) return;
  if (type === 'Dataset' && year !== undefined && /\d{4}$/.test(label)) label = label.trim();
  const subject = nameThing(scene, {
    type,
    label,
    start: mention.start,
    end: mention.end,
    ownership,
    rule: name,
    ...(acronym === undefined ? {} : { acronym }),
    ...(year === undefined ? {} : { year }),
  });
  if (type === 'Publication') readPossessor(scene, subject, mention.start);
  follow(scene, subject, mention.end, mention.start);
}

/** "Albania's National Human Development Report 2000" is about Albania. */
function readPossessor(scene: Scene, subject: Subject, start: number): void {
  for (const mention of scene.reading.mentions) {
    if (mention.kind !== 'place' || mention.end > start || mention.value.kind !== 'country') continue;
    if (/^'s?\s$/.test(scene.reading.text.slice(mention.end, start)))
      say(subject, 'country', { code: mention.value.code, role: 'about' }, scene.passage, 'possessor');
  }
}

export const readTitles: Rule = {
  name,
  apply(scene) {
    for (const mention of scene.reading.mentions) {
      if (mention.kind === 'title') readTitle(scene, mention);
      else if (mention.kind === 'name') readName(scene, mention);
    }
    return false;
  },
};

/** Names inside a span, for rules that read a span as a whole. */
export const namesInside = (scene: Scene, start: number, end: number) =>
  insideOf(scene.reading, { start, end }, 'organisation');
