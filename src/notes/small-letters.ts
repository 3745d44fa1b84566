/** Tells whether small letters at the start of a paragraph are those of a sentence that began before. */
import type { Block } from './blocks.js';

/** "hh.csv", "install.packages(", "mHealth", an address: a name that is written in small letters. */
const smallName =
  /^(?:e-?mail|http|www|tel|[\w-]{1,60}(?:[._@=:$\\]+\w|\/(?=\S{0,60}[/.\d])|\((?=[^)\s]{0,60}[._\d"'$]))|\p{Ll}{1,3}\p{Lu})/u;

/** "stock: the number of persons", "flow – those who cross": an entry of a glossary. */
const smallEntry = /^[^.:;,\n–—]{2,40}(?::\s|\s[–—-]\s)/u;

/** Small letters at the start are those of a sentence that began before. */
export const beginsInside = (words: string): boolean =>
  /^\p{Ll}/u.test(words) && !smallName.test(words) && !smallEntry.test(words);

/** Who writes every sentence so has not lost their starts: so large a share of the paragraphs, and so many. */
const smallShare = 0.3;
const fewestSmall = 5;

export function isInSmallLetters(text: string, blocks: readonly Block[]): boolean {
  const starts = blocks.filter(({ kind }) => kind === 'paragraph').map(({ start }) => text.slice(start, start + 60));
  const small = starts.filter(beginsInside).length;
  return small >= fewestSmall && small >= smallShare * starts.length;
}
