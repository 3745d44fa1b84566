/** Reads documents known by their symbol: "the report of … on his visit to … (E/CN.4/2006/67)". */
import { findAll } from '../../notes/find-all.js';
import { say } from '../ledger.js';
import { mentionsOf } from '../mention.js';
import { findOwnership } from '../owners.js';
import type { Rule, Scene } from '../scene.js';
import { nameThing } from './things.js';

const name = 'document-symbol';
const head =
  /\b(?:(?:(?:19|20)\d{2}|annual|general|joint|final|interim|concluding|periodic|thematic|background|technical|information|working)\s){0,3}(?:report|comment|recommendation|resolution|note|paper|study|document|guidelines|declaration|review|memorandum|decision|observations|addendum|manual)\b/gi;

/** The first head noun of the words that lead to the bracket, its sentence not left. */
function labelStart(text: string, end: number): number | undefined {
  const from = Math.max(text.lastIndexOf(')', end - 1) + 1, text.lastIndexOf('; ', end) + 1, end - 260, 0);
  const match = findAll(text.slice(from, end), head)[0];
  return match === undefined ? undefined : from + match.index;
}

export const readDocuments: Rule = {
  name,
  apply(scene) {
    const { text, mentions } = scene.reading;
    for (const mention of mentionsOf(mentions, 'symbol')) {
      const bracket = /\(\s?(?:document\s|UN document\s)?$/i.exec(
        text.slice(Math.max(0, mention.start - 16), mention.start),
      );
      if (bracket === null) continue;
      const open = mention.start - bracket[0].length;
      const named = mentions.find(
        (other) => (other.kind === 'title' || other.kind === 'name') && other.end <= open + 1 && open - other.end < 4,
      );
      if (named !== undefined) {
        const known = scene.ledger.recall(
          ['Publication'],
          named.kind === 'title' || named.kind === 'name' ? named.value.text : '',
        );
        if (known !== undefined) say(known, 'identifier', mention.value, scene.passage, name);
        continue;
      }
      const start = labelStart(text, open);
      if (start === undefined) continue;
      readDocument(scene, start, text.slice(0, open).trimEnd().length, mention.value);
    }
    return false;
  },
};

function readDocument(scene: Scene, start: number, end: number, symbol: string): void {
  const { text } = scene.reading;
  const label = text.slice(start, end).replace(/\s+/g, ' ');
  const year = /^((?:19|20)\d{2})\s/.exec(label)?.[1];
  const ownership = findOwnership(scene, { start, end });
  const subject = nameThing(scene, {
    type: 'Publication',
    label,
    start,
    end,
    ownership,
    rule: name,
    ...(year === undefined ? {} : { year }),
  });
  say(subject, 'identifier', symbol, scene.passage, name);
  for (const place of mentionsOf(scene.reading.mentions, 'place'))
    if (place.start >= start && place.end <= end && place.value.kind === 'country')
      say(subject, 'country', { code: place.value.code, role: 'about' }, scene.passage, name);
}
