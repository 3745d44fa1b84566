/** Names of gazetteers in a text: what is found is what a plain search finds, word by word and name by name. */
import { foldedTokens, foldToken, tokenEnd } from '../../../src/extract/phrase-tokens.js';
import { buildPhrases } from '../../../src/extract/phrases.js';
import type { Random } from '../../random.js';
import { type FuzzTarget, type Outcome, probing } from '../fuzz-target.js';

interface Case {
  readonly phrases: readonly { readonly phrase: string; readonly matchCase: boolean }[];
  readonly text: string;
}

const words = [
  'US',
  'us',
  'WHO',
  'who',
  'Who',
  'New',
  'York',
  'Guinea',
  'guinea',
  'Côte',
  "d'Ivoire",
  'd’Ivoire',
  'and',
  '&',
  'AND',
  'of',
  'Bank',
  'bank',
  'São',
  'SAO',
  '中国',
  '国',
  'data-base',
  'data–base',
  'ﬁnd',
  'find',
  'mi\u00adgrants',
  'migrants',
  '1990',
  'U.S.',
  'İstanbul',
  'Straße',
  'STRASSE',
  'e\u0301tat',
  'état',
  'X',
  'x'.repeat(120),
  "'s",
  '’s',
];
const betweens = [' ', ' ', ' ', '  ', '\u00a0', '\n', '\n\n', '-', ', ', '. ', '', '\u200b', '(', ')'];

const phrase = (random: Random): string =>
  Array.from({ length: 1 + random.number(3) }, () => random.pick(words)).join(
    random.pick([' ', ' ', ' ', '-', ' and ']),
  );

function generate(random: Random): Uint8Array {
  const phrases = Array.from({ length: 1 + random.number(8) }, () => ({
    phrase: phrase(random),
    matchCase: random.chance(50),
  }));
  const some = (): string => (random.chance(40) ? random.pick(phrases).phrase : random.pick(words));
  const cased = (text: string): string =>
    random.chance(10) ? text.toUpperCase() : random.chance(8) ? text.toLowerCase() : text;
  const text = Array.from({ length: 1 + random.number(12) }, () => cased(some()) + random.pick(betweens)).join('');
  return Buffer.from(JSON.stringify({ phrases, text } satisfies Case));
}

interface Token {
  readonly start: number;
  readonly end: number;
  readonly folded: string;
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; at = tokens.at(-1)?.end ?? text.length)
    tokens.push({ start: at, end: tokenEnd(text, at), folded: foldToken(text.slice(at, tokenEnd(text, at))) });
  return tokens;
}

/** The capitals are those of the phrase, or all, where it has small letters; a word of it may begin with a capital besides. */
function hasCapitals(phrase: readonly string[], found: readonly string[]): boolean {
  const [wanted, there] = [phrase.join(''), found.join('')];
  if (wanted === there) return true;
  if ((wanted.match(/\p{Ll}/gu) ?? []).length > 1 && there === wanted.toUpperCase()) return true;
  return phrase.every((word, n) => {
    const other = found[n] ?? '';
    return word === other || (word.slice(1) === other.slice(1) && other.charAt(0).toLowerCase() === word.charAt(0));
  });
}

/** Whether the phrase stands at that token; the number of its tokens, or 0. */
function lengthAt(tokens: readonly Token[], at: number, { phrase, matchCase }: Case['phrases'][number]): number {
  const wanted = foldedTokens(phrase);
  const found = tokens.slice(at, at + wanted.length).map(({ folded }) => folded);
  const isThere = wanted.length > 0 && wanted.every((word, n) => word.toLowerCase() === found[n]?.toLowerCase());
  return isThere && (!matchCase || hasCapitals(wanted, found)) ? wanted.length : 0;
}

function findPlainly({ phrases, text }: Case): string[] {
  const tokens = tokensOf(text);
  const found: string[] = [];
  for (let at = 0; at < tokens.length; ) {
    const lengths = phrases.map((one) => lengthAt(tokens, at, one));
    const longest = Math.max(...lengths);
    if (longest > 0) {
      const those = phrases.flatMap(({ phrase }, n) => (lengths[n] === longest ? [phrase] : []));
      found.push(`${tokens[at]?.start}-${tokens[at + longest - 1]?.end} ${[...new Set(those)].sort().join(' | ')}`);
    }
    at += Math.max(1, longest);
  }
  return found;
}

function probe(input: Uint8Array): Outcome {
  const one = JSON.parse(Buffer.from(input).toString()) as Case;
  const search = buildPhrases(one.phrases.map((entry) => ({ ...entry, value: entry.phrase })));
  const found = search
    .find(one.text)
    .map(({ start, end, values }) => `${start}-${end} ${[...values].sort().join(' | ')}`);
  const plainly = findPlainly(one);
  const fault =
    JSON.stringify(found) === JSON.stringify(plainly)
      ? undefined
      : `found ${JSON.stringify(found)}, plainly ${JSON.stringify(plainly)}`;
  return { kind: found.length > 0 ? 'found' : 'nothing', fault };
}

export const phrases: FuzzTarget = { name: 'phrases', share: 100, generate, open: probing(probe) };
