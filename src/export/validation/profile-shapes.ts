/** The profiles that data can be held against: a file of shapes in `ontology/shapes/profiles/` each, called by the profile's id. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../package-root.js';
import type { DatasetCore } from '../../rdf.js';
import { rdfDatasets } from '../../rdf-datasets.js';
import { readTurtle } from '../../shapes/read-turtle.js';

const folder = join(packageRoot, 'ontology', 'shapes', 'profiles');

export const defaultProfile = 'dcat-ap';

const names = readdirSync(folder).flatMap((file) => /^(.+)\.ttl$/.exec(file)?.[1] ?? []);

/** The usual one first. */
export const checkedProfiles: readonly string[] = [
  ...names.filter((name) => name === defaultProfile),
  ...names.filter((name) => name !== defaultProfile).sort(),
];

const shapesFile = (profile: string): string => join(folder, `${profile}.ttl`);

export const readProfileShapes = (profile: string): DatasetCore => rdfDatasets.dataset(readTurtle(shapesFile(profile)));

/** The same as they stand in their file, with the comments. */
export const readShapesText = (profile: string): string => readFileSync(shapesFile(profile), 'utf8');
