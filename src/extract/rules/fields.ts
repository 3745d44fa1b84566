/** Reads records written as fields, one a line: "Title: …", "Creator: …", "Dates: …", "Coverage: …". A table set upright. */
import { say } from '../ledger.js';
import { mentionsOf } from '../mention.js';
import { contextOwnership } from '../owners.js';
import type { Rule, Scene } from '../scene.js';
import { headingSays } from './classify.js';
import { type CellRead, ownershipOfCell, readCell, readHeader } from './tables.js';
import { nameThing } from './things.js';

const name = 'record-field';
const field = /^[*_]{0,2}(\p{Lu}[\p{L} /()-]{1,40}?)[*_]{0,2}:[*_]{0,2}\s+(?=\S)/u;
const naming =
  /^(?:title|name|data\s?set|database|survey|collection|dataset title|series title|source title|resource)$/i;
/** Fields that speak of data wherever they stand. */
const certain =
  /^(?:years?|period|countries(?: covered| of \p{Ll}+)?|countries or areas|producers?|owners?|data owner|time coverage|temporal coverage|reference (?:years?|period)|geographic(?:al)? coverage|reference area|frequency|periodicity|waves?|rounds?)$/iu;
/** Fields of a collection's description that say nothing of what its data cover. */
const other =
  /^(?:extent|access|language|processed by|repository|note|notes|contact|rights|licen[cs]e|format|size|citation|preferred citation|box|identifier|abstract|description|subject line|from|to|sent|subject|cc|date)$/i;

export const readFields: Rule = {
  name,
  apply(scene) {
    const { text } = scene.reading;
    const { topic, block } = scene;
    if ((block.kind !== 'paragraph' && block.kind !== 'item') || !scene.opens) return false;
    const match = field.exec(text);
    const label = match?.[1]?.trim();
    if (match === null || label === undefined || other.test(label)) return false;
    const start = match[0].length;
    const words = text
      .slice(start)
      .replace(/[.;]\s*$/, '')
      .trim();
    if (naming.test(label)) return openRecord(scene, start, words);
    const [column] = readHeader([label], true);
    if (column === undefined || column === 'name' || topic.subject === undefined) return false;
    // Outside a record only what can be nothing else is a field of the data spoken of.
    if (topic.record !== topic.subject && (!certain.test(label) || topic.subject.type !== 'Dataset')) return false;
    const cell: CellRead = { column, start, end: text.length, words };
    if (column === 'owner') topic.subject.ownership = ownershipOfCell(scene, cell);
    else readCell(scene, topic.subject, cell);
    topic.block = scene.blockIndex;
    return true;
  },
};

/** "Title: …" begins a record; what it is the heading tells, else it is data. */
function openRecord(scene: Scene, start: number, words: string): boolean {
  const label = words
    .replace(/[*_"“”]/g, '')
    .replace(/\s\[[^\]]*\]$/, '')
    .trim();
  if (label.length < 3 || label.split(/\s+/).length > 16) return false;
  const said = headingSays(scene.heading?.text);
  const type = said === 'Publication' || said === 'Event' || said === 'Project' ? said : 'Dataset';
  const acronym = /^(.{4,}?)\s\(([A-Z][A-Za-z-]{1,11})\)$/.exec(label);
  const subject = nameThing(scene, {
    type,
    label: acronym?.[1] ?? label,
    start,
    end: start + words.length,
    ownership: contextOwnership(scene),
    rule: name,
    ...(acronym?.[2] === undefined ? {} : { acronym: acronym[2] }),
  });
  for (const link of mentionsOf(scene.reading.mentions, 'link'))
    say(subject, 'landingPage', link.value, scene.passage, name);
  scene.topic.subject = subject;
  scene.topic.record = subject;
  scene.topic.block = scene.blockIndex;
  return true;
}
