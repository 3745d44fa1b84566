/** Tells of the words of a text, in one walk, which lists they may begin a phrase of: what is on none need not be looked up. */
import { asciiClass, longestWord, tokenEnd } from './phrase-tokens.js';

/** One bit for each list, in the order of the lists. */
export type Classes = number;

/** The first word of a phrase and, where the phrase goes on, what must follow: a space and an ASCII word, or an ASCII mark. */
export type Beginning = readonly [first: string, rest?: string];

export interface WordClasses {
  /**
   * Calls `visit` with each word that may begin a phrase, capitals or not, and the bits of the lists it is on. A word may be
   * said to be on a list that it is not on, never the other way round; a word that is not ASCII may be on any.
   */
  walk(text: string, visit: (start: number, classes: Classes) => void): void;
}

/** FNV-1a of the characters of ASCII words, capitals or not; its upper eighteen bits are the place in a table. */
const emptyHash = 0x811c9dc5;
const nextHash = (hash: number, code: number): number => Math.imul(hash ^ (code | 32), 0x01000193);
const tableSize = 2 ** 18;
const placeOf = (hash: number): number => hash >>> 14;

/** The hash of a word, or of one and what follows; undefined where it is not ASCII. */
function hashWord(word: string, from = emptyHash): number | undefined {
  let hash = from;
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    if (code > 127) return undefined;
    hash = nextHash(hash, code);
  }
  return hash;
}

const ampersand = 38;

/** Quotation marks, dashes and dots of typesetting. */
const isMark = (code: number): boolean => code >= 0x2010 && code <= 0x2027;

export function buildWordClasses(lists: readonly Iterable<Beginning>[]): WordClasses {
  /** By first word: the lists on which it may be a whole phrase, those on which more must follow; by both. */
  const alone = new Uint16Array(tableSize);
  const first = new Uint16Array(tableSize);
  const both = new Uint16Array(tableSize);
  const every = (1 << lists.length) - 1;
  let marks = 0;
  /** The lists that a word is on which also has a sign, `&`. */
  let ands = 0;
  lists.forEach((beginnings, n) => {
    const bit = 1 << n;
    for (const [word, rest] of beginnings) {
      if (!/^[\p{L}\p{N}]/u.test(word)) marks |= bit;
      if (word === 'and') ands |= bit;
      const hash = hashWord(word);
      if (hash === undefined) continue;
      const pair = rest === undefined ? undefined : hashWord(rest, hash);
      if (pair === undefined) alone[placeOf(hash)] = (alone[placeOf(hash)] ?? 0) | bit;
      else {
        first[placeOf(hash)] = (first[placeOf(hash)] ?? 0) | bit;
        both[placeOf(pair)] = (both[placeOf(pair)] ?? 0) | bit;
      }
    }
  });

  /** The lists on which what stands at `at` follows the word with this hash. */
  const following = (text: string, at: number, hash: number): Classes => {
    let code = text.charCodeAt(at);
    if (code > 127) return every;
    if (asciiClass[code] !== 2) return both[placeOf(nextHash(hash, code))] ?? 0;
    do code = text.charCodeAt(++at);
    while (asciiClass[code] === 2);
    if (asciiClass[code] !== 1) return every;
    let pair = nextHash(hash, 32);
    const bound = at + longestWord;
    for (; at < bound && asciiClass[code] === 1; code = text.charCodeAt(++at)) pair = nextHash(pair, code);
    return code > 127 ? every : (both[placeOf(pair)] ?? 0);
  };

  return {
    walk(text, visit) {
      for (let start = 0, end = 0; start < text.length; start = end) {
        let code = text.charCodeAt(start);
        const kind = asciiClass[code];
        end = start + 1;
        if (kind === 2) continue;
        let classes = every;
        if (kind === 1) {
          const bound = start + longestWord;
          let hash = nextHash(emptyHash, code);
          for (code = text.charCodeAt(end); end < bound && asciiClass[code] === 1; code = text.charCodeAt(++end))
            hash = nextHash(hash, code);
          if (end < bound && code > 127) end = tokenEnd(text, start);
          else {
            classes = alone[placeOf(hash)] ?? 0;
            const more = (first[placeOf(hash)] ?? 0) & ~classes;
            if (more !== 0) classes |= more & following(text, end, hash);
          }
        } else if (kind === 0 || isMark(code)) classes = code === ampersand ? marks | ands : marks;
        else end = tokenEnd(text, start);
        if (classes !== 0) visit(start, classes);
      }
    },
  };
}
