/** Finds many known phrases in a text at once: a trie of words, longest match first, in time linear in the text. */
import { foldedTokens, foldToken, tokenEnd } from './phrase-tokens.js';

export interface Phrase<T> {
  readonly phrase: string;
  readonly value: T;
  /** Whether capitals count; see `hasItsCapitals`. */
  readonly matchCase: boolean;
}

/** A stretch of the searched text, in UTF-16 units, `end` exclusive, and all that it may name, in the order of the entries. */
export interface Found<T> {
  readonly start: number;
  readonly end: number;
  readonly values: readonly T[];
}

export interface Phrases<T> {
  /** The whole-word matches, in the order of the text, without overlaps. A possessive 's stays outside. */
  find(text: string): Found<T>[];
}

interface Ending<T> {
  readonly spelling: string;
  readonly capitals: string | undefined;
  readonly matchCase: boolean;
  readonly value: T;
}

/** Most nodes have no ending and many no successor: what is empty is not made. */
interface Node<T> {
  next: Map<string, Node<T>> | undefined;
  endings: Ending<T>[] | undefined;
}

const wordEnd = /[\p{L}\p{N}\p{M}]$/u;

/**
 * Whether the words found have the capitals of the phrase. A word's small initial may be a capital (at the start of a
 * sentence, in a title); headings may be all capitals, unless the phrase hardly has small letters (`US`, `WHO`).
 */
function hasItsCapitals<T>(ending: Ending<T>, found: string): boolean {
  const { spelling, capitals } = ending;
  if (found === spelling || found === capitals) return true;
  if (found.length !== spelling.length) return false;
  for (let i = 0; i < found.length; i++) {
    if (found[i] === spelling[i]) continue;
    const initial = i === 0 || !wordEnd.test(spelling.charAt(i - 1));
    if (!initial || found.charAt(i).toLowerCase() !== spelling[i]) return false;
  }
  return true;
}

function addPhrase<T>(root: Node<T>, { phrase, value, matchCase }: Phrase<T>): void {
  let node = root;
  let spelling = '';
  for (const folded of foldedTokens(phrase)) {
    const key = folded.toLowerCase();
    node.next ??= new Map();
    let next = node.next.get(key);
    if (next === undefined) {
      next = { next: undefined, endings: undefined };
      node.next.set(key, next);
    }
    node = next;
    spelling += folded;
  }
  if (node === root) return;
  const capitals = (spelling.match(/\p{Ll}/gu)?.length ?? 0) > 1 ? spelling.toUpperCase() : undefined;
  node.endings ??= [];
  node.endings.push({ spelling, capitals, matchCase, value });
}

/** The longest phrase that begins at `start`. The walk is never longer than the longest phrase. */
function longestAt<T>(root: Node<T>, text: string, start: number): Found<T> | undefined {
  let longest: Found<T> | undefined;
  let node = root;
  for (let at = start; at < text.length; ) {
    const end = tokenEnd(text, at);
    const next = node.next?.get(foldToken(text.slice(at, end)).toLowerCase());
    if (next === undefined) break;
    node = next;
    at = end;
    if (node.endings === undefined) continue;
    const spelling = foldedTokens(text.slice(start, end)).join('');
    const endings = node.endings.filter((ending) => !ending.matchCase || hasItsCapitals(ending, spelling));
    if (endings.length > 0) longest = { start, end, values: [...new Set(endings.map((ending) => ending.value))] };
  }
  return longest;
}

/** Sixteen bits of an ASCII word, capitals or not; undefined for any other token. */
function hashAscii(text: string, start: number, end: number): number | undefined {
  let hash = 0;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code > 127) return undefined;
    hash = (hash * 31 + (code | 32)) & 0xffff;
  }
  return hash;
}

/** Says of most tokens at once that no phrase begins with them: what is left is looked up. */
function firstWords(words: Iterable<string>): (text: string, start: number, end: number) => boolean {
  const seen = new Uint8Array(0x10000);
  for (const first of words) seen[hashAscii(first, 0, first.length) ?? 0] = 1;
  return (text, start, end) => {
    const hash = hashAscii(text, start, end);
    return hash === undefined || seen[hash] === 1;
  };
}

/** The phrases as one searcher. Equal: straight and curly apostrophes, hyphen and en dash, `&` and "and", é and e, any white space. */
export function buildPhrases<T>(entries: Iterable<Phrase<T>>): Phrases<T> {
  const root: Node<T> = { next: undefined, endings: undefined };
  for (const entry of entries) addPhrase(root, entry);
  const mayBegin = firstWords(root.next?.keys() ?? []);
  return {
    find(text) {
      const found: Found<T>[] = [];
      for (let at = 0; at < text.length; ) {
        const end = tokenEnd(text, at);
        const match = mayBegin(text, at, end) ? longestAt(root, text, at) : undefined;
        if (match !== undefined) found.push(match);
        at = match?.end ?? end;
      }
      return found;
    },
  };
}
