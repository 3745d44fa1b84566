/** What the shapes ask of each class, in their own words. */
import { join } from 'node:path';
import { packageRoot } from '../package-root.js';
import { readTurtleFolder } from '../shapes/read-turtle.js';
import { prefixes } from '../vocabularies.js';

export interface ShapeMessages {
  /** The class whose members are held against it. */
  readonly target: string;
  readonly messages: readonly string[];
}

/** In the order of the files. */
export function readShapeMessages(): ShapeMessages[] {
  const quads = readTurtleFolder(join(packageRoot, 'ontology', 'shapes'));
  const read = (subject: string, name: string) =>
    quads.filter((quad) => quad.subject.value === subject && quad.predicate.value === prefixes.sh + name);
  return quads
    .filter(({ predicate }) => predicate.value === `${prefixes.sh}targetClass`)
    .map(({ subject, object }) => ({
      target: object.value,
      messages: [subject.value, ...read(subject.value, 'property').map((quad) => quad.object.value)].flatMap((part) =>
        read(part, 'message').map((quad) => quad.object.value),
      ),
    }))
    .filter(({ messages }) => messages.length > 0);
}
