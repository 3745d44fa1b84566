/** Tells that persons have written a document: "a paper by Ada Holland appeared as “Title”". */
import type { Mention } from '../mention.js';
import type { Scene } from '../scene.js';

const person = String.raw`\p{Lu}[\p{L}'’.-]*(?:\s(?:van|von|de|del|da|di|al)){0,2}(?:\s\p{Lu}[\p{L}'’.-]*){1,2}`;
const persons = String.raw`(?<who>${person}(?:(?:,\s|,?\s(?:and|&)\s)${person}){0,3})`;
const ahead = new RegExp(
  String.raw`\b(?:description|account|paper|article|study|book|chapter|analysis|essay|thesis|dissertation|report|review|overview|monograph|note|pamphlet)s?\sby\s${persons}\s(?:(?:was|were|has been)\s(?:published|printed|issued)|(?:has\s)?appeared|came out|is entitled|is called)\b[^.;]{0,50}$`,
  'u',
);
/** Whether the sentence names persons as the authors, and they are nobody known: who publishes it is not said then. */
export function isByPersons({ reading: { text, mentions } }: Scene, { start }: Mention<'title'>): boolean {
  const floor = Math.max(0, start - 160);
  const match = ahead.exec(text.slice(floor, start));
  const who = match?.groups?.['who'];
  if (match === null || who === undefined) return false;
  const at = text.indexOf(who, floor + match.index);
  const to = at + who.length;
  return !mentions.some(({ kind, start: from, end: until }) =>
    // "by Ada Holland"; "a report by South Africa" is a country's.
    kind === 'place'
      ? from <= at && until >= to
      : ['organisation', 'name', 'title'].includes(kind) && from < to && until > at,
  );
}
