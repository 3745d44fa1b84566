/** Triples by numbers as text, in the formats that take no terms for it. */
import { serialiseIdJsonLd } from './id-json-ld.js';
import { serialiseIdLines } from './id-lines.js';
import type { IdTriples } from './id-triples.js';
import { isExpanded, type JsonLdOptions } from './json-ld.js';

/** Whether the format takes no terms. */
export const isWrittenByIds = (format: string, jsonLd: JsonLdOptions = {}): boolean =>
  format === 'ntriples' || format === 'nquads' || (format === 'jsonld' && isExpanded(jsonLd));

/** Undefined where it takes quads. */
export function serialiseIdTriples(
  triples: IdTriples,
  format: string,
  jsonLd: JsonLdOptions = {},
): Iterable<Uint8Array> | undefined {
  if (!isWrittenByIds(format, jsonLd)) return undefined;
  return format === 'jsonld' ? serialiseIdJsonLd(triples) : serialiseIdLines(triples);
}
