/** Recognises the subjects of migration in the words that the text has for them: "female migrants", "Labour Migration". */
import type { ThemeEntry } from '../gazetteer.js';
import type { Mention } from '../mention.js';
import type { Found } from '../phrases.js';

/** In small letters where only a title or the beginning of a sentence made them large: "HIV" stays. */
function inSmallLetters(words: string): string {
  if (words.length > 5 && words === words.toUpperCase()) return words.toLowerCase();
  return words.replace(/(?<!\p{L})\p{Lu}(?=\p{Ll}+(?!\p{L}))/gu, (letter) => letter.toLowerCase());
}

/** Of what the gazetteer finds in the text. */
export function recogniseThemes(text: string, found: readonly Found<ThemeEntry>[]): Mention<'theme'>[] {
  return found.flatMap(({ start, end, values }) =>
    values.slice(0, 1).map(({ slug }) => ({
      kind: 'theme' as const,
      start,
      end,
      value: { slug, text: inSmallLetters(text.slice(start, end)) },
      foundBy: 'gazetteer',
    })),
  );
}
