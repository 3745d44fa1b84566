/** Reads the ontology: what is published of it as a graph, and the shapes that every graph is held against. */
import { join } from 'node:path';
import type { DatasetCore, Quad } from '../rdf.js';
import { readTurtle, readTurtleFolder } from '../shapes/read-turtle.js';
import { readShapes } from '../shapes/validate.js';

export interface Ontology {
  readonly quads: readonly Quad[];
  readonly shapes: DatasetCore;
}

/** Reads the folder `ontology/`; a malformed file is an Error `file:line: reason`. */
export function readOntology(folder: string): Ontology {
  const files = ['migration.ttl', 'concepts.ttl'].map((name) => readTurtle(join(folder, name)));
  const quads = [...files.flat(), ...readTurtleFolder(join(folder, 'alignments'))];
  return { quads, shapes: readShapes(join(folder, 'shapes')) };
}
