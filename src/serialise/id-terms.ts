/** Terms that are known by numbers, from 1 on, and how they are written without becoming terms. */
import type { Term } from '../rdf.js';
import type { ByteSource } from './byte-writer.js';

export interface IdTerms extends ByteSource {
  /**
   * Terms as N-Triples writes them, one behind the other, in the order of their bytes: number `n` ends at `ends[n]`, where the
   * next begins. Numbers beyond `ends` have no bytes.
   */
  readonly bytes: Buffer;
  readonly ends: Uint32Array;
  /** As N-Triples writes it. */
  text(id: number): string;
  term(id: number): Term;
}

/** Bytes that texts of terms are told by. */
export const byte = {
  quote: 0x22,
  ampersand: 0x26,
  comma: 0x2c,
  minus: 0x2d,
  less: 0x3c,
  more: 0x3e,
  at: 0x40,
  backslash: 0x5c,
  underscore: 0x5f,
  u: 0x75,
  /** Begins a character beyond the first 65,536, which UTF-16 puts before some of those. */
  astral: 0xf0,
} as const;

const isCapital = (unit: number): boolean => unit >= 0x41 && unit <= 0x5a;

/** Whether it is a literal with a language tag; of terms with bytes, as all that follow. */
export function isTagged({ bytes, ends }: IdTerms, id: number): boolean {
  const last = bytes[(ends[id] as number) - 1];
  return bytes[ends[id - 1] as number] === byte.quote && last !== byte.quote && last !== byte.more;
}

export const isTripleTerm = ({ bytes, ends }: IdTerms, id: number): boolean =>
  bytes[ends[id - 1] as number] === byte.less && bytes[(ends[id - 1] as number) + 1] === byte.less;

/** Whether it has a language tag that the canonical form has in other letters. */
export function hasCapitalTag(terms: IdTerms, id: number): boolean {
  if (!isTagged(terms, id)) return false;
  for (let at = endOfQuoted(terms, id); at < (terms.ends[id] as number); at += 1)
    if (isCapital(terms.bytes[at] as number)) return true;
  return false;
}

/** Behind the quote that ends a literal's lexical form. */
export function endOfQuoted({ bytes, ends }: IdTerms, id: number): number {
  let end = ends[id] as number;
  while (bytes[end - 1] !== byte.quote) end -= 1;
  return end;
}
