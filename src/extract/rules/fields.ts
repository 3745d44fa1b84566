/** Reads records written as fields, one a line or one a row: "Title: …", "Creator: …", "Dates: …". A table set upright. */

import { isSectionLabel } from '../../notes/section-words.js';
import type { Row } from '../../notes/table-rows.js';
import { type Subject, say } from '../ledger.js';
import { mentionsOf } from '../mention.js';
import { contextOwnership } from '../owners.js';
import type { Rule, Scene } from '../scene.js';
import { type CellRead, readCell } from './cells.js';
import { headType } from './classify.js';
import { type Column, columnOf } from './columns.js';
import { headingSays } from './heading-says.js';
import { cleanName, splitAcronym, withoutCode } from './names-of-things.js';
import { ownershipOfCell } from './owner-cell.js';
import { nameThing } from './things.js';

const name = 'record-field';
const field =
  /^(?:\d{1,2}(?:\.\w{1,2}){1,2}\.?\s+)?[*_]{0,2}(\p{Lu}[\p{L} /()-]{1,40}?)(?:\s?\(\d{1,3}\))?[*_]{0,2}:[*_]{0,2}\s+(?=\S)/u;
const naming =
  /^(?:(?:full |official |long )?(?:title|name)(?: of (?:the )?(?:\p{Ll}+\s?){1,2})?|data\s?set|database|survey|collection|(?:data\s?set|series|source|survey|study|collection|database) (?:title|name)|(?:national|country|local|proxy) (?:series|indicator)|resource|product|publication|project|event|meeting)$/iu;
const anyOf = (labels: readonly string[]): RegExp => new RegExp(`^(?:${labels.join('|')})$`, 'iu');
/** What is asked of data alone: of when they are, and who made them. "Data providers" is asked of a whole indicator. */
const ofDataAlone = [
  'years?(?: covered| held)?|census years|time series|period(?: covered)?|span|dates covered|reference (?:years?|period)',
  '(?:time|temporal) (?:coverage|scope)|coverage - time',
  'who (?:keeps?|made|makes|owns|holds|runs|compiles|collects|publishes|produces|maintains) \\p{L}+',
];
const asksOfData = anyOf(ofDataAlone);
/** Fields that speak of data wherever they stand: when, where, whose, how often. */
const certain = anyOf([
  ...ofDataAlone,
  'countries(?: covered| of \\p{Ll}+)?|countries or areas|corridors|geography|scope|covers|reference area',
  '(?:geographic(?:al)?|spatial) (?:coverage|scope)|coverage - (?:area|geography)',
  'coverage|field ?work(?: dates?| period)?|(?:data )?providers?',
  'producers?|(?:data )?owners?|compiling (?:agency|institution)|depositors?|custodians?|keepers?|holders?',
  '(?:deposited|held|kept|maintained|collected|compiled) by',
  '(?:data )?frequency(?: of (?:data )?collection)?|periodicity|(?:waves?|rounds?)(?: held)?',
]);
/** Headings of a form under which it says what it describes. */
export const describing = /^(?:data )?description$|^data\s?set$/i;
/** "time coverage: 2008–2023", in small letters beneath the item that they describe. */
const smallField = /^(\p{Ll}[\p{Ll} ]{2,30}?):\s+(?=\S)/u;
/** Fields of a letter. */
const ofLetters = /^(?:from|to|sent|subject|cc|date|note|notes)$/i;

const placed: ReadonlySet<Column> = new Set<Column>(['places', 'coverage', 'origin', 'destination']);

/** A label and where its value stands in the passage. */
interface Field {
  readonly label: string;
  readonly start: number;
  readonly end: number;
}

/** "Source: Dock Board, Crew Unit": whose the data are, where a body stands there. */
const isSomebody = ({ reading, topic }: Scene, label: string, start: number): boolean =>
  /^sources?$/i.test(label) &&
  topic.subject?.type === 'Dataset' &&
  mentionsOf(reading.mentions, 'organisation').some((mention) => mention.start === start);

/** Labels of who only keeps or gives out what somebody else has made. */
const keeping =
  /^(?:data )?(?:depositors?|deposited by|distributors?|distributed by|archives?|custodians?|holders?|held by|kept by)$/i;

/** "Producer: A", then "Depositor: B": who made it owns it; of two makers both do. */
function readOwner(scene: Scene, subject: Subject, label: string, cell: CellRead): void {
  const ownership = ownershipOfCell(scene, cell);
  const { topic, blockIndex } = scene;
  const before = topic.makers?.subject === subject ? topic.makers : undefined;
  if (before !== undefined && keeping.test(label)) return;
  const both = before !== undefined && before.block !== blockIndex && ownership.attribution === 'stated';
  subject.ownership = both
    ? { ...ownership, organisations: [...new Set([...subject.ownership.organisations, ...ownership.organisations])] }
    : ownership;
  if (!keeping.test(label) && ownership.organisations.length > 0) topic.makers = { subject, block: blockIndex };
}

/** Reads a field into the record that is open, or opens one; tells whether it was one. */
function readField(scene: Scene, { label, start, end }: Field): boolean {
  const { topic } = scene;
  const words = scene.reading.text
    .slice(start, end)
    .replace(/[.;]\s*$/, '')
    .trim();
  if (naming.test(label)) return openRecord(scene, label, start, words);
  const column = isSomebody(scene, label, start) ? 'owner' : columnOf(label);
  if (column === undefined || column === 'name' || column === 'other') return false;
  if (topic.subject === undefined && certain.test(label)) openUnderHeading(scene, label);
  if (topic.subject === undefined) return false;
  // Outside a record only what can be nothing else is a field of the data spoken of.
  const isOfData = (certain.test(label) || column === 'owner') && topic.subject.type === 'Dataset';
  if (topic.record !== topic.subject && !isOfData) return false;
  const cell: CellRead = { column, start, end, words };
  topic.field = { block: scene.blockIndex, column };
  if (column === 'owner') readOwner(scene, topic.subject, label, cell);
  else readCell(scene, topic.subject, cell);
  topic.block = scene.blockIndex;
  return true;
}

const deposited = /^(?:producers?|depositors?|custodians?|(?:deposited|produced) by)$/i;

/** "Sistema de Residencias (SIRRE)", then "Owner: …", "Period: …": the heading right above the fields names the record. */
export function openUnderHeading(scene: Scene, fieldLabel: string): Subject | undefined {
  const { heading, topic, blockIndex, ledger } = scene;
  if (heading === undefined || blockIndex - heading.passage.block > 4) return undefined;
  const whole = cleanName(heading.text);
  const { label, acronym } = splitAcronym(withoutCode(whole));
  const column = columnOf(label);
  // "MIG-06  Flow Monitoring: Chad": what bears the mark of its record is a name, whatever words it has.
  // "Database on Crews in Countries of the Coast": words enough for a name.
  const isLong = label.split(/\s+/).length > 5;
  const isLabel =
    withoutCode(whole) === whole && !isLong && column !== undefined && column !== 'name' && column !== 'source';
  if (
    isLabel ||
    isSectionLabel(label) ||
    label.split(/\s+/).length < 2 ||
    label.length > 100 ||
    /^(?:Record|Entry|Table|Part|Annex)\b/.test(label)
  )
    return undefined;
  const own = headType(label);
  // "Tidal Migration Project", "Depositor: …": what somebody deposits is its data.
  const isDeposited = own === 'Project' && deposited.test(fieldLabel);
  const type =
    own === undefined || own === 'Agency' || own === 'Unit' || own === 'Series' || isDeposited ? 'Dataset' : own;
  const subject = ledger.subject(type, label, contextOwnership(scene), heading.passage, name);
  say(subject, 'label', label, heading.passage, name);
  if (acronym !== undefined) say(subject, 'acronym', acronym, heading.passage, name);
  topic.subject = subject;
  topic.record = subject;
  topic.sheet ??= subject;
  return subject;
}

/** "3.a Coverage", "The Raft Register holds …", then "3.b Time series": of the data that the field before spoke of. */
const spokenJustNow = ({ topic: { things }, blockIndex }: Scene): Subject | undefined =>
  things.find(({ subject, block }) => subject.type === 'Dataset' && block === blockIndex - 2)?.subject;

/** In a form with numbered headings: the block under "3.8 Time coverage" is the value of that field. */
function readUnderLabel(scene: Scene): boolean {
  const { heading, topic, blockIndex, reading } = scene;
  if (heading === undefined || heading.passage.block !== blockIndex - 1) return false;
  const sheet = topic.sheet ?? (asksOfData.test(heading.text) ? spokenJustNow(scene) : undefined);
  if (sheet === undefined) return false;
  // "3.1 Data description": "The data set gives …" speaks of what the sheet is about.
  if (describing.test(heading.text)) topic.subject ??= sheet;
  if (!certain.test(heading.text)) return false;
  topic.subject = sheet;
  topic.record = sheet;
  return readField(scene, { label: heading.text, start: 0, end: reading.text.length });
}

/** What a record is, by the label of its name, else by the heading; else it is data. */
function typeOfRecord(scene: Scene, label: string): 'Dataset' | 'Publication' | 'Event' | 'Project' {
  for (const words of [label, scene.heading?.text]) {
    const said = headingSays(words);
    if (said !== undefined && said !== 'Series' && said !== 'Agency' && said !== 'Unit') return said;
  }
  return 'Dataset';
}

/** "Title: …" begins a record. */
function openRecord(scene: Scene, fieldLabel: string, start: number, words: string): boolean {
  const { label, acronym } = splitAcronym(cleanName(words));
  if (label.length < 3 || label.split(/\s+/).length > 16) return false;
  const subject = nameThing(scene, {
    type: typeOfRecord(scene, fieldLabel),
    label,
    start,
    end: start + words.length,
    ownership: contextOwnership(scene),
    rule: name,
    ...(acronym === undefined ? {} : { acronym }),
  });
  for (const link of mentionsOf(scene.reading.mentions, 'link'))
    say(subject, 'landingPage', link.value, scene.passage, name);
  scene.topic.subject = subject;
  scene.topic.record = subject;
  scene.topic.block = scene.blockIndex;
  return true;
}

const uprightHeader =
  /^(?:fields?|items?|elements?|attributes?|property|properties|key|metadata|characteristics?|information|)$/i;

const sectionMark = /^\d{1,2}\.$/;
const numberedLabel = /^\d{1,2}(?:\.\w{1,2}){1,2}\.?\s+(?=\p{Lu})/u;
/** "Round II, 2018": the round whose places the value tells. */
const roundLabel =
  /^(?:rounds?|waves?|editions?|cycles?)\s(?:[IVX]{1,4}|\d{1,2}|[a-z]+)[,:]?\s\(?(?<year>(?:19|20)\d{2})\)?$/i;

/** Whether a table of two columns holds labels and values: "Field | Value", or "Title | Raft Survey" for its first row. */
function isUpright({ header, cells }: Row): boolean {
  const [label = '', value = ''] = header.map((words) => words.replace(/[*_:]/g, '').trim());
  if (header.length !== 2 || cells.length !== 2) return false;
  if (uprightHeader.test(label) && columnOf(value) === undefined) return true;
  // "Product:   Raft Statistics" over "Release:   27 April 2021".
  if (/:\W*$/.test(header[0] ?? '') && naming.test(label) && /^\p{Lu}.*\s/u.test(value)) return true;
  // "2.  SOURCES" over "2.a Preferred source   Raft Survey"; "Owner   Dock Board" over "Period   2001–2010".
  if (sectionMark.test(label) || numberedLabel.test(label)) return true;
  if (certain.test(label) && (columnOf(value) === undefined || /\d/.test(value))) return true;
  const isName = columnOf(value) === undefined || value.split(' ').length > 3 || /[\d(]/.test(value);
  return /^(?:title|name)$/i.test(label) && isName && /^\p{Lu}.*\s/u.test(value);
}

/** "Round I, 2015": "Chad, Togo" tells a round of the record that is open, and its places. */
function readRoundField(
  scene: Scene,
  words: string,
  { label, value }: { label: { start: number; end: number }; value: { start: number; end: number } },
): boolean {
  const { record } = scene.topic;
  if (record === undefined || record.type !== 'Dataset' || !roundLabel.test(words)) return false;
  const { text } = scene.reading;
  readCell(scene, record, { ...label, column: 'years', words: text.slice(label.start, label.end) });
  readCell(scene, record, { ...value, column: 'places', words: text.slice(value.start, value.end) });
  return true;
}

/** Reads a row of a table set upright as a field; tells whether it is one. */
export function readUprightRow(scene: Scene, row: Row): boolean {
  if (!isUpright(row)) return false;
  const [label, value] = row.cells;
  if (label === undefined || value === undefined) return true;
  const whole = row.words.slice(label.start, label.end).replace(/[*_:]/g, '').trim();
  const words = whole.replace(numberedLabel, '');
  const said = row.words.slice(value.start, value.end);
  // "2.b Second choice   Raft Panel": whatever its number is called, a noun of data opens a record.
  const isOpen = [undefined, 'source', 'name'].includes(columnOf(words));
  const opens = whole !== words && isOpen && headType(splitAcronym(said).label) === 'Dataset';
  if (opens ? openRecord(scene, words, value.start, said) : readRoundField(scene, words, { label, value })) return true;
  readField(scene, { label: words, start: value.start, end: value.end });
  return true;
}

/** "Reference area", "Latvia. Country of last residence is shown for Norway …": the next sentences of a field of places go on with it. */
function readOn(scene: Scene): boolean {
  const { topic, reading, blockIndex } = scene;
  const { field, subject } = topic;
  if (field === undefined || field.block !== blockIndex || subject === undefined || !placed.has(field.column))
    return false;
  if (
    /\b(?:not?|nor|never|without|except\w*|refused|destroyed|missing|planned|invited|announced)\b/i.test(reading.text)
  )
    return false;
  readCell(scene, subject, { column: 'places', start: 0, end: reading.text.length, words: reading.text });
  return false;
}

export const readFields: Rule = {
  name,
  apply(scene) {
    const { text } = scene.reading;
    const { block } = scene;
    if (block.kind !== 'paragraph' && block.kind !== 'item') return false;
    if (!scene.opens) return readOn(scene);
    const small = block.kind === 'item' ? smallField.exec(text) : null;
    const isCertain = small !== null && (certain.test(small[1] ?? '') || small[1] === 'source');
    const match = isCertain ? small : field.exec(text);
    const label = match?.[1]?.trim();
    if (match === null || label === undefined) return readUnderLabel(scene);
    if (ofLetters.test(label)) return false;
    return readField(scene, { label, start: match[0].length, end: text.length });
  },
};
