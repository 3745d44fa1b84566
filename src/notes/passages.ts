/** Cuts blocks into passages: sentences of prose, whole headings, list items' sentences, table rows. */
import type { Block } from './blocks.js';
import { findEntryEnd, isNameRow } from './references.js';
import { findStops } from './sentence-stops.js';

/** "… 2-3 May 2006. UNFPA, IOM (2006)": what is left of a bibliographic line is no sentence of its own. */
const imprint = /^\s*\p{Lu}[^.()?!]{1,90}\((?:(?:19|20)\d{2}[a-z]?|forthcoming)\)\.?\s*$/u;
/** "ILO and World Bank (2019).": the title follows. */
const authorYear =
  /^\s*\p{Lu}[^.?!]{1,90}\((?:(?:19|20)\d{2}[a-z]?|forthcoming(?:,\s(?:\p{L}+\s)?(?:19|20)\d{2})?)\)\.$/u;
/** No passage is longer: what has no sentences is cut at white space, so that reading stays linear. */
const longestPassage = 4000;

/** Where the sentences of `text` end, as offsets into it, in rising order; the last is its length. */
export function findSentenceEnds(text: string): number[] {
  const ends: number[] = [];
  for (const { at: stop, end } of findStops(text)) {
    if (
      text[stop] !== '.' &&
      /^[^“”„«»"]{0,160}[“”»"]/.test(text.slice(stop + 1, stop + 170)) &&
      /[„“«»"][^“”„«»"]*$/.test(text.slice(Math.max(0, stop - 160), stop))
    )
      continue;
    if (isInItalics(text, stop) || (text[stop] === '.' && isInQuotedTitle(text, stop))) continue;
    if (text[stop] === '?' && asksInTitle(text, stop)) continue;
    if (stop < 120 && authorYear.test(text.slice(0, stop + 1))) continue;
    if (text.length - stop < 140 && imprint.test(text.slice(stop + 1))) continue;
    ends.push(end);
  }
  ends.push(text.length);
  return ends;
}

/** "*Who Goes Home? | Dockers after the Boom*", "*Waiting. | Notes from a Port*": inside marks of emphasis; what ends in a stop itself is sentences. */
function isInItalics(text: string, stop: number): boolean {
  if (!/(?:^|[\s(])[*_]{1,2}(?=[^\s*_])[^*_]{1,160}$/.test(text.slice(Math.max(0, stop - 164), stop))) return false;
  const rest = /^[^*_]{1,160}[^\s*_](?=[*_])/.exec(text.slice(stop + 1, stop + 166))?.[0];
  return rest !== undefined && (text[stop] !== '.' || (/^\s\p{Lu}/u.test(rest) && !rest.endsWith('.')));
}

/** "“Two Ports, Two Towns. | Dockers between Oslo and Kiel”": capitals on both sides of the stop, and no speech. */
function isInQuotedTitle(text: string, stop: number): boolean {
  const before = /(?:^|[\s(])["“„«]([^\s"“”„«»][^"“”„«»]{3,100})$/.exec(text.slice(Math.max(0, stop - 110), stop))?.[1];
  const behind = /^\s(\p{Lu}[^"“”„«»]{2,120}[^\s.!?])["”»“]/u.exec(text.slice(stop + 1, stop + 130))?.[1];
  return before !== undefined && behind !== undefined && isInTitleCase(before) && isInTitleCase(behind);
}

/** Whether the longer words begin with capitals, but for a few. */
function isInTitleCase(words: string): boolean {
  const longer = words.match(/\p{L}{4,}/gu) ?? [];
  const small = longer.filter(
    (word) => /^\p{Ll}/u.test(word) && !/^(?:from|with|into|over|after|before|between|among|under|about)$/.test(word),
  );
  return longer.length > 0 && small.length * 4 <= longer.length;
}

/** "Its report, Who Stays Here? Dockers in Oslo, was …": the mark of a title in plain letters ends no sentence. */
function asksInTitle(text: string, stop: number): boolean {
  const before = /[,:]\s([^,:.;]{6,120})$/.exec(text.slice(Math.max(0, stop - 124), stop))?.[1];
  const behind = /^\s([^.;?!]{4,160}?)(?:,\s\p{Ll}|\s\()/u.exec(text.slice(stop + 1, stop + 170))?.[1];
  return before !== undefined && behind !== undefined && isNameRow(before) && isNameRow(behind);
}

export interface Cut {
  readonly start: number;
  readonly end: number;
}

/** The passages of one block, as offsets into the text the block was split from. */
export function splitPassages(text: string, block: Block): Cut[] {
  if (block.kind === 'heading' || block.kind === 'row') return cutLong(text, block.start, block.end);
  const cuts: Cut[] = [];
  const words = text.slice(block.start, block.end);
  // A bibliographic entry is full of stops and yet one statement.
  const entry = findEntryEnd(words) ?? 0;
  let start = block.start;
  for (const end of findSentenceEnds(words)) {
    if (end < entry) continue;
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
