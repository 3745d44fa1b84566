/** Finds the places where a text is broken: garbled strings, sentences cut at their end or their start, lists that stop short. */

import type { Block } from './blocks.js';
import { findAll } from './find-all.js';
import type { DamagedPlace } from './note.js';
import { leadsOn } from './open-end.js';
import { findSentenceEnds } from './passages.js';
import { beginsInside, isInSmallLetters } from './small-letters.js';

export interface Damage {
  readonly start: number;
  readonly end: number;
  readonly fault: DamagedPlace['fault'];
  /** The block it was found in, by its place in the list. */
  readonly block: number;
}

/** What no word of any language looks like: typesetting operators, figures inside words, capitals inside words. */
const garbledPatterns: readonly RegExp[] = [
  /(?<=\p{Ll}{2}-?)\d{1,6}[.,]\d{0,6}(?:\sT[A-Za-z*]-?\d\S{0,20}|\([^\s]{0,20})/gu, // labou-1. TD-0.00, bar4.4(
  /(?<=\p{L}{3})\.\d{3,9}(?:\s[^\s\d]{0,20}\d[^\s]{0,20}){0,3}(?:\s\p{L}\b)?/gu, // drainour.507239 0sSS.0001 T
  /\(\p{L}{1,4},\p{L}{1,4}\)\d\S{0,20}/gu, // (se,on)3.3()
  /\((?:\p{L}{1,8}|\d{1,6}\.\d{1,6})\)-?\d{1,6}\.\d\S{0,30}/gu, // t0(3.1)-2.44, (igr)5.1(at)
  /(?:\b(?:TJ|Tj|Tf|Tc|Td|TD|Tm|Tw)\s-?\d[\d.]{0,10}|\d[\d.]{0,10}\s(?:TJ|Tj|Tf|Tc|Td|TD|Tm|Tw)\b)(?:\s-?[\d.]{1,10})?/g, // 9.96 Tf, Tc 0
  /\b\d+[a-z]{1,3}[A-Z]{2,}\.\d+/g, // 0sSS.0001
  /\bT[DdJjcwmf*]-?\d+(?:\.\d+)?/g, // TD-0.00
  /\p{Lu}{3,12}\p{Ll}{2,}[^\s\p{ASCII}]\S{0,10}/gu, // GTITbbØ
  /(?:\uFFFD|(?![\t\n\r\u0080-\u009F])\p{Cc}){1,40}\S{0,20}/gu,
  /[¤¦¬¯¸ÐÞ]{2,20}\S{0,20}/gu,
  /(?:Ã[\u0080-\u00BF©¨ª§¶¼³±]|â€[™œ\u009D“”˜]){1,20}/g, // UTF-8 read as Latin-1
];
/** A cheap look whether any of them can be there at all; most blocks have none. */
const suspicious =
  /[\uFFFD\u00C3\u00E2]|[¤¦¬¯¸ÐÞ]{2}|(?![\t\n\r])\p{Cc}|\)-?\d|[a-z]\.\d|[a-z]-?\d{1,6}[.,]|T[dDjJcwmf*]|[A-Z]{3}[a-z]{2}/u;
const singleLetters = /^(?:\p{L}\s+){2,30}\p{L}\.?$/u;
/** What a sentence, a reference or a hint to an address may end with. */
const sentenceClose = /(?:[.!?;:…]|\.{3})["”'’»)\]*_]{0,4}[¹²³⁴⁵⁶⁷⁸⁹⁰\s]{0,4}$/;
const addressClose = /(?:https?:\/\/\S{1,200}|www\.\S{1,200}|\S{1,80}@\S{1,80}|>)\)?$/;
const referenceClose =
  /\((?:\d{4}|[^()]{0,40}\d{4}[a-z]?|forthcoming|in press)\)["”*]?$|\b\d{4}$|\b(?:No|Nr|vol|p|pp)\.?\s?[\d-]+$/;
const brokenOffWord =
  /(?:(?<![\p{L}\p{N}_])(?:and|or|of|the|a|an|in|on|to|for|by|with|from|at|as|that|which|is|are|was|were|this|its|their)|,|-)$/iu;
/** Common finite verbs; a paragraph of prose without one is the end of a sentence that lost its start. */
const finiteVerb =
  /\b(?:is|are|was|were|has|have|had|will|can|may|must|shall|should|could|would|does|do|did|be|been|covers|offers|refers|gathers|enters|considers|delivers)\b|\b\p{Ll}{3,}(?:ed|ises|izes|ains|ides|ishes|ects|iles|ows|ets|akes|ives|ounds|uns|orts|aches)\b/u;
/** The same without "borne by", "earned in", which say more of a noun. */
const saysSo = new RegExp(
  finiteVerb.source.replace(
    'ed|',
    String.raw`ed(?!\s(?:by|in|for|from|with|on|at|to|of|as|under|through|between|during|after|before)\b)|`,
  ),
  'u',
);
const numberWords: Readonly<Record<string, number>> = {
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
};

/** Everything that is broken in `text`, in the order of the text; one place is reported once. */
export function findDamage(text: string, blocks: readonly Block[]): Damage[] {
  const found: Damage[] = [];
  const small = isInSmallLetters(text, blocks);
  blocks.forEach((block, n) => {
    const words = text.slice(block.start, block.end);
    const garbled = findGarbled(words).map((cut) => ({
      start: block.start + cut.start,
      end: block.start + cut.end,
      fault: 'garbled' as const,
      block: n,
    }));
    found.push(...garbled);
    if (block.kind !== 'paragraph' && block.kind !== 'item') return;
    const next = blocks[n + 1];
    const headless = !small && isHeadless(words, block, blocks[n - 1], text);
    if (headless) found.push({ ...firstSentence(words, block.start), fault: 'headless', block: n });
    if (garbled.at(-1)?.end !== block.end && isCut(words, block, { before: blocks[n - 1], next }, text))
      found.push({ ...lastSentence(words, block.start), fault: 'cut', block: n });
    const short = findShortList(text, blocks, n);
    if (short !== undefined) found.push(short);
  });
  return found.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Garbled stretches, overlapping ones joined. */
function findGarbled(words: string): { start: number; end: number }[] {
  if (words.length <= 100 && singleLetters.test(words.trim())) return [{ start: 0, end: words.length }];
  if (!suspicious.test(words)) return [];
  const cuts: { start: number; end: number }[] = [];
  for (const pattern of garbledPatterns) {
    for (const match of findAll(words, pattern)) {
      if (isOrdinary(match[0], words, match.index)) continue;
      const cut = { start: match.index, end: match.index + match[0].trimEnd().length };
      // A garbled string runs to the end of its word.
      while (cut.end < words.length && cut.end - match.index < 120 && !/\s/.test(words[cut.end] ?? ' ')) cut.end++;
      while (cut.start > 0 && match.index - cut.start < 60 && !/\s/.test(words[cut.start - 1] ?? ' ')) cut.start--;
      cuts.push(cut);
    }
  }
  cuts.sort((a, b) => a.start - b.start);
  return cuts.reduce<{ start: number; end: number }[]>((joined, cut) => {
    const last = joined.at(-1);
    if (last !== undefined && cut.start <= last.end + 1) last.end = Math.max(last.end, cut.end);
    else joined.push({ ...cut });
    return joined;
  }, []);
}

/** Addresses, document symbols, versions and file names hold figures and capitals for good reasons. */
function isOrdinary(match: string, words: string, at: number): boolean {
  let start = at;
  while (start > 0 && at - start < 200 && !/\s/.test(words[start - 1] ?? ' ')) start--;
  let end = at + match.length;
  // "crew.1074@…": what an address is stands behind.
  while (end < words.length && end - at < 200 && !/\s/.test(words[end] ?? ' ')) end++;
  const token = words.slice(start, end);
  return (
    /https?:|www\.|@|^[("]?(?:doi:)?10\.\d{4,9}\/|\/\w+\/|^[("]?[A-Z]+(?:\/[\w.]+)+|\.(?:org|int|net|com|csv|pdf|html?|xlsx?|zip|json|md|txt)\b/i.test(
      token,
    ) || /^[("*]*v?\d+(?:\.\d+)*[)"*.,;]*$/.test(token)
  );
}

/** A paragraph that begins in the middle of a sentence. */
function isHeadless(words: string, block: Block, before: Block | undefined, text: string): boolean {
  if (block.kind !== 'paragraph') return false;
  if (beginsInside(words.replace(/^["“*_(]{1,3}/, ''))) return endsSomewhere.test(words) && !continues(before, text);
  // "No. 17 | October 2019" is a line by itself.
  if (/^(?:No\. ?\d|[,;)])/.test(words)) return sentenceClose.test(words.slice(-300));
  return (
    /^[*_"“][^*_"”\n]{2,200}[*_"”]{1,2}[¹²³⁴⁵⁶⁷⁸⁹⁰]{0,3},\s(?:an?|the|and|which|who|that)\s/u.test(words) &&
    words.length > 60 &&
    /\.["”)*]?$/.test(words) &&
    countWords(words) > 8 &&
    !words.includes('. ') &&
    !finiteVerb.test(words) &&
    !referenceClose.test(words.replace(/\.$/, '')) &&
    !/:/.test(words)
  );
}

/** A sentence does; a caption or a line of a list need not. */
const endsSomewhere = /[.!?;]["”'’»)\]*_]{0,3}[¹²³⁴⁵⁶⁷⁸⁹⁰]{0,3}(?:\s|$)/u;

/** Whether the block before leads on to this one: it opens a list or a quotation. */
function continues(before: Block | undefined, text: string): boolean {
  // "Dear colleagues," leads on to a small letter.
  if (before !== undefined && before.end - before.start < 70 && text[before.end - 1] === ',') return true;
  return (
    before !== undefined &&
    before.kind === 'paragraph' &&
    leadsOn(text.slice(Math.max(before.start, before.end - 60), before.end))
  );
}

/** A paragraph or item that stops before its sentence does. */
function isCut(
  words: string,
  block: Block,
  { before, next }: { before: Block | undefined; next: Block | undefined },
  text: string,
): boolean {
  const tail = words.slice(-300);
  if (leavesOpen(words)) return true;
  if (sentenceClose.test(tail) || addressClose.test(tail) || leadsOn(tail)) return false;
  const nextIsHeadless =
    next !== undefined && next.kind === 'paragraph' && beginsInside(text.slice(next.start, next.start + 60));
  if (words.length < 70 && tail.endsWith(',') && next !== undefined) return false;
  // "Prepared by A. Quispe (Lima) and" in a letterhead, whose every line is by itself.
  if (next !== undefined && /^\n\p{Lu}/u.test(text.slice(block.end, next.start + 1))) return false;
  if (brokenOffWord.test(tail))
    return countWords(words) > 3 && !(block.kind === 'item' && /[,;]$|\b(?:and|or)$/.test(tail));
  // Where the item above ends with a semicolon and another follows, this one should have one too.
  if (block.kind === 'item')
    return (
      nextIsHeadless ||
      (before?.kind === 'item' && next?.kind === 'item' && text[before.end - 1] === ';' && /\p{L}$/u.test(tail))
    );
  if (referenceClose.test(tail) || /\((?:19|20)\d{2}\)[^.]{0,120}\d$/.test(tail)) return false;
  if (/^[^:\n]{3,40}:\s/.test(words) || isMasthead(words) || isMenu(words)) return false;
  if (nextIsHeadless && countWords(words) > 3) return true;
  // "*Note compiled by the secretariat*" is a line of its own, as its marks show.
  if (/^([*_]{1,2})[^*_]+\1$/.test(words)) return false;
  return (
    countWords(words) >= 5 &&
    /\p{L}$|\p{L}["”*]$/u.test(tail) &&
    saysSo.test(tail) &&
    !/^\p{Lu}[^.]{0,100}, [\p{Lu}]/u.test(words.slice(0, 40))
  );
}

/** "*Who Pays for the Bra": what a title in italics or a bracket opens, the text never closes. */
function leavesOpen(words: string): boolean {
  const tail = words.slice(-120);
  return /(?:^|[\s(])\*\p{L}[^*\n]{5,80}\p{L}$/u.test(tail) && (words.match(/\*/g)?.length ?? 0) % 2 === 1;
}

/** Short lines one under the other: a letterhead, an address, a form. */
function isMasthead(words: string): boolean {
  const lines = words.slice(0, 400).split('\n');
  return lines.length > 1 && lines.every((line) => line.length < 46);
}

/** "Unsubscribe | Update your preferences | View in browser": links side by side. */
const isMenu = (words: string): boolean => /^[^|\n.]{2,60}(?:\s[|·•]\s[^|·•\n.]{2,60}){1,12}(?:\n|$)/.test(words);

/** How many words a block has; the count stops at what a long paragraph needs. */
function countWords(words: string): number {
  return words.slice(0, 400).split(/\s+/).length;
}

function firstSentence(words: string, offset: number): { start: number; end: number } {
  return { start: offset, end: offset + (findSentenceEnds(words)[0] ?? words.length) };
}

function lastSentence(words: string, offset: number): { start: number; end: number } {
  const from = findSentenceEnds(words).at(-2) ?? 0;
  return {
    start: offset + from + (words.slice(from).length - words.slice(from).trimStart().length),
    end: offset + words.length,
  };
}

/** "consists of 10 organizations:" with three items beneath. */
function findShortList(text: string, blocks: readonly Block[], n: number): Damage | undefined {
  const block = blocks[n];
  if (block?.kind !== 'paragraph' || text[block.end - 1] !== ':') return undefined;
  const sentence = text.slice(Math.max(block.start, block.end - 300), block.end);
  const match =
    /\b(\d{1,2}|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s+(?:\p{L}+\s+){0,3}\p{L}+s\b[^.]*:$/iu.exec(
      sentence,
    );
  const count = match?.[1] === undefined ? 0 : (numberWords[match[1].toLowerCase()] ?? Number(match[1]));
  const isTime = /^\S+\s+(?:months?|years?|weeks?|days?|decades?|quarters?)\b/.test(match?.[0] ?? '');
  if (count < 3 || isTime || /\b(?:more than|over|about|some|these|those|the) $/i.test(sentence.slice(0, match?.index)))
    return undefined;
  let end = n + 1;
  while (blocks[end]?.kind === 'item') end++;
  const items = end - n - 1;
  const last = blocks[end - 1];
  if (items === 0 || items >= count || last === undefined) return undefined;
  return { start: last.start, end: last.end, fault: 'broken-list', block: end - 1 };
}
