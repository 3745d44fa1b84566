/** Which classes are bound together by which properties, as the shapes say: what a picture of the ontology shows. */
import { join } from 'node:path';
import { packageRoot } from '../package-root.js';
import type { Quad, Term } from '../rdf.js';
import { readTurtleFolder } from '../shapes/read-turtle.js';
import { prefixes } from '../vocabularies.js';

export interface ClassRelation {
  readonly from: string;
  readonly to: string;
  /** IRIs, in the order of the shapes. */
  readonly properties: readonly string[];
}

/** By subject and predicate, as SHACL and its lists are read. */
function createReader(quads: readonly Quad[]): (subject: Term, predicate: string) => Term[] {
  const index = new Map<string, Term[]>();
  const keyOf = (subject: Term, predicate: string): string => `${subject.termType} ${subject.value} ${predicate}`;
  for (const { subject, predicate, object } of quads) {
    const key = keyOf(subject, predicate.value);
    index.set(key, [...(index.get(key) ?? []), object]);
  }
  return (subject, predicate) => index.get(keyOf(subject, predicate)) ?? [];
}

export function readClassRelations(): ClassRelation[] {
  const quads = readTurtleFolder(join(packageRoot, 'ontology', 'shapes'));
  const read = createReader(quads);
  const listOf = (head: Term | undefined): Term[] =>
    head === undefined
      ? []
      : [...read(head, `${prefixes.rdf}first`), ...read(head, `${prefixes.rdf}rest`).flatMap((rest) => listOf(rest))];
  const relations = new Map<string, ClassRelation>();
  for (const { subject: shape, predicate, object: from } of quads) {
    if (predicate.value !== `${prefixes.sh}targetClass`) continue;
    for (const property of read(shape, `${prefixes.sh}property`)) {
      const alternatives = read(property, `${prefixes.sh}or`).flatMap(listOf);
      const classes = [property, ...alternatives].flatMap((node) => read(node, `${prefixes.sh}class`));
      for (const path of read(property, `${prefixes.sh}path`))
        for (const to of classes) {
          if (path.termType !== 'NamedNode') continue;
          const key = `${from.value} ${to.value}`;
          const known = relations.get(key)?.properties ?? [];
          relations.set(key, { from: from.value, to: to.value, properties: [...new Set([...known, path.value])] });
        }
    }
  }
  return [...relations.values()];
}
