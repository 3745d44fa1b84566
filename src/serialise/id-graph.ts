/** Triples by numbers as text, in the formats that take no terms for it. */
import { serialiseIdLines } from './id-lines.js';
import type { IdTriples } from './id-triples.js';

/** Undefined where it takes quads. */
export function serialiseIdTriples(triples: IdTriples, format: string): Iterable<Uint8Array> | undefined {
  switch (format) {
    case 'ntriples':
    case 'nquads':
      return serialiseIdLines(triples);
    default:
      return undefined;
  }
}
