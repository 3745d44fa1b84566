/** Texts changed by chance: by byte, by token, cut short, and put together from several. */
import type { Random } from '../random.js';

/** Characters that have broken programs before, some of them no characters at all. */
export const oddBytes: readonly Uint8Array[] = [
  '\0',
  '\u0001',
  '\u007f',
  '\u0085',
  '\u00a0',
  '\u00ad',
  '\u200b',
  '\u200d',
  '\u202e',
  '\u2028',
  '\u2029',
  '\ufeff',
  '\ufffd',
  '\uffff',
  'é',
  'e\u0301',
  'ﷺ',
  'İ',
  'ß',
  '漢',
  '😀',
  '\u{1f468}\u200d\u{1f469}',
  '\u{10ffff}',
  '\u{e0001}',
  '\r',
  '\r\n',
  '\t',
  '\v',
  '\f',
  '%',
  '%00',
  '%ff',
  '+',
  '&',
  '\\u0000',
  '\\uD800',
  '\\U0010FFFF',
  '\\U00110000',
  '\\',
  "'''",
  '"""',
]
  .map((text) => Buffer.from(text) as Uint8Array)
  .concat(
    [[0xff], [0xfe, 0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xe2, 0x82]].map((b) =>
      Uint8Array.from(b),
    ),
  );

const concat = (...parts: readonly Uint8Array[]): Uint8Array => Buffer.concat(parts);

/** One byte or a few are another, are gone, are there twice, or an odd one comes between. */
export function mutateBytes(random: Random, input: Uint8Array): Uint8Array {
  const at = random.number(input.length + 1);
  const end = Math.min(input.length, at + 1 + random.number(4));
  const [before, here, after] = [input.subarray(0, at), input.subarray(at, end), input.subarray(end)];
  return random.pick([
    () => concat(before, Uint8Array.of(random.number(256)), input.subarray(at + 1)),
    () => concat(before, after),
    () => concat(before, here, here, after),
    () => concat(before, random.pick(oddBytes), input.subarray(at)),
    () => concat(before, random.pick(oddBytes), after),
    () => concat(before, here.slice().reverse(), after),
  ])();
}

/** A token is gone, is there several times, changes places, or is one of another text. */
export function mutateTokens(random: Random, tokens: readonly string[], others: readonly string[]): string[] {
  if (tokens.length === 0) return [random.pick(others)];
  const at = random.number(tokens.length);
  const [before, here, after] = [tokens.slice(0, at), tokens.slice(at, at + 1), tokens.slice(at + 1)];
  return random.pick([
    () => [...before, ...after],
    () => [...before, ...here, ...here, ...after],
    () => [...before, random.pick(others), ...after],
    () => [...before, random.pick(others), ...here, ...after],
    () => [...before, ...after, ...here],
    () => [...before, ...Array.from({ length: 2 + random.number(300) }, () => here[0] ?? ''), ...after],
  ])();
}

/** Numbers at which others have gone wrong before. */
export const boundaryNumbers: readonly string[] = [
  '0',
  '-0',
  '-1',
  '00',
  '255',
  '256',
  '65536',
  '2147483647',
  '2147483648',
  '-2147483649',
  '4294967296',
  '9007199254740993',
  '18446744073709551616',
  '99999999999999999999999999999999',
  '1e308',
  '1e309',
  '1e-400',
  '0.1e+',
  '1_000',
  '0x10',
  '١٢',
  'NaN',
  'INF',
];

/** Some of the tokens within brackets within brackets, a few or many; now and then nothing closes. */
export function nest(random: Random, tokens: readonly string[], [open, close]: readonly [string, string]): string[] {
  const from = random.number(tokens.length + 1);
  const to = Math.min(tokens.length, from + random.number(8));
  const levels = random.pick([1, 2, 7, 60, 70, 99, 101, 130, 1000]);
  const closing = random.chance(80) ? levels : random.number(levels);
  return [
    ...tokens.slice(0, from),
    open.repeat(levels),
    ...tokens.slice(from, to),
    close.repeat(closing),
    ...tokens.slice(to),
  ];
}

/** The first part of one and the last of another. */
export const splice = (random: Random, one: Uint8Array, other: Uint8Array): Uint8Array =>
  concat(one.subarray(0, random.number(one.length + 1)), other.subarray(random.number(other.length + 1)));

export const truncate = (random: Random, input: Uint8Array): Uint8Array =>
  input.subarray(0, random.number(input.length + 1));
