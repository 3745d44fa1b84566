/** Reads noun phrases whose head is a common noun for data: "the monthly file of border crossings", "tables on work permits". */
import type { Token } from '../tokens.js';
import { readComplement } from './complement.js';
import {
  type DataHead,
  type Determiner,
  dataHead,
  determinerOf,
  isFunctionWord,
  plainModifiers,
} from './data-nouns.js';
import { coverageVerbs, holdingVerbs, makingParticiples } from './data-verbs.js';
import { lowerOf } from './sentence.js';

/** Offsets of the phrase without its determiner, and where its parts stand among the tokens. */
export interface DataPhrase {
  readonly start: number;
  readonly end: number;
  readonly head: DataHead;
  readonly determiner: Determiner;
  /** The token of the determiner, or the first one where there is none. */
  readonly opens: number;
  readonly first: number;
  readonly headAt: number;
  readonly last: number;
  /** Whether a word before the head tells this collection from others: "consular register". */
  readonly modified: boolean;
  /** Whether it comes out again and again: "monthly tables". */
  readonly periodic: boolean;
  /** Whether it says of what it is: "register of seamen", "tables on permits". */
  readonly complement: boolean;
}

/** Tells which tokens are part of a name, a title or an organisation. */
export type IsNamed = (token: Token) => boolean;

const longest = 7;
const periodic = /^(?:annual|quarterly|monthly|weekly|yearly|half-yearly|daily|regular)$/;
/** Nouns that look like participles: "the housing census". */
const gerunds =
  /^(?:housing|trafficking|smuggling|nursing|fishing|farming|shipping|mining|training|schooling|banking|crossing|landing)$/;
const isParticiple = (word: string): boolean => /(?:ed|ing)$/.test(word) && word.length > 5 && !gerunds.test(word);

/** Whether a word may be taken for a verb where no determiner stands before it: "SURS | uses labour statistics". */
const looksFinite = (word: string): boolean =>
  holdingVerbs.has(word) ||
  coverageVerbs.has(word) ||
  (/[^sui]s$/.test(word) && word !== 'overseas' && word !== 'customs');

/** "immigrant and emigrant | counts": a row of modifiers. */
function joinsModifiers(tokens: readonly Token[], at: number): boolean {
  const left = tokens[at - 1];
  const word = lowerOf(left);
  return (
    /^(?:and|or|&)$/.test(lowerOf(tokens[at])) &&
    left !== undefined &&
    left.kind === 'word' &&
    !left.capital &&
    !isFunctionWord(word) &&
    !looksFinite(word) &&
    dataHead(word, '') === undefined
  );
}

/** "owns positioning | data", "mobile positioning | data": behind a verb or an adjective it is no verb. */
const isGerund = (word: string, before: string): boolean =>
  /ing$/.test(word) &&
  !holdingVerbs.has(word) &&
  !coverageVerbs.has(word) &&
  /^\p{L}{3,}$/u.test(before) &&
  !isFunctionWord(before);

/** Whether the token before the phrase that begins at `first` still belongs to it. */
function isPremodifier(tokens: readonly Token[], first: number, isNamed: IsNamed): boolean {
  const token = tokens[first - 1];
  if (token === undefined || token.kind === 'mark' || isNamed(token)) return false;
  if (token.kind === 'number') return /^(?:19|20)\d\d$|\p{Lu}/u.test(token.text);
  const word = lowerOf(token);
  if (plainModifiers.has(word) && determinerOf(word) === 'bare') return true;
  if (isFunctionWord(word) || /ly$/.test(word)) return false;
  if (token.capital && first > 1) return true;
  const before = tokens[first - 2];
  if (looksFinite(word) || isParticiple(word)) {
    // "the published register", "an existing panel", "the visits file": behind a determiner it is no verb.
    const inside = determinerOf(lowerOf(before)) !== 'bare';
    return inside || (plainModifiers.has(lowerOf(before)) && isParticiple(word)) || isGerund(word, lowerOf(before));
  }
  return true;
}

function growPremodifiers(tokens: readonly Token[], head: number, isNamed: IsNamed): number {
  let first = head;
  while (first > 0 && head - first < longest) {
    if (isPremodifier(tokens, first, isNamed)) first--;
    else if (first < head && joinsModifiers(tokens, first - 1)) first -= 2;
    else break;
  }
  return first;
}

/** Whether the noun at `at` is the last of its phrase and no part of a longer word: "register | data", "survey | results". */
function endsCompound(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  if (next === undefined || next.kind !== 'word' || next.capital) return true;
  const word = lowerOf(next);
  if (isFunctionWord(word)) return true;
  if (dataHead(word, lowerOf(tokens[at])) !== undefined) {
    const after = tokens[at + 2];
    return after?.kind === 'word' && (!isFunctionWord(lowerOf(after)) || determinerOf(lowerOf(after)) !== 'bare');
  }
  return (
    holdingVerbs.has(word) ||
    coverageVerbs.has(word) ||
    makingParticiples.has(word) ||
    isParticiple(word) ||
    /ly$/.test(word) ||
    word === 'available'
  );
}

/** "It | lists persons", "The Bank | estimates the flows": with nothing before it and no preposition behind, a verb. */
function isVerb(tokens: readonly Token[], at: number, first: number): boolean {
  if (first < at || determinerOf(lowerOf(tokens[at - 1])) !== 'bare') return false;
  if (
    !/^(?:records?|lists?|counts?|figures?|returns?|estimates?|tables?|files?|surveys?|numbers?|projects?)$/.test(
      lowerOf(tokens[at]),
    )
  )
    return false;
  return !/^(?:of|on|by|about|for)$/.test(lowerOf(tokens[at + 1]));
}

const quantities = /^(?:set|series|suite|range|pair|bundle|run|family|batch|group)s?$/;

/** "a large set of | tables", "two series of | files": where the noun of quantity stands whose determiner is the phrase's. */
function quantityBefore(tokens: readonly Token[], first: number): number | undefined {
  if (lowerOf(tokens[first - 1]) !== 'of' || !quantities.test(lowerOf(tokens[first - 2]))) return undefined;
  let at = first - 2;
  while (
    at > first - 5 &&
    at > 0 &&
    determinerOf(lowerOf(tokens[at - 1])) === 'bare' &&
    plainModifiers.has(lowerOf(tokens[at - 1]))
  )
    at--;
  return at;
}

/** "carried out | a Microcensus in 2016": with a capital for respect, and no name: it is told for the first time. */
const isIntroduced = (tokens: readonly Token[], at: number): boolean =>
  /^an?$/.test(tokens[at - 1]?.text ?? '') && tokens[at + 1]?.capital !== true;

/** All phrases of a passage, in the order of the text; one inside another's complement is not told. */
export function readDataPhrases(tokens: readonly Token[], isNamed: IsNamed): DataPhrase[] {
  const found: DataPhrase[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined || token.kind !== 'word' || isNamed(token)) continue;
    if (token.capital && at > 0 && !isIntroduced(tokens, at)) continue;
    const head = dataHead(lowerOf(token), lowerOf(tokens[at - 1]));
    if (head === undefined || !endsCompound(tokens, at)) continue;
    const first = growPremodifiers(tokens, at, isNamed);
    if (isVerb(tokens, at, first)) continue;
    const { last, telling } = readComplement(tokens, at, isNamed);
    const start = tokens[first]?.start ?? token.start;
    const front = quantityBefore(tokens, first) ?? first;
    const determiner = determinerOf(lowerOf(tokens[front - 1]));
    found.push({
      start,
      end: tokens[last]?.end ?? token.end,
      head,
      determiner,
      opens: determiner === 'bare' ? front : front - 1,
      first,
      headAt: at,
      last,
      modified: tokens
        .slice(first, at)
        .some(
          (word) => word.kind === 'word' && !plainModifiers.has(lowerOf(word)) && !/^(?:and|or|&)$/.test(word.text),
        ),
      periodic: periodic.test(lowerOf(tokens[first])),
      complement: telling,
    });
    at = Math.max(at, last);
  }
  return found;
}
