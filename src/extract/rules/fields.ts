/** Reads records written as fields, one a line or one a row: "Title: …", "Creator: …", "Dates: …". A table set upright. */
import type { Row } from '../../notes/table-rows.js';
import { say } from '../ledger.js';
import { mentionsOf } from '../mention.js';
import { contextOwnership } from '../owners.js';
import type { Rule, Scene } from '../scene.js';
import { type CellRead, readCell } from './cells.js';
import { headingSays } from './classify.js';
import { columnOf } from './columns.js';
import { cleanName, splitAcronym } from './names-of-things.js';
import { ownershipOfCell } from './owner-cell.js';
import { nameThing } from './things.js';

const name = 'record-field';
const field = /^[*_]{0,2}(\p{Lu}[\p{L} /()-]{1,40}?)[*_]{0,2}:[*_]{0,2}\s+(?=\S)/u;
const naming =
  /^(?:(?:full |official |long )?(?:title|name)(?: of (?:the )?(?:\p{Ll}+\s?){1,2})?|data\s?set|database|survey|collection|(?:data\s?set|series|source|survey|study|collection|database) (?:title|name)|resource|publication|project|event|meeting)$/iu;
/** Fields that speak of data wherever they stand. */
const certain =
  /^(?:years?|period|countries(?: covered| of \p{Ll}+)?|countries or areas|producers?|owners?|data owner|time coverage|temporal coverage|reference (?:years?|period)|geographic(?:al)? coverage|reference area|frequency|periodicity|waves?|rounds?)$/iu;
/** Fields of a letter. */
const ofLetters = /^(?:from|to|sent|subject|cc|date|note|notes)$/i;

/** A label and where its value stands in the passage. */
interface Field {
  readonly label: string;
  readonly start: number;
  readonly end: number;
}

/** Reads a field into the record that is open, or opens one; tells whether it was one. */
function readField(scene: Scene, { label, start, end }: Field): boolean {
  const { topic } = scene;
  const words = scene.reading.text
    .slice(start, end)
    .replace(/[.;]\s*$/, '')
    .trim();
  if (naming.test(label)) return openRecord(scene, label, start, words);
  const column = columnOf(label);
  if (column === undefined || column === 'name' || column === 'other' || topic.subject === undefined) return false;
  // Outside a record only what can be nothing else is a field of the data spoken of.
  if (topic.record !== topic.subject && (!certain.test(label) || topic.subject.type !== 'Dataset')) return false;
  const cell: CellRead = { column, start, end, words };
  if (column === 'owner') topic.subject.ownership = ownershipOfCell(scene, cell);
  else readCell(scene, topic.subject, cell);
  topic.block = scene.blockIndex;
  return true;
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

/** Whether a table of two columns holds labels and values: "Field | Value", or "Title | Raft Survey" for its first row. */
function isUpright({ header, cells }: Row): boolean {
  const [label = '', value = ''] = header.map((words) => words.replace(/[*_:]/g, '').trim());
  if (header.length !== 2 || cells.length !== 2) return false;
  if (uprightHeader.test(label) && columnOf(value) === undefined) return true;
  const isName = columnOf(value) === undefined || value.split(' ').length > 3 || /[\d(]/.test(value);
  return /^(?:title|name)$/i.test(label) && isName && /^\p{Lu}.*\s/u.test(value);
}

/** Reads a row of a table set upright as a field; tells whether it is one. */
export function readUprightRow(scene: Scene, row: Row): boolean {
  if (!isUpright(row)) return false;
  const [label, value] = row.cells;
  const words =
    label === undefined ? '' : scene.reading.text.slice(label.start, label.end).replace(/[*_:]/g, '').trim();
  if (value !== undefined) readField(scene, { label: words, start: value.start, end: value.end });
  return true;
}

export const readFields: Rule = {
  name,
  apply(scene) {
    const { text } = scene.reading;
    const { block } = scene;
    if ((block.kind !== 'paragraph' && block.kind !== 'item') || !scene.opens) return false;
    const match = field.exec(text);
    const label = match?.[1]?.trim();
    if (match === null || label === undefined || ofLetters.test(label)) return false;
    return readField(scene, { label, start: match[0].length, end: text.length });
  },
};
