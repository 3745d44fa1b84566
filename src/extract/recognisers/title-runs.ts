/** Finds how far a title reaches that nothing but its capitals sets apart: from its first word on, or up to its last. */
import type { Token } from '../tokens.js';
import { numbering } from './grow-name.js';
import { connectors, leadWords } from './name-heads.js';

export interface Run {
  readonly first: number;
  readonly last: number;
}

const longest = 30;
const month = /^(?:January|February|March|April|May|June|July|August|September|October|November|December)$/;
/** Little words inside a title, beside those that any name may hold. */
export const titleWords = new Set(
  'a an about after before into through under over upon within among as or nor than beyond towards toward via behind during since until en el para sobre entre con por sur au aux à dans et les le un une der die das und im zu vom em os dos das com een het van'.split(
    ' ',
  ),
);
const inner = (token: Token | undefined): boolean => {
  const lower = token?.text.toLowerCase() ?? '';
  return connectors.has(lower) || titleWords.has(lower);
};
const inTitles = new Set(['of', 'and', 'on', 'in', 'to', 'for', 'from', 'at', 'after', 'before', 'across']);
const opensMore = (token: Token | undefined): boolean => token?.kind === 'word' && token.capital;

/** "… in 2012", "… in May 2014": when, and no part of the title. */
function isTime(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  return /^(?:1[5-9]|20)\d{2}$/.test(token.text) || (month.test(token.text) && tokens[at + 1]?.kind === 'number');
}

/** "Austria, Greece | and Italy": whether a comma opens a row that ends with "and". */
function isRow(tokens: readonly Token[], comma: number): boolean {
  for (let at = comma + 1; at < comma + 8; at++) {
    const token = tokens[at];
    if (token === undefined) return false;
    if (/^(?:and|&)$/i.test(token.text)) return opensMore(tokens[at + 1]);
    if (token.text !== ',' && !token.capital) return false;
  }
  return false;
}

/** Whether a token belongs to an organisation, or a place. */
export interface Surroundings {
  readonly isOrganisation: (token: Token) => boolean;
  readonly isPlace: (token: Token) => boolean;
}

/** "the yearbook Tidal States | and in the Crew Register": what is said of another place begins another name. */
const beginsAnew = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.text === 'and' &&
  /^(?:in|on|from|by|with|at|to)$/.test(tokens[at + 1]?.text ?? '') &&
  /^(?:the|its|their|our|an?)$/.test(tokens[at + 2]?.text ?? '');

/**
 * The run of a title from its first word on. `told` where the words say that a title begins: then it reaches over
 * commas too, "under the title Trained Here, Working There". It ends before a body: "Harbour Review | of the Dock Board".
 */
export function runFrom(tokens: readonly Token[], first: number, { isOrganisation }: Surroundings, told = false): Run {
  let last = first;
  let parts = 0;
  while (last - first < longest) {
    const next = tokens[last + 1];
    if (next === undefined) break;
    if (next.capital || next.text === "'s") {
      last++;
      continue;
    }
    // A subtitle: "Who Stays? Dockers in Oslo", "Two Ends: Senders".
    if (/^[:?!–—]$/.test(next.text)) {
      if (parts++ < 2 && opensMore(tokens[last + 2])) {
        last += 2;
        continue;
      }
      return /^[?!]$/.test(next.text) ? { first, last: last + 1 } : { first, last };
    }
    if (next.text === ',' && (isRow(tokens, last + 1) || (told && opensMore(tokens[last + 2])))) {
      last++;
      continue;
    }
    if ((!inner(next) && next.text !== ',') || beginsAnew(tokens, last + 1)) break;
    let beyond = last + 2;
    while (beyond < last + 5 && inner(tokens[beyond])) beyond++;
    const word = tokens[beyond];
    if (next.text === ',' || word?.capital !== true || isTime(tokens, beyond) || numbering.test(word.text)) break;
    if (last > first && isOrganisation(word) && /^(?:of|by|from)$/.test(next.text)) break;
    last = beyond;
  }
  return { first, last };
}

/** The run of a title up to its last word. It does not reach over a body: "those of WHO in | Counting Ports". */
export function runUpTo(tokens: readonly Token[], last: number, { isOrganisation }: Surroundings): Run {
  let first = last;
  while (last - first < longest && first > 0) {
    const before = tokens[first - 1];
    if (before === undefined || isOrganisation(before)) break;
    if (before.capital || before.text === "'s") first--;
    else if (/^[:?–—]$/.test(before.text) && tokens[first - 2]?.capital === true) first--;
    else if (before.text === ',' && isRow(tokens, first - 1)) first--;
    else if (inner(before)) {
      let beyond = first - 2;
      while (beyond > first - 5 && inner(tokens[beyond])) beyond--;
      const word = tokens[beyond];
      if (word?.capital !== true || isTime(tokens, beyond) || isOrganisation(word)) break;
      // "without | the Quay Panel": an article behind such a word begins a phrase of its own.
      const link = tokens[first - 2]?.text.toLowerCase() ?? '';
      if (before.text === 'the' && !inTitles.has(link) && word !== tokens[first - 2]) break;
      first = beyond;
    } else break;
  }
  // "In Counting Movers, a paper …": the word that opens the sentence is none of the title's.
  while (
    first < last &&
    (first === 0 || tokens[first - 1]?.text === '.') &&
    leadWords.has(tokens[first]?.text.toLowerCase() ?? '')
  )
    first++;
  while (first < last && !(tokens[first]?.kind === 'word' && tokens[first]?.capital === true)) first++;
  return { first, last };
}
