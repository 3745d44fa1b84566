/** Hashes of texts in UTF-8, in lower-case hexadecimal (SPARQL 1.2 Query, 17.4.6). */
import { createHash } from 'node:crypto';
import { plain, stringOf } from '../literals.js';
import type { FunctionTable, TermFunction } from './term-function.js';

const hash =
  (algorithm: string): TermFunction =>
  (a) => {
    const text = stringOf(a);
    return text === undefined ? undefined : plain(createHash(algorithm).update(text, 'utf8').digest('hex'));
  };

export const hashes: FunctionTable = Object.fromEntries(
  ['md5', 'sha1', 'sha256', 'sha384', 'sha512'].map((name) => [name, hash(name)]),
);
