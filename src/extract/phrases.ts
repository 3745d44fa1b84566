/** Finds many known phrases in a text at once: a trie of words, longest match first, in time linear in the text. */

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

interface Node<T> {
  readonly next: Map<string, Node<T>>;
  readonly endings: Ending<T>[];
}

// A word, a Han character (Chinese has no spaces), white space, or any other single character. Soft hyphens and zero-width
// characters inside a word belong to it. Every alternative begins with its own class of characters: no backtracking.
const letter = String.raw`(?:(?!\p{sc=Han})[\p{L}\p{N}\p{M}])`;
const token = new RegExp(String.raw`${letter}+(?:[\u00AD\u200B-\u200D\u2060]+${letter}+)*|\s+|[^]`, 'uy');

const word = /^[\p{L}\p{N}\p{M}]/u;
const plain = /^[A-Za-z0-9]+$/;
const sameAs: Readonly<Record<string, string>> = { '&': 'and', '\u00AD': '' };
for (const mark of '’‘ʼ`´') Object.assign(sameAs, { [mark]: "'" });
for (const mark of '\u2010\u2011\u2012\u2013') Object.assign(sameAs, { [mark]: '-' });

/** One token without accents, ligatures and typographic marks, its capitals kept. A blank line parts what stands around it. */
function fold(found: string): string {
  if (plain.test(found)) return found;
  if (!found.trim()) return (found.match(/\n/g)?.length ?? 0) > 1 ? '\n\n' : ' ';
  return sameAs[found] ?? found.normalize('NFKD').replace(/[\p{M}\u00AD\u200B-\u200D\u2060]/gu, '');
}

/** 1: letter or digit, 2: white space, 0: any other; for ASCII, where most text is, ten times as fast as the pattern. */
const asciiClass = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  return plain.test(character) ? 1 : character.trim() === '' ? 2 : 0;
});

function tokenEnd(text: string, start: number): number {
  const kind = asciiClass[text.charCodeAt(start)];
  let end = start + 1;
  if (kind === 0) return end;
  while (kind !== undefined && kind === asciiClass[text.charCodeAt(end)]) end++;
  if (kind !== undefined && !(text.charCodeAt(end) > 127)) return end;
  token.lastIndex = start;
  token.test(text);
  return token.lastIndex;
}

function* foldedTokens(text: string): Generator<string> {
  for (let at = 0, end = 0; at < text.length; at = end) {
    end = tokenEnd(text, at);
    yield fold(text.slice(at, end));
  }
}

/** Two phrases with the same key are found at the same places, but for capitals. */
export function phraseKey(phrase: string): string {
  return [...foldedTokens(phrase.trim())].join('').toLowerCase();
}

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
    const initial = i === 0 || !word.test(spelling.charAt(i - 1));
    if (!initial || found.charAt(i).toLowerCase() !== spelling[i]) return false;
  }
  return true;
}

function addPhrase<T>(root: Node<T>, { phrase, value, matchCase }: Phrase<T>): void {
  let node = root;
  let spelling = '';
  for (const folded of foldedTokens(phrase.trim())) {
    const key = folded.toLowerCase();
    const next: Node<T> = node.next.get(key) ?? { next: new Map(), endings: [] };
    node.next.set(key, next);
    node = next;
    spelling += folded;
  }
  if (node === root) return;
  const capitals = (spelling.match(/\p{Ll}/gu)?.length ?? 0) > 1 ? spelling.toUpperCase() : undefined;
  node.endings.push({ spelling, capitals, matchCase, value });
}

/** The longest phrase that begins at `start`. The walk is never longer than the longest phrase. */
function longestAt<T>(root: Node<T>, text: string, start: number): Found<T> | undefined {
  let longest: Found<T> | undefined;
  let node = root;
  let spelling = '';
  for (let at = start; at < text.length; ) {
    const end = tokenEnd(text, at);
    const folded = fold(text.slice(at, end));
    const next = node.next.get(folded.toLowerCase());
    if (next === undefined) break;
    node = next;
    spelling += folded;
    at = end;
    const values = node.endings.filter((e) => !e.matchCase || hasItsCapitals(e, spelling)).map((e) => e.value);
    if (values.length > 0) longest = { start, end, values: [...new Set(values)] };
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
  const root: Node<T> = { next: new Map(), endings: [] };
  for (const entry of entries) addPhrase(root, entry);
  const mayBegin = firstWords(root.next.keys());
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
