/** Reads what a sentence beneath a table says of all its rows: "All tables cover Chad, Mali and Niger. Togo is included up to 2019." */
import type { Subject } from '../ledger.js';
import { mentionsOf } from '../mention.js';
import type { Scene } from '../scene.js';
import { readPlaces } from './data-places.js';

const kinds =
  '(?:tables?|data\\s?sets?|data\\s?bases?|series|files?|surveys?|registers?|sources?|collections?|statistics|figures|indicators?|entries)';
const verbs =
  '(?:covers?|includes?|relates? to|refers? to|extends? to|concerns?|(?:is|are) (?:available|published|collected|compiled|produced) for)';
/** "All of these tables cover ", "Each series relates to ", "The figures above are published for ". */
const speaksOfAll = new RegExp(
  String.raw`^(?:(?:(?:All|Each|Every one)(?: of)?(?: the| these)?|Every|These) (?:\p{Ll}+ )?${kinds}(?: above| listed| shown)?|The ${kinds} (?:above|in (?:this|the) table)) ${verbs} `,
  'u',
);
/** "Togo is included up to 2019.": goes on about them. */
const includes = /^[^.;,]{3,60} (?:is|are|was|were) (?:also |only )?(?:included|covered)\b/u;

/** So many blocks may stand between a table and what is said beneath it. */
const reach = 2;

/** The data of the rows above that the sentence speaks of together; none where it does not. */
export function rowsMeant({ topic: { table }, reading: { text }, blockIndex, block }: Scene): readonly Subject[] {
  const isNear = table.last !== undefined && blockIndex - table.last <= reach && block.kind === 'paragraph';
  return isNear && table.data.length > 1 && speaksOfAll.test(text) ? table.data : [];
}

/** Adds the countries of a sentence right behind one that spoke of all rows; tells whether it did. */
export function readIncluded(scene: Scene): boolean {
  const { topic, reading, blockIndex } = scene;
  const { together, data } = topic.table;
  if (together !== blockIndex || !includes.test(reading.text) || /\bnot\b/.test(reading.text)) return false;
  for (const subject of data) readPlaces(scene, subject, mentionsOf(reading.mentions, 'place'));
  return true;
}
