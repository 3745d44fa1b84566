/** Describes our own catalogue: its hand-written part, and an entry for every dataset of the graph. */
import type { Iris } from '../iris.js';
import { type Quad, rdf } from '../rdf.js';
import { readTurtle } from '../shapes/read-turtle.js';
import { dcat, mig, rdfTerms } from '../vocabularies.js';

/** Reads the hand-written part, its relative IRIs under `base`; throws an Error `file:line: reason`. */
export function readCatalogue(file: string, base: string): Quad[] {
  const quads = readTurtle(file, { base });
  const blank = quads.find(({ subject, object }) => [subject, object].some((term) => term.termType === 'BlankNode'));
  if (blank) throw new Error(`${file}:1: blank nodes cannot be harvested; give ${blank.predicate.value} an IRI`);
  return quads;
}

/** The hand-written part and the entries of all datasets found in `quads`. */
export function describeCatalogue(handWritten: readonly Quad[], quads: readonly Quad[], iris: Iris): Quad[] {
  const isDataset = ({ predicate, object }: Quad) => predicate.equals(rdfTerms.type) && object.equals(mig.Dataset);
  const entries = quads.filter(isDataset).map(({ subject }) => rdf.quad(iris.catalogue(), dcat.dataset, subject));
  return [...handWritten, ...entries];
}
