/** Quads as text in every graph format there is. */
import type { Quad } from '../rdf.js';
import { type JsonLdOptions, writeJsonLd } from './json-ld.js';
import { writeRdfXml } from './rdf-xml.js';
import { writeQuad, writeTerm, writeTriple } from './terms.js';
import { writeTrig, writeTurtle } from './turtle.js';

/**
 * Each line once, in code-unit order: the same graph gives the same bytes. Sorted subject by subject, so that the lines of
 * a large graph are never held all at once.
 */
function* sortedLines(quads: Iterable<Quad>, write: (quad: Quad) => string): Generator<string> {
  const bySubject = new Map<string, Quad[]>();
  for (const quad of quads) {
    const subject = `${writeTerm(quad.subject)} `;
    const group = bySubject.get(subject);
    if (group === undefined) bySubject.set(subject, [quad]);
    else group.push(quad);
  }
  for (const subject of [...bySubject.keys()].sort()) yield* [...new Set(bySubject.get(subject)?.map(write))].sort();
}

/** Canonical N-Quads, sorted, without repetitions. */
export const serialiseNQuads = (quads: Iterable<Quad>): string => [...sortedLines(quads, writeQuad)].join('');

/**
 * The quads in the format of that id (see `formats.ts`), in chunks. Formats of triples leave the graphs' names out.
 * Throws `NotExpressible` where the syntax cannot say a term, and an Error for an id that is no graph format.
 */
export async function* serialiseQuads(
  quads: Iterable<Quad>,
  format: string,
  jsonLd: JsonLdOptions = {},
): AsyncGenerator<string> {
  switch (format) {
    case 'ntriples':
      return yield* sortedLines(quads, writeTriple);
    case 'nquads':
      return yield* sortedLines(quads, writeQuad);
    case 'turtle':
      return yield* writeTurtle(quads);
    case 'trig':
      return yield* writeTrig(quads);
    case 'rdfxml':
      return yield* writeRdfXml(quads);
    case 'jsonld':
      return yield* writeJsonLd(quads, jsonLd);
    default:
      throw new Error(`"${format}" is not a format for graphs`);
  }
}
