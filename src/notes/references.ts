/** Tells a bibliographic entry by its shape: "Surname, I. (2004). Title. Series, No. 7. Place: Publisher." A pure reading of words. */
import { findStops } from './sentence-stops.js';

/** How an entry opens: who wrote it, and perhaps when. */
export interface Opening {
  readonly start: number;
  /** Where the authors' names end. */
  readonly end: number;
  /** Written as persons are: surname and initials. */
  readonly persons: boolean;
  readonly year: string | undefined;
  /** Where the title begins. */
  readonly title: number;
}

interface Field {
  readonly start: number;
  /** Without its full stop; a question mark is a part of it. */
  readonly end: number;
}

const initials = String.raw`\p{Lu}\.(?:[\s-]?\p{Lu}\.){0,2}`;
const surname = String.raw`(?:(?:van|von|de|der|den|da|di|del|la|le|ter)\s){0,2}\p{Lu}[\p{L}'’-]{1,30}`;
const person = String.raw`(?:${surname}(?:\s\p{Lu}[\p{L}'’-]{1,30})?,\s${initials}|${initials}\s?${surname})`;
/** "Surname, I. and I. Surname", "Surname, I., Surname, I. et al." */
const personRow = new RegExp(
  String.raw`^${person}(?:[,;]?\s(?:(?:and|&|y|et|und|e)\s)?${person}){0,8}(?:,?\s(?:et al\.?|and others))?(?:,?\s\(?[Ee]ds?\.?\)?)?`,
  'u',
);
/** "(2004)", "(July 2004a)", "(forthcoming)"; or, between full stops, "2004". */
const yearBehind =
  /^(?:,?\s?\((?:\p{L}+\s)?(?<bracket>(?:19|20)\d{2}|forthcoming(?:,\s(?:\p{L}+\s)?(?:19|20)\d{2})?|in press|in preparation|n\.d\.|undated)[a-z]?\)[.,:]?|[.,]?\s(?<bare>(?:19|20)\d{2})[a-z]?[.:])\s+(?=["“„«'‘*_[]{0,3}[\p{Lu}\p{N}¿¡])/u;
const bodyRow =
  /^\p{Lu}[^.?!:;()]{1,160}(?:\s\([^()\d]{2,60}\)[^.?!:;()]{0,100}){0,3}?(?=,?\s\(|[.,]?\s(?:19|20)\d{2}[a-z]?[.:])/u;
const little = new Set(
  'of and for the on in at by to with from de la le les las los del du des da do e y et und für der die von van zu & al others eds ed p pp vol no nr'.split(
    ' ',
  ),
);
const finiteVerb =
  /\b(?:is|are|was|were|has|have|had|will|can|may|must|should|covers?|contains?|includes?|publish(?:es|ed)|provides?|maintains?|conducts?|collects?|organi[sz]ed|adopted|prepared|produced|began|took|gives?|shows?|asks?|we|it|they|he|she)\b/;
/** "Geneva: WHO, July 2004"; not "begun in 2004", not "1999–2004". */
const imprintYear = /(?:^|[,(:.]\s?|\p{Lu}\p{L}+\s)(?<!\bin\s.{0,10})(?:19|20)\d{2}[a-z]?\)?(?:\s\([^()]{3,80}\))?$/u;
const tail = /^\(|https?:\/\/|\bdoi\b|\bDOI\b|\b(?:No|Nr|Nos|no|vol|Vol|pp)\.\s?\d|\d\(\d{1,3}\)/;
/** "[3] ", "² ", "Suggested citation: ", "See: ": what stands before the entry. */
const lead =
  /^(?:>\s)?(?:(?:\[\^?\d{1,3}\]:?|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|\d{1,3}[/.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.?\s|\([a-z0-9]{1,3}\)\s)\s*)?(?:(?:See(?:\salso)?|Cf\.)\s(?=\p{Lu}))?(?:[^:]{0,40}\b(?:cite|cited|citation)\b[^:]{0,30}:\s|\p{Lu}\p{Ll}+(?:\s\p{Ll}+){0,3}:\s)?/u;
/** No entry is longer: what is looked at stays bounded. */
const longest = 700;

/** Where the entry itself begins. */
export const skipLead = (text: string): number => lead.exec(text)?.[0].length ?? 0;

/** Capitalised words, numbers and the little words between them: "Geneva: World Health Organization, 2004". */
export function isNameRow(words: string): boolean {
  let capitals = 0;
  for (const word of words.split(/[\s/–-]+/)) {
    const bare = word.replace(/[^\p{L}\p{N}&]/gu, '');
    if (bare === '' || /^\d/.test(bare)) continue;
    if (/^\p{Lu}/u.test(bare)) capitals++;
    else if (!little.has(bare)) return false;
  }
  return capitals > 0;
}

/** Who an entry begins with, where persons or a year in brackets behind the names tell that it is one. */
export function parseOpening(text: string, start: number): Opening | undefined {
  const words = text.slice(start, start + 330);
  const persons = personRow.exec(words)?.[0];
  const names = persons ?? bodyRow.exec(words)?.[0];
  if (names === undefined || (persons === undefined && !isNameRow(names))) return undefined;
  const behind = words.slice(names.length);
  const year = yearBehind.exec(behind);
  // "Nairobi, 18 December 2019. The Ministry …" is the head of a letter, "…, Settling In 2018: …" a title.
  const dateline =
    year?.groups?.['bare'] !== undefined &&
    /\d|\b(?:In|Since|Until|From|To|After|Before|Of|By)$|(?:January|February|March|April|May|June|July|August|September|October|November|December)$/.test(
      names,
    );
  if (year !== null && !dateline)
    return {
      start,
      end: start + names.length,
      persons: persons !== undefined,
      year: year.groups?.['bracket'] ?? year.groups?.['bare'],
      title: start + names.length + year[0].length,
    };
  const gap = /^[.,:]?\s(?=["“„«'‘*_[]{0,3}[\p{Lu}\p{N}])/u.exec(behind);
  if (persons === undefined || gap === null) return undefined;
  return {
    start,
    end: start + names.length,
    persons: true,
    year: undefined,
    title: start + names.length + gap[0].length,
  };
}

/** "Who Stays? | Evidence from Two Ports": goes on with the title, where "Riga, 2004" and "Harbour Board" do not. */
const isSubtitle = (words: string): boolean =>
  !isNameRow(words) ||
  /^\p{Lu}\p{Ll}+\s(?:from|between|after|before|without|across|among)\s[^\d:(]+$/u.test(words) ||
  (!/[\d,:(]/.test(words) && /\s(?:from|in|between|after|before|to|with|without|across)\s/.test(words));

/** The fields from an offset on, as full stops part them; a title that asks a question goes on behind its mark. */
export function splitFields(text: string, from: number): Field[] {
  const words = text.slice(from, from + longest);
  const fields: Field[] = [];
  let start = 0;
  const push = (at: number): void => {
    const asks = /[?!]/.test(words[at] ?? '');
    fields.push({ start: from + start, end: from + at + (asks ? 1 : 0) });
  };
  for (const { at, end } of findStops(words)) {
    const next = words.slice(end).trimStart();
    if (words[at] === '?' && fields.length === 0 && isSubtitle(next.split(/[.?]/)[0] ?? '')) continue;
    push(at);
    start = end + (words.length - end - next.length);
  }
  if (start < words.length) {
    const close = words.length - (/\.["”»*_]?$/.test(words) ? 1 : 0);
    fields.push({ start: from + start, end: from + close });
  }
  return fields;
}

/** Where the title ends that begins at an offset: at its full stop, or behind its question mark. */
export const findStopOfTitle = (text: string, from: number): number => splitFields(text, from)[0]?.end ?? text.length;

/** "Prepared with the | World Bank", "Joint report with the | University of Quayside, 2012": with whom, and what it is. */
const madeWith =
  /^(?:(?:Joint|Final|Technical|Research|Synthesis)\s)?(?:[Rr]eport|[Ss]tudy|[Pp]aper|[Pp]ublication|[Bb]rief|[Vv]olume)\s(?:with|by|for|of)\s(?:the\s)?|^(?:Prepared|Written|Published|Produced|Compiled|Edited|Issued)\s(?:jointly\s)?(?:with|by|for)\s(?:the\s)?/;
/** A year, and perhaps names before it. */
const isImprint = (words: string): boolean =>
  imprintYear.test(words) && (isNameRow(words.replace(madeWith, '')) || /^(?:19|20)\d{2}$/.test(words));

/** How far the entry reaches with which a block begins; undefined where prose begins there. */
export function findEntryEnd(text: string): number | undefined {
  const start = skipLead(text);
  const opening = parseOpening(text, start);
  const fields = splitFields(text, opening?.title ?? start).slice(0, 6);
  // "… 55–81. (With a map.)": what is said about the entry is no part of it.
  const wordsOf = (field: Field | undefined): string => text.slice(field?.start, field?.end).replace(/\.\s\(.*$/, '');
  const [first] = fields;
  if (first === undefined || first.end - start > 450) return undefined;
  if (opening !== undefined) {
    let last = first;
    for (const field of fields.slice(1)) {
      const words = wordsOf(field);
      const short = words.length < 160 && !finiteVerb.test(words);
      if (!short || !(tail.test(words) || isNameRow(words) || (opening.year === undefined && last === first))) break;
      last = { start: field.start, end: field.start + words.length };
    }
    return last.end;
  }
  if (finiteVerb.test(wordsOf(first)) || imprintYear.test(wordsOf(first))) return undefined;
  for (let n = 1; n < fields.length; n++) {
    const words = wordsOf(fields[n]);
    if (words.length > 180 || finiteVerb.test(words)) return undefined;
    if (isImprint(words)) return fields[n]?.end;
  }
  return undefined;
}
