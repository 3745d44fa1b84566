/** Triples by numbers as text, in the formats that take no terms for it. */
import { serialiseIdJsonLd } from './id-json-ld.js';
import { serialiseIdLines } from './id-lines.js';
import type { IdTriples } from './id-triples.js';
import { isExpanded, type JsonLdOptions } from './json-ld.js';

/** Undefined where it takes quads. */
export function serialiseIdTriples(
  triples: IdTriples,
  format: string,
  jsonLd: JsonLdOptions = {},
): Iterable<Uint8Array> | undefined {
  switch (format) {
    case 'jsonld':
      return isExpanded(jsonLd) ? serialiseIdJsonLd(triples) : undefined;
    case 'ntriples':
    case 'nquads':
      return serialiseIdLines(triples);
    default:
      return undefined;
  }
}
