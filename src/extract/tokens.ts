/** Words, numbers and marks of a passage, with their offsets: what names are grown from. */
import { asciiClass } from './phrase-tokens.js';

export interface Token {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly kind: 'word' | 'number' | 'mark';
  /** A word that begins with a capital letter, or a number that may stand inside a name ("2011", "2nd"). */
  readonly capital: boolean;
}

const pattern = /\p{L}[\p{L}\p{N}\p{M}]*(?:['.&/-][\p{L}\p{N}]+)*|\p{N}+(?:[.,:/-]\p{N}+)*\p{L}*(?:-\p{L}+)*|[^\s]/uy;

/** Of the character at `at`: whether it is ASCII and of a class of `asciiClass`. */
const isOf = (wanted: number, text: string, at: number): boolean => asciiClass[text.charCodeAt(at)] === wanted;

/** Where the token that begins at `start` ends; `start` itself where none does. Words and marks of ASCII take no pattern. */
function endOfToken(text: string, start: number): number {
  const first = text.charCodeAt(start);
  const kind = asciiClass[first];
  if (kind === 0) return start + 1;
  if (kind === 2) return start;
  if (kind === 1 && (first | 32) >= 97) {
    let end = start + 1;
    while (isOf(1, text, end) || (isJoint(text.charCodeAt(end)) && isOf(1, text, end + 1))) end++;
    // A letter that is not ASCII may go on with the word, behind a joint as well.
    if (!(text.charCodeAt(end) > 127) && !(isJoint(text.charCodeAt(end)) && text.charCodeAt(end + 1) > 127)) return end;
  }
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : start;
}

/** "O'Hara", "U.S", "R&D", "and/or", "foreign-born". */
const isJoint = (code: number): boolean => code === 39 || code === 38 || (code >= 45 && code <= 47);

const letters = /^\p{L}/u;
const figures = /^\p{N}/u;
const capitals = /^\p{Lu}/u;

/** What a token is by its first character; patterns are asked only where it is not ASCII. */
function kindOf(word: string): Token['kind'] {
  const first = word.charCodeAt(0);
  if (first < 128) {
    const small = first | 32;
    if (small >= 97 && small <= 122) return 'word';
    return first >= 48 && first <= 57 ? 'number' : 'mark';
  }
  return letters.test(word) ? 'word' : figures.test(word) ? 'number' : 'mark';
}

function isCapital(word: string): boolean {
  const first = word.charCodeAt(0);
  return first < 128 ? first >= 65 && first <= 90 : capitals.test(word);
}

/** "d'Afrique", "dell'Interno": a capital behind an elided article. */
const elided = /^(?:d|l|dell|dall|nell|sull|all)'\p{Lu}/u;

/** "U.S.| Department": the last stop belongs to an abbreviation that a name goes on from. */
const isAbbreviated = (text: string, start: number, end: number): boolean =>
  text[end] === '.' &&
  text[start + 1] === '.' &&
  /^(?:\p{Lu}\.)+\p{Lu}$/u.test(text.slice(start, end)) &&
  /^\.\s\p{Lu}/u.test(text.slice(end, end + 3));

export function splitTokens(text: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0, end = 0; at < text.length; at = Math.max(end, at + 1)) {
    end = endOfToken(text, at);
    if (end === at) continue;
    if (isAbbreviated(text, at, end)) end++;
    let word = text.slice(at, end);
    const kind = kindOf(word);
    // A possessive is a mark of its own, so that the name before it ends there.
    const possessive = kind === 'word' && (word.endsWith("'s") || word.endsWith("'S"));
    if (possessive) word = word.slice(0, -2);
    tokens.push({
      start: at,
      end: at + word.length,
      text: word,
      kind,
      capital: kind === 'word' ? isCapital(word) || (word.includes("'") && elided.test(word)) : kind === 'number',
    });
    if (possessive)
      tokens.push({
        start: at + word.length,
        end: at + word.length + 2,
        text: "'s",
        kind: 'mark',
        capital: false,
      });
  }
  return tokens;
}

/** How many tokens, from the first on, lie before a place. */
function countBefore(tokens: readonly Token[], isBefore: (token: Token) => boolean): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const token = tokens[middle];
    if (token !== undefined && isBefore(token)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The place of the token that begins at an offset; undefined where none does. */
export function tokenFrom(tokens: readonly Token[], start: number): number | undefined {
  const at = countBefore(tokens, (token) => token.start < start);
  return tokens[at]?.start === start ? at : undefined;
}

/** The place of the token that ends at an offset; undefined where none does. */
export function tokenUpTo(tokens: readonly Token[], end: number): number | undefined {
  const at = countBefore(tokens, (token) => token.end < end);
  return tokens[at]?.end === end ? at : undefined;
}

/** The place of the first token that begins at an offset or behind it; past the last where there is none. */
export const tokenAfter = (tokens: readonly Token[], start: number): number =>
  countBefore(tokens, (token) => token.start < start);
