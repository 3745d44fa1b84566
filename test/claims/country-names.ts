/** How a country or region may be called, by Unicode's names (CLDR, in Node itself), and whether a text calls it so. */

const styles = ['long', 'short'] as const;
const displays = styles.map((style) => new Intl.DisplayNames(['en'], { type: 'region', style, fallback: 'none' }));

export const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[*_"“”‘’'`()[\],;:.]/g, ' ')
    .replace(/[-–—/&]/g, ' ')
    .replace(/\s+/g, ' ')
    .toLowerCase()
    .trim();

/** `code`: ISO 3166 alpha-2, or M49. What stands in brackets in a name is another name. */
export const namesFor = (code: string): string[] => [
  ...new Set(
    displays.flatMap((display) => {
      const name = display.of(code);
      // "Northern America" of M49 is what people call North America.
      const ways = name === undefined ? [] : [name, name.replace(/ern America$/, ' America')];
      return ways.flatMap((way) => way.split(/[()]/).map(plain).filter(Boolean));
    }),
  ),
];

const ending = '(?:s|n|an|ian|ean|ese|ish|i|ic|ans|ians)?';

/** By its name, or by a word that is made of the name's beginning as the words for its people are: Japan, Japanese. */
export function calls(text: string, name: string): boolean {
  const words = ` ${plain(text)} `;
  if (words.includes(` ${name} `)) return true;
  // Not of a short name, of which too much begins alike.
  const stem = name.replace(/(?:a|y|ia|land|en|o|e)$/, '');
  return !name.includes(' ') && stem.length > 3 && new RegExp(` ${stem}${ending} `).test(words);
}
