/** Tells of the words of a text, in one walk, which lists they may be on: what is on none need not be looked up. */
import { asciiClass, longestWord, tokenEnd } from './phrase-tokens.js';

/** One bit for each list of words, in the order of the lists. */
export type Classes = number;

export interface WordClasses {
  /**
   * Calls `visit` with each word or mark that may be on a list, capitals or not, and the bits of those lists. A word may be
   * said to be on a list that it is not on, never the other way round; a word that is not ASCII may be on any.
   */
  walk(text: string, visit: (start: number, classes: Classes) => void): void;
}

/** Sixteen bits of an ASCII word, capitals or not. */
const nextHash = (hash: number, code: number): number => (hash * 31 + (code | 32)) & 0xffff;

function hashWord(word: string): number | undefined {
  let hash = 0;
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    if (code > 127) return undefined;
    hash = nextHash(hash, code);
  }
  return hash;
}

/** Of each list the words (or first words of phrases) as tokens. */
export function buildWordClasses(lists: readonly Iterable<string>[]): WordClasses {
  const classesOf = new Uint8Array(0x10000);
  const every = (1 << lists.length) - 1;
  lists.forEach((words, n) => {
    for (const word of words) {
      const hash = hashWord(word);
      if (hash !== undefined) classesOf[hash] = (classesOf[hash] ?? 0) | (1 << n);
    }
  });
  return {
    walk(text, visit) {
      for (let start = 0, end = 0; start < text.length; start = end) {
        let code = text.charCodeAt(start);
        const kind = asciiClass[code];
        // White space begins nothing.
        if (code === 32) end = start + 1;
        else if (kind === 1) {
          let hash = 0;
          const bound = start + longestWord;
          for (end = start; end < bound && asciiClass[code] === 1; code = text.charCodeAt(++end))
            hash = nextHash(hash, code);
          let classes = classesOf[hash] ?? 0;
          if (end < bound && code > 127) {
            end = tokenEnd(text, start);
            classes = every;
          }
          if (classes !== 0) visit(start, classes);
        } else {
          end = tokenEnd(text, start);
          const classes = kind === undefined ? every : (classesOf[nextHash(0, code)] ?? 0);
          if (kind !== 2 && classes !== 0) visit(start, classes);
        }
      }
    },
  };
}
