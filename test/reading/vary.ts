/** Says a text again in other words: other names, years and numbers, so that no passage of it comes twice. */

/** Numbers from 0 to 1 that look like chance and are the same on every run (mulberry32). */
export function createChance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const syllables = 'ka lo mi ver dun sa tor bel na ri gos pel hu wen zar qui mo fen tal ir osk ude'.split(' ');

/** A word that no gazetteer knows, such as "Verdunsa". */
export function inventName(chance: () => number): string {
  let name = '';
  for (let n = 3 + Math.floor(chance() * 2); n > 0; n--)
    name += syllables[Math.floor(chance() * syllables.length)] ?? '';
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** Head nouns and little words: with others in their place a text would not speak of data any more. */
const kept =
  /^(?:The|This|These|In|On|It|A|An|Its|Survey|Census|Database|Register|Yearbook|Report|Conference|Meeting)$/;

/** The text with a third of its names, all its numbers and some of its small words changed; its marks and lines stay. */
export function vary(text: string, chance: () => number): string {
  const small = text.match(/(?<=\s)\p{Ll}{5,}(?=\s)/gu) ?? ['other'];
  return text.replace(/\p{Lu}\p{Ll}{3,}|(?<![\p{L}\d])\d{1,4}(?![\p{L}\d])|(?<=\s)\p{Ll}{5,}(?=\s)/gu, (word) => {
    if (/^(?:19|20)\d\d$/.test(word)) return String(1950 + Math.floor(chance() * 70));
    if (/^\d/.test(word)) return String(1 + Math.floor(chance() * (word.length < 3 ? 28 : 900)));
    if (/^\p{Ll}/u.test(word)) return chance() < 0.2 ? (small[Math.floor(chance() * small.length)] ?? word) : word;
    return !kept.test(word) && chance() < 0.35 ? inventName(chance) : word;
  });
}
