/** Cuts a text into the tokens that phrases are compared by, in time linear in the text. */

/** Longer words are read in pieces: an unbounded pattern overflows the stack on a word of some million letters. */
export const longestWord = 99;

// A word, a Han character (Chinese has no spaces), white space, or any other single character. Soft hyphens and zero-width
// characters inside a word belong to it.
const letters = String.raw`(?:(?!\p{sc=Han})[\p{L}\p{N}\p{M}]){1,${longestWord}}`;
const token = new RegExp(String.raw`${letters}(?:[\u00AD\u200B-\u200D\u2060]{1,9}${letters}){0,9}|\s+|[^]`, 'uy');
const plain = /^[A-Za-z0-9]+$/;

/** 1: letter or digit, 2: white space, 0: any other; for ASCII, where most text is, ten times as fast as the pattern. */
export const asciiClass = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  return plain.test(character) ? 1 : character.trim() === '' ? 2 : 0;
});

const isIdeograph = (code: number) => code >= 0x4e00 && code <= 0x9fff;

/** Where the token that begins at `start` ends, in UTF-16 units. */
export function tokenEnd(text: string, start: number): number {
  const first = text.charCodeAt(start);
  const kind = asciiClass[first];
  if (kind === 0 || isIdeograph(first)) return start + 1;
  if (kind !== undefined) {
    const bound = kind === 1 ? start + longestWord : text.length;
    let end = start + 1;
    while (end < bound && asciiClass[text.charCodeAt(end)] === kind) end++;
    if (end === bound || end === text.length || text.charCodeAt(end) < 128) return end;
  }
  token.lastIndex = start;
  token.test(text);
  return token.lastIndex;
}

const sameAs = new Map([['&', 'and']]);
for (const apostrophe of '’‘ʼ`´') sameAs.set(apostrophe, "'");
for (const hyphen of '\u2010\u2011\u2012\u2013') sameAs.set(hyphen, '-');

/** One token without accents, ligatures and typographic marks, its capitals kept. A blank line parts what stands around it. */
export function foldToken(found: string): string {
  if (found === ' ' || plain.test(found) || isIdeograph(found.charCodeAt(0))) return found;
  if (found.trim() === '') return (found.match(/\n/g)?.length ?? 0) > 1 ? '\n\n' : ' ';
  return sameAs.get(found) ?? found.normalize('NFKD').replace(/[\p{M}\u00AD\u200B-\u200D\u2060]/gu, '');
}

/** The token of a text from `start` to `end`, folded and without capitals: what two spellings of it have in common. */
export function tokenKey(text: string, start: number, end: number): string {
  const kind = asciiClass[text.charCodeAt(start)];
  return kind === 2 && end - start === 1 ? ' ' : foldToken(text.slice(start, end)).toLowerCase();
}

/** The folded tokens of a phrase. */
export function foldedTokens(phrase: string): string[] {
  const text = phrase.trim();
  const tokens: string[] = [];
  for (let at = 0, end = 0; at < text.length; at = end) {
    end = tokenEnd(text, at);
    tokens.push(foldToken(text.slice(at, end)));
  }
  return tokens;
}

/** Two phrases with the same key are found at the same places, but for capitals. */
export function phraseKey(phrase: string): string {
  return foldedTokens(phrase).join('').toLowerCase();
}
