/** Cuts blocks into passages: sentences of prose, whole headings, list items' sentences, table rows. */

import type { Block } from './blocks.js';
import { findAll } from './find-all.js';

/** Words after which a full stop ends no sentence. */
const abbreviation =
  /(?:^|[\s("“'*])(?:e\.g|i\.e|cf|vs|ca|approx|al|etc|No|Nos|no|nos|vol|Vol|pp?|para|paras|ed|eds|Ed|Eds|Mr|Mrs|Ms|Dr|Prof|St|Inc|Ltd|Co|Corp|Fig|fig|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|resp|incl|est|tel|Tel|Art|art|Sec|sec|Ch|ch|[A-Z]|U\.S|U\.K|U\.N|U\.S\.A|[a-z])$/;
/** The end of a sentence, what may close after it, and white space; what follows must be able to begin one. */
const sentenceEnd = /[.!?…。](?:["”'’)\]*_»]|[¹²³⁴⁵⁶⁷⁸⁹⁰]|\[\^?\d{1,3}\]){0,6}[\s]+(?=[\p{Lu}\p{Lo}\p{N}"“'‘*_«[])/gu;
/** "… 2-3 May 2006. UNFPA, IOM (2006)": what is left of a bibliographic line is no sentence of its own. */
const imprint = /^\s*\p{Lu}[^.()?!]{1,90}\((?:(?:19|20)\d{2}[a-z]?|forthcoming)\)\.?\s*$/u;
/** "ILO and World Bank (2019).": the title follows. */
const authorYear = /^\s*\p{Lu}[^.?!]{1,90}\((?:19|20)\d{2}[a-z]?\)\.$/u;
const ordinalDay =
  /^\s(?:Jan|Feb|Mär|Maer|Mar|Apr|Mai|May|Jun|Jul|Aug|Sep|Okt|Oct|Nov|Dez|Dec|janv|févr|avr|juin|juil|août|enero|abril|junio|julio)\p{Ll}*\.?\s\d{4}/iu;
/** No passage is longer: what has no sentences is cut at white space, so that reading stays linear. */
const longestPassage = 4000;

/** Where the sentences of `text` end, as offsets into it, in rising order; the last is its length. */
export function findSentenceEnds(text: string): number[] {
  const ends: number[] = [];
  for (const match of findAll(text, sentenceEnd)) {
    const stop = match.index;
    if (text[stop] === '.' && isAbbreviation(text, stop)) continue;
    if (
      text[stop] !== '.' &&
      /^[^“”„«»"]{0,160}[“”»"]/.test(text.slice(stop + 1, stop + 170)) &&
      /[„“«»"][^“”„«»"]*$/.test(text.slice(Math.max(0, stop - 160), stop))
    )
      continue;
    if (stop < 120 && authorYear.test(text.slice(0, stop + 1))) continue;
    if (text.length - stop < 140 && imprint.test(text.slice(stop + 1))) continue;
    ends.push(stop + match[0].trimEnd().length);
  }
  ends.push(text.length);
  return ends;
}

function isAbbreviation(text: string, stop: number): boolean {
  const before = text.slice(Math.max(0, stop - 12), stop);
  // "3.–5. Mai 2006", "am 12. Oktober": a day, not the end of a sentence.
  if (/(?:^|[\s(–-])\d{1,2}$/.test(before) && ordinalDay.test(text.slice(stop + 1, stop + 24))) return true;
  if (!abbreviation.test(before)) return false;
  // A single capital is an initial ("J. Smith") unless it closes a sentence on its own ("Mode B. The …" does not occur).
  const after = text.slice(stop + 1, stop + 40).trimStart();
  if (/(?:^|\s)(?:etc|al)$/.test(before)) return !/^\p{Lu}/u.test(after);
  return true;
}

export interface Cut {
  readonly start: number;
  readonly end: number;
}

/** The passages of one block, as offsets into the text the block was split from. */
export function splitPassages(text: string, block: Block): Cut[] {
  if (block.kind === 'heading' || block.kind === 'row') return cutLong(text, block.start, block.end);
  const cuts: Cut[] = [];
  let start = block.start;
  for (const end of findSentenceEnds(text.slice(block.start, block.end))) {
    const stop = block.start + end;
    while (start < stop && /\s/.test(text[start] ?? '')) start++;
    if (start < stop) cuts.push(...cutLong(text, start, stop));
    start = stop;
  }
  return cuts;
}

/** Cuts a stretch that is longer than a passage may be, at white space where there is some. */
function cutLong(text: string, start: number, end: number): Cut[] {
  const cuts: Cut[] = [];
  let from = start;
  while (end - from > longestPassage) {
    // Not `text.lastIndexOf`: without a space it would look through all that was cut already.
    const space = from + text.slice(from, from + longestPassage + 1).lastIndexOf(' ');
    let to = space > from + longestPassage / 2 ? space : from + longestPassage;
    // Never between the two halves of an astral character.
    const unit = text.charCodeAt(to - 1);
    if (unit >= 0xd800 && unit <= 0xdbff) to--;
    cuts.push({ start: from, end: to });
    from = to;
    while (from < end && text[from] === ' ') from++;
  }
  if (from < end) cuts.push({ start: from, end });
  return cuts;
}
