/** Reads the acronym that a text defines in brackets behind a name: "Full Name (ACR)". */
import type { Token } from '../tokens.js';

const bracket =
  /^[*_]{0,3}\s{0,2}\(\s?(?:the\s)?["“']?(\p{Lu}[\p{L}0-9&-]{1,11}(?:[-/ ]\p{Lu}{2,8})?)["”']?(?:\s?[,;:][^()]{0,60})?\)/u;

/** ", or KNBS,", ", known as the CBK,", ", better known as UNHCR,". */
const called =
  /^,?\s(?:or|(?:better |also )?known as|called|abbreviated(?: as)?|in short|for short|hereafter|hereinafter)\s(?:the\s)?["“]?(\p{Lu}[\p{L}0-9&-]{1,9})["”]?(?=[,.;)\s]),?/u;

/** "(EHCVM, again from the French)", ", better known by its French initials REMUAO,": in a language that it names, whatever the letters. */
const inLanguage = [
  /^[*_]{0,3}\s{0,2}\(\s?(\p{Lu}[\p{L}0-9&-]{1,11}),\s(?:\p{Ll}+\s){0,3}(?:from|by|in|after|for)\s(?:(?:the|its|their)\s)?\p{Lu}\p{Ll}{2,}(?:\s(?:initials|acronym|name|title|abbreviation|letters))?\)/u,
  /^,?\s(?:\p{Ll}+\s){0,2}known\s(?:by|under)\s(?:its|their|the)\s\p{Lu}\p{Ll}{2,}\s(?:initials|acronym|name|abbreviation|letters)\s(\p{Lu}[\p{L}0-9&-]{1,11})(?=[,.;)\s]),?/u,
];

/** "(Research Centre, ReCe)": name and acronym in one bracket; the bracket itself is left to what stands before it. */
const inBracket = /^,\s(?=\S{3,12}\))(\p{Lu}[\p{L}0-9&-]{1,11})(?=\))/u;

/** "MIGRANT" of "Labour Migration Branch": the beginning of one of its words. */
const isBeginning = (acronym: string, words: readonly string[]): boolean =>
  acronym.length >= 4 && words.some((word) => word.slice(0, 4).toUpperCase() === acronym.slice(0, 4).toUpperCase());

/** "Colef" of "Colegio de la Frontera", "Istat" of "Istituto di statistica": the beginnings of its words, one after the other. */
function isBlend(acronym: string, words: readonly string[]): boolean {
  const letters = acronym.toLowerCase();
  const lower = words.map((word) => word.toLowerCase());
  const follows = (at: number, from: number, used: number): boolean => {
    if (at === letters.length) return used >= 2;
    for (let n = from; n < lower.length; n++) {
      const word = lower[n] ?? '';
      for (let length = 1; length <= word.length && letters.startsWith(word.slice(0, length), at); length++)
        if (follows(at + length, n + 1, used + 1)) return true;
    }
    return false;
  };
  return acronym.length >= 4 && acronym.length <= 8 && lower.length <= 12 && follows(0, 0, 0);
}

/** A cheap look whether a bracket or a comma follows at all. */
const mayFollow = /^(?:[*_]{0,3}\s{0,2}\(|,|\s[a-cfhikow])/;

/** The acronym and how long the bracket is; undefined where the bracket holds something else. */
export function readAcronym(behind: string, name: string): { acronym: string; length: number } | undefined {
  if (!mayFollow.test(behind)) return undefined;
  for (const pattern of inLanguage) {
    const [whole, foreign] = pattern.exec(behind) ?? [];
    if (whole !== undefined && foreign !== undefined && /\p{Lu}.*\p{Lu}/u.test(foreign))
      return { acronym: foreign, length: whole.length };
  }
  const match = bracket.exec(behind) ?? called.exec(behind) ?? inBracket.exec(behind);
  const acronym = match?.[1];
  if (match === null || acronym === undefined) return undefined;
  const capitals = acronym.match(/\p{Lu}/gu)?.length ?? 0;
  const words = name.match(/[\p{L}]+/gu) ?? [];
  if (capitals === 1 && isBlend(acronym, words)) return { acronym, length: match[0].length };
  if (capitals < 2 || /^[IVX]+$/.test(acronym)) return undefined;
  // At least half of its letters are initials of the name, or the name is in another language.
  const initials = new Set(words.map((word) => (word[0] ?? '').toUpperCase()));
  const letters = acronym.replace(/\P{Lu}/gu, '');
  const hits = [...letters].filter((letter) => initials.has(letter)).length;
  return hits * 2 >= letters.length || isBeginning(acronym, words) ? { acronym, length: match[0].length } : undefined;
}

/** So many words may stand between where a name seems to end and its acronym. */
const mostBeforeAcronym = 9;

/**
 * The acronym in brackets to which a name goes on past its token `last`, over what may be a part of it, and the token that is
 * then its last; undefined where there is none, or the name ends right before it anyway.
 */
export function acronymAhead(
  tokens: readonly Token[],
  last: number,
  isOfName: (token: Token) => boolean,
): { acronym: string; last: number } | undefined {
  let at = last + 1;
  for (let token = tokens[at]; token !== undefined && token.text !== '('; token = tokens[++at])
    if (at >= last + mostBeforeAcronym || !isOfName(token)) return undefined;
  const acronym = tokens[at + 1]?.text ?? '';
  const isDefined = tokens[at + 2]?.text === ')' && /^[A-Z]{3,8}$/.test(acronym);
  return isDefined && at > last + 1 && tokens[at - 1]?.capital === true ? { acronym, last: at - 1 } : undefined;
}
