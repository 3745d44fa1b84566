/** Texts of a language spoilt by chance, by its own tokens: what comes of it is often nearly right, and now and then still so. */
import { Buffer } from 'node:buffer';
import type { Random } from '../random.js';
import { boundaryNumbers, mutateBytes, mutateTokens, nest, oddBytes, splice, truncate } from './mutate.js';

export interface Language {
  /** Texts that are right. */
  readonly samples: readonly string[];
  /** With the flag `g`; what it does not match is left out. */
  readonly tokens: RegExp;
  /** Tokens that stand in none of the samples. */
  readonly more?: readonly string[];
  /** Kinds of tokens: one is changed for another of its kind. */
  readonly kinds?: readonly RegExp[];
  /** What opens and what closes, for nesting. */
  readonly brackets?: readonly (readonly [open: string, close: string])[];
}

const bytes = (text: string): Uint8Array => Buffer.from(text);

/** So many times, one change after the other. */
export function repeat<T>(random: Random, most: number, start: T, change: (one: T) => T): T {
  let one = start;
  for (let left = 1 + random.number(most); left > 0; left -= 1) one = change(one);
  return one;
}

type Tokens = readonly string[];

/** A number is one at the edge of what numbers can be. */
function changeNumber(random: Random, tokens: Tokens): string[] {
  const places = tokens.flatMap((token, n) => (/\d/.test(token) ? [n] : []));
  if (places.length === 0) return [...tokens];
  const at = random.pick(places);
  return tokens.map((token, n) => (n === at ? token.replace(/\d+/, random.pick(boundaryNumbers)) : token));
}

/** Characters that are odd stand within a token. */
function insertOdd(random: Random, tokens: Tokens): string[] {
  const at = random.number(tokens.length + 1);
  return tokens.map((token, n) => {
    const place = random.number(token.length + 1);
    return n === at
      ? token.slice(0, place) + Buffer.from(random.pick(oddBytes)).toString() + token.slice(place)
      : token;
  });
}

/** Gives a text for random numbers. */
export function createSpoiler(language: Language): (random: Random) => Uint8Array {
  const { samples, more = [], kinds = [], brackets = [] } = language;
  const split = (text: string): string[] => text.match(language.tokens) ?? [];
  const parts = samples.map(split);
  const vocabulary = [...parts.flat().filter((token) => /\S/.test(token)), ...more];
  const kindOf = (token: string): number => kinds.findIndex((kind) => kind.test(token));
  const kin = kinds.map((_, kind) => vocabulary.filter((token) => kindOf(token) === kind));

  const swapKin = (random: Random, tokens: Tokens): string[] => {
    const at = random.number(tokens.length);
    const others = kin[kindOf(tokens[at] ?? '')] ?? [];
    return tokens.map((token, n) => (n === at && others.length > 0 ? random.pick(others) : token));
  };
  const changes: readonly ((random: Random, tokens: Tokens) => string[])[] = [
    swapKin,
    swapKin,
    (random, tokens) => mutateTokens(random, tokens, vocabulary),
    (random, tokens) => mutateTokens(random, tokens, vocabulary),
    changeNumber,
    insertOdd,
    (random, tokens) => (brackets.length === 0 ? swapKin(random, tokens) : nest(random, tokens, random.pick(brackets))),
  ];
  const spliceTokens = (random: Random): string[] => {
    const [one, other] = [random.pick(parts), random.pick(parts)];
    return [...one.slice(0, random.number(one.length + 1)), ...other.slice(random.number(other.length + 1))];
  };
  const soup = (random: Random): string =>
    Array.from({ length: 1 + random.number(40) }, () => random.pick(vocabulary)).join(random.chance(50) ? ' ' : '');
  const changed = (random: Random): Uint8Array =>
    bytes(repeat<Tokens>(random, 3, random.pick(parts), (now) => random.pick(changes)(random, now)).join(''));

  return (random) =>
    random.pick([
      () => bytes(random.pick(samples)),
      () => changed(random),
      () => changed(random),
      () => changed(random),
      () => changed(random),
      () => changed(random),
      () => repeat(random, 3, bytes(random.pick(samples)), (one) => mutateBytes(random, one)),
      () => repeat(random, 2, bytes(random.pick(samples)), (one) => mutateBytes(random, one)),
      () => bytes(spliceTokens(random).join('')),
      () => splice(random, bytes(random.pick(samples)), bytes(random.pick(samples))),
      () => truncate(random, changed(random)),
      () => bytes(soup(random)),
    ])();
}
