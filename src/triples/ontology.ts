/** Reads the ontology: what is published of it as a graph, and the shapes that every graph is held against. */
import { join } from 'node:path';
import { packageRoot } from '../package-root.js';
import type { DatasetCore, Quad } from '../rdf.js';
import { readTurtle, readTurtleFolder } from '../shapes/read-turtle.js';
import { readShapes } from '../shapes/validate.js';

/** What is published of the ontology, and what graphs are held against. */
export interface Ontology {
  readonly quads: readonly Quad[];
  readonly shapes: DatasetCore;
}

/** Reads a folder like `ontology/`, the package's own unless told; a malformed file is an Error `file:line: reason`. */
export function readOntology(folder: string = join(packageRoot, 'ontology')): Ontology {
  const files = ['migration.ttl', 'concepts.ttl'].map((name) => readTurtle(join(folder, name)));
  const quads = [...files.flat(), ...readTurtleFolder(join(folder, 'alignments'))];
  return { quads, shapes: readShapes(join(folder, 'shapes')) };
}
