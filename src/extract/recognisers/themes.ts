/** Recognises the subjects of migration in the words that the text has for them: "female migrants", "Labour Migration". */
import type { Gazetteers } from '../gazetteer.js';
import type { Mention } from '../mention.js';

/** In small letters where only a title or the beginning of a sentence made them large: "HIV" stays. */
function inSmallLetters(words: string): string {
  if (words.length > 5 && words === words.toUpperCase()) return words.toLowerCase();
  return words.replace(/(?<!\p{L})\p{Lu}(?=\p{Ll}+(?!\p{L}))/gu, (letter) => letter.toLowerCase());
}

export function recogniseThemes(text: string, gazetteers: Gazetteers): Mention<'theme'>[] {
  return gazetteers.themes.find(text).flatMap(({ start, end, values }) =>
    values.slice(0, 1).map(({ slug }) => ({
      kind: 'theme' as const,
      start,
      end,
      value: { slug, text: inSmallLetters(text.slice(start, end)) },
      foundBy: 'gazetteer',
    })),
  );
}
