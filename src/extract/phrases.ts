/** Finds many known phrases in a text at once: a trie of words, longest match first, in time linear in the text. */
import { foldedTokens, tokenEnd, tokenKey } from './phrase-tokens.js';
import { type Beginning, buildWordClasses } from './word-classes.js';

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
  /** The longest phrase that begins at an offset; words are not looked for inside words only where the offset begins one. */
  longestAt(text: string, start: number): Found<T> | undefined;
  /** The words or marks that phrases begin with, as they are compared: without capitals and accents. */
  readonly beginnings: readonly Beginning[];
}

interface Ending<T> {
  readonly spelling: string;
  readonly matchCase: boolean;
  readonly value: T;
}

/** Most nodes have no ending and many no successor: what is empty is not made. */
interface Node<T> {
  next: Map<string, Node<T>> | undefined;
  endings: Ending<T>[] | undefined;
  /** Of all its endings, each once. */
  values: readonly T[];
}

const createNode = <T>(): Node<T> => ({ next: undefined, endings: undefined, values: [] });

const wordEnd = /[\p{L}\p{N}\p{M}]$/u;

/** "IMMIGRATION OFFICE": not for what hardly has small letters. */
const isInCapitals = (spelling: string, found: string): boolean =>
  !/\p{Ll}/u.test(found) && found === spelling.toUpperCase() && (spelling.match(/\p{Ll}/gu)?.length ?? 0) > 1;

/**
 * Whether the words found have the capitals of the phrase. A word's small initial may be a capital (at the start of a
 * sentence, in a title); headings may be all capitals, unless the phrase hardly has small letters (`US`, `WHO`).
 */
function hasItsCapitals<T>(ending: Ending<T>, found: string): boolean {
  const { spelling } = ending;
  if (found === spelling || isInCapitals(spelling, found)) return true;
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
      next = createNode();
      node.next.set(key, next);
    }
    node = next;
    spelling += folded;
  }
  if (node === root) return;
  node.endings ??= [];
  node.endings.push({ spelling, matchCase, value });
  node.values = node.endings.length === 1 ? [value] : distinct(node.endings);
}

/** What the phrases that end at a node may name, by the words found there. */
function valuesOf<T>(node: Node<T>, endings: readonly Ending<T>[], spelling: string): readonly T[] {
  const fitting = endings.filter((ending) => !ending.matchCase || hasItsCapitals(ending, spelling));
  // Mostly all fit: the same list then serves every place.
  return fitting.length === endings.length ? node.values : distinct(fitting);
}

const distinct = <T>(endings: readonly Ending<T>[]): readonly T[] => [...new Set(endings.map(({ value }) => value))];

/** The longest phrase that begins at `start`. The walk is never longer than the longest phrase. */
function longestAt<T>(root: Node<T>, text: string, start: number): Found<T> | undefined {
  let longest: Found<T> | undefined;
  let node = root;
  for (let at = start; at < text.length; ) {
    const end = tokenEnd(text, at);
    const next = node.next?.get(tokenKey(text, at, end));
    if (next === undefined) break;
    node = next;
    at = end;
    if (node.endings === undefined) continue;
    const values = valuesOf(node, node.endings, foldedTokens(text.slice(start, end)).join(''));
    if (values.length > 0) longest = { start, end, values };
  }
  return longest;
}

/** How the phrases begin that have this word for their first. */
function beginningsOf<T>([first, node]: readonly [string, Node<T>]): Beginning[] {
  if (node.endings !== undefined) return [[first]];
  const behind = [...(node.next ?? [])].flatMap(([key, next]) =>
    key === ' ' ? [...(next.next?.keys() ?? [])].map((second) => ` ${second}`) : [key],
  );
  return behind.every((rest) => /^(?: [a-z0-9]+|[!-/:-@])$/.test(rest))
    ? behind.map((rest) => [first, rest])
    : [[first]];
}

/** The phrases as one searcher. Equal: straight and curly apostrophes, hyphen and en dash, `&` and "and", é and e, any white space. */
export function buildPhrases<T>(entries: Iterable<Phrase<T>>): Phrases<T> {
  const root = createNode<T>();
  for (const entry of entries) addPhrase(root, entry);
  const beginnings = [...(root.next ?? [])].flatMap(beginningsOf);
  const classes = buildWordClasses([beginnings]);
  return {
    beginnings,
    longestAt: (text, start) => longestAt(root, text, start),
    find(text) {
      const found: Found<T>[] = [];
      let reach = 0;
      classes.walk(text, (start) => {
        const match = start < reach ? undefined : longestAt(root, text, start);
        if (match === undefined) return;
        found.push(match);
        reach = match.end;
      });
      return found;
    },
  };
}
