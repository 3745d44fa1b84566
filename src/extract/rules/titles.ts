/** Reads titles and capitalised names: what they are, whose, when published, in which series and with which number. */
import type { EntityType } from '../claim.js';
import { isStated, isTold, type Subject, say, told } from '../ledger.js';
import type { Mention, NameClass } from '../mention.js';
import { findOwnership } from '../owners.js';
import type { Rule, Scene } from '../scene.js';
import { isByPersons } from './by-persons.js';
import { apposition, classifyTitle, kindBehind, ofNumbers, projectBefore, readCodeInFront } from './classify.js';
import { findEventDate, nameEvent } from './events.js';
import { headingSays } from './heading-says.js';
import { cleanName, withoutCode } from './names-of-things.js';
import { joinSeries, readEdition, readSeries } from './series.js';
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

/** "Wave 4 of the | Crew Panel": which of its rounds is no part of a name. */
const ofRound = /^(?:Wave|Round|Phase|Edition)\s\d{1,2}\sof\s(?:the\s)?/;

/** "Labour force survey.", "Our own survey.": small letters, and a stop of its own. */
const runIn = /^\p{Lu}\p{Ll}*(?:\s[\p{Ll}-]+){0,4}\.$/u;

/** The label of a title that a shorter form of it was seen for already. */
function shortForm(scene: Scene, type: EntityType, label: string): Subject | undefined {
  if (label.split(/\s+/).length > 6) return undefined;
  const present = scene.ledger.recall([type], label);
  return present !== undefined && present.label.length > label.length + 4 ? present : undefined;
}

/** "Eighth Harbour Conference, “Counting in Wartime”, Riga": what a meeting with a name was on is no second meeting. */
const saysTheme = (scene: Scene, { start }: Mention<'title'>): boolean =>
  scene.reading.mentions.some(
    (mention) =>
      mention.kind === 'name' &&
      mention.value.class === 'event' &&
      mention.end < start &&
      /^[,:]\s$/.test(scene.reading.text.slice(mention.end, start)),
  );

function readTitle(scene: Scene, mention: Mention<'title'>): void {
  const type = classifyTitle(scene, mention);
  if (type === undefined || scene.garbled) return;
  if (type === 'Event' && saysTheme(scene, mention)) {
    scene.reject(mention, 'is what a meeting was on');
    return;
  }
  const label = mention.value.text
    .replace(mention.value.style === 'bold' ? /[,;:.]$/ : /[,;:]$/, '')
    .replace(type === 'Dataset' ? ofRound : /^$/, '');
  if (
    type === 'Publication' &&
    label.split(/\s+/).length === 1 &&
    !/\b(?:report|book|publication|entitled|titled|volume|journal)\b/i.test(
      scene.reading.text.slice(Math.max(0, mention.start - 40), mention.start),
    )
  ) {
    scene.reject(mention, 'is a single word, and nothing calls it a document');
    return;
  }
  // "*Labour force survey.* We start from the …": what the paragraph is about.
  if (mention.start === 0 && scene.opens && mention.value.style === 'italic' && runIn.test(mention.value.text)) {
    scene.reject(mention, 'is what the paragraph is about');
    return;
  }
  // "*This appendix belongs to:* …"
  if (/^(?:This|These|Please)\s.{2,60}:$/.test(mention.value.text)) {
    scene.reject(mention, 'is what stands behind it that is meant');
    return;
  }
  const known = shortForm(scene, type, label);
  if (known !== undefined) {
    say(known, 'alias', label, scene.passage, name);
    if (known.passages.length < 8 && !known.passages.includes(scene.passage)) known.passages.push(scene.passage);
    return;
  }
  const found = findOwnership(scene, mention);
  if (type === 'Event') {
    nameEvent(scene, { label, start: mention.start, end: mention.end, ownership: found });
    return;
  }
  const ownership =
    type === 'Publication' && !isStated(found) && isByPersons(scene, mention) ? { ...found, organisations: [] } : found;
  const acronym =
    /^["”*]?\s?\(([A-Z][A-Za-z-]{1,11})\)/.exec(scene.reading.text.slice(mention.end, mention.end + 20))?.[1] ??
    /\(([A-Z][A-Z-]{1,9})\)$/.exec(label)?.[1];
  const code = type === 'Dataset' ? readCodeInFront(scene.reading.text.slice(0, mention.start)) : undefined;
  const subject = nameThing(scene, {
    type,
    label: label.replace(/\s\([A-Z][A-Z-]{1,9}\)$/, ''),
    start: mention.start,
    end: mention.end,
    ownership,
    rule: name,
    ...(acronym === undefined || (acronym.match(/[A-Z]/g)?.length ?? 0) < 2 ? {} : { acronym }),
  });
  if (code !== undefined) say(subject, 'acronym', code, scene.passage, name);
  if (mention.value.href !== undefined) say(subject, 'landingPage', mention.value.href, scene.passage, name);
  follow(scene, subject, mention.end, mention.start);
}

/** What the text now speaks of, and what stands behind the title. */
function follow(scene: Scene, subject: Subject, end: number, start: number): void {
  const { topic } = scene;
  if (subject.type === 'Publication') {
    readEdition(scene, subject, start);
    readSeries(scene, subject, start, end);
    joinSeries(scene, subject, start);
    inheritOwner(subject);
    topic.publication = subject;
  }
  if (subject.type === 'Series' && !(topic.series !== undefined && isPredecessor(scene, start))) topic.series = subject;
  if (subject.type === 'Dataset' || subject.type === 'Project') {
    topic.subject = subject;
    topic.block = scene.blockIndex;
  }
}

/** "It replaces the *Quay Bulletin*": the text goes on about the younger one. */
const isPredecessor = ({ reading: { text } }: Scene, start: number): boolean =>
  /\b(?:replac(?:es|ed)|succeed(?:s|ed)|continues|continued|follows|formerly|supersedes?|took over from)\s(?:the\s|our\s|its\s)?["“„«*_]{0,2}$/.test(
    text.slice(Math.max(0, start - 40), start),
  );

/** A member of a series is its owner's unless its own sentence says otherwise. */
function inheritOwner(subject: Subject): void {
  const series = told(subject, 'partOf');
  if (
    series !== undefined &&
    'ownership' in series &&
    series.ownership.organisations.length > 0 &&
    (subject.ownership.organisations.length === 0 || !isTold(subject.ownership))
  )
    subject.ownership = series.ownership;
}

/** A census takes place and is no meeting for that. */
const besides = (kind: NameClass, type: EntityType | undefined, right: string): EntityType | undefined =>
  kind === 'dataset' && (type === 'Event' || (type === 'Series' && ofNumbers.test(right))) ? undefined : type;

/** "the quarterly Harbour Review", "Harbour Quarterly Review": what comes out again and again is no single document. */
const recurs = (text: string, { start, value }: Mention<'name'>): boolean =>
  value.class === 'publication' &&
  value.year === undefined &&
  /\b(?:review|outlook|abstract|report)$|^(?:report|review)\s(?:on|of)\s/i.test(value.text) &&
  (/\b(?:quarterly|monthly|half-yearly|biannual|annual|yearly|weekly)\s$/i.test(
    text.slice(Math.max(0, start - 14), start),
  ) ||
    /\b(?:Quarterly|Monthly|Biannual)\b/.test(value.text));

/** Why a name names nothing new here, for a curator; undefined where it does. */
function whyNoName(scene: Scene, { start, end, value }: Mention<'name'>, type: EntityType): string | undefined {
  const { reading, block, ledger } = scene;
  const { text: label, head } = value;
  const words = label.split(/\s+/).length;
  // "(Demographic Reports 2004:5)": the series, not another document.
  if (type === 'Publication' && ledger.recall(['Series'], label.replace(/\s\d{4}$/, '')) !== undefined)
    return 'is a number of a series';
  // "the series *Cahiers de la mer* – Working Papers".
  const isBehindTitle = ({ kind, end: to }: Mention): boolean =>
    kind === 'title' && start - to < 7 && /^["”*_]{0,3}\s[–—-]\s$/.test(reading.text.slice(to, start));
  if (type === 'Series' && reading.mentions.some(isBehindTitle)) return 'is what kind of series it is';
  const before = reading.text.slice(Math.max(0, start - 12), start);
  if (words <= 2 && pointsBack.test(before) && shortForm(scene, type, label) !== undefined)
    return 'points back to what was named before';
  // "Panel on …" meets, a "Household Panel" is data; a plan or review without a title is not a document yet.
  if (block.kind === 'heading' && type !== 'Dataset' && type !== 'Series' && headingSays(label) === undefined)
    return 'is a heading';
  if (block.kind === 'heading' && type === 'Publication') return 'is a heading';
  // "USP-004 Banaban Papers": a record that is kept, and no series.
  if (block.kind === 'heading' && type === 'Series' && withoutCode(label) !== label) return 'is a record by its code';
  // A group, a party, a committee is somebody; only on a day does it meet.
  if (type === 'Event' || /^panel\son\b/i.test(label))
    return /^(?:working group|expert group|working party)$/.test(head) && findEventDate(scene, start, end) === undefined
      ? 'is a body, and nothing says on which day it met'
      : undefined;
  if (type !== 'Publication') return undefined;
  if (words < 2) return 'is a kind of document and no title';
  const behind = reading.text.slice(end, end + 12);
  return /^,?\s(?:(?:No|no|Nr)\.?\s?)?[A-Z]?\d|^\.\s\d/.test(behind)
    ? 'is followed by a number, as a series is'
    : undefined;
}

const numberActs = /^\s(?:No|Nr)\.\s?\d{1,4}\s(?:was|is|will be|appeared|came)\b/;

function readName(scene: Scene, mention: Mention<'name'>): void {
  const { text } = scene.reading;
  const { class: kind, acronym, year } = mention.value;
  let label = mention.value.text;
  const behind = text.slice(mention.end, mention.end + 90);
  const type: EntityType =
    projectBefore(text.slice(Math.max(0, mention.start - 40), mention.start)) ??
    besides(kind, apposition(behind), behind) ??
    // "Port and Crew Brief No. 23 was issued in May".
    (kind === 'publication' && numberActs.test(text.slice(mention.end, mention.end + 40)) ? 'Series' : undefined) ??
    // "Port Brief is the Board's quarterly series of short releases".
    (kind === 'publication' && kindBehind(text.slice(mention.end, mention.end + 120)) === 'Series'
      ? 'Series'
      : undefined) ??
    (recurs(text, mention) ? 'Series' : typeOfClass[kind]);
  if (scene.garbled && mention.end > text.length - 40) return;
  const reason = whyNoName(scene, mention, type);
  if (reason !== undefined) {
    scene.reject(mention, reason);
    return;
  }
  const ownership = findOwnership(scene, mention);
  if (type === 'Event' || /^panel\son\b/i.test(label)) {
    nameEvent(scene, { label, start: mention.start, end: mention.end, ownership });
    return;
  }
  if (type === 'Dataset' && year !== undefined && /\d{4}$/.test(label)) label = label.trim();
  // "The 2018 Raft Survey" beneath "Raft Survey": a round of what the heading names.
  if (type === 'Dataset' && year !== undefined && label === `${year} ${scene.heading?.text}`)
    label = label.slice(year.length + 1);
  if (scene.block.kind === 'heading') label = withoutCode(label);
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

/** Whether an earlier rule read these words as part of something longer. */
const isTaken = (scene: Scene, mention: Mention): boolean =>
  scene.taken.some((span) => mention.start >= span.start && mention.end <= span.end);

/** "MIG-02 Household Panel, Crew Module" over the fields of a record: one name, of which a part is none. */
function isPartOfHead(scene: Scene, { start, end }: Mention): boolean {
  const { block, reading } = scene;
  return block.leads === true && end - start < withoutCode(cleanName(reading.text)).length * 0.8;
}

export const readTitles: Rule = {
  name,
  apply(scene) {
    for (const mention of scene.reading.mentions) {
      if (isTaken(scene, mention) || isPartOfHead(scene, mention)) continue;
      if (mention.kind === 'title') readTitle(scene, mention);
      else if (mention.kind === 'name') readName(scene, mention);
    }
    return false;
  },
};
