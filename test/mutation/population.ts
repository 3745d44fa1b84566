/** All mutants of the parts under test, and where each shows. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/config.js';
import { findMutants, parseModule } from './find-mutants.js';
import type { Mutant } from './mutant.js';
import { createReach, type Reach } from './reach.js';

/** Part → its folders. */
export const parts: Readonly<Record<string, readonly string[]>> = {
  'reading texts': ['dist/src/notes'],
  extraction: ['dist/src/extract'],
  snapshot: ['dist/src/store/snapshot'],
  evaluator: ['dist/src/store/evaluate', 'dist/src/store/values'],
};

export const partOf = ({ file }: { readonly file: string }): string =>
  Object.keys(parts).find((part) => parts[part]?.some((folder) => file.startsWith(`${folder}/`))) ?? '';

export interface Population {
  readonly mutants: readonly Mutant[];
  readonly reach: Reach;
  /** The text of every module that takes part, by its name. */
  readonly sources: ReadonlyMap<string, string>;
}

function readModules(folder: string): [string, string][] {
  return readdirSync(join(packageRoot, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js') && !/^(?:mutation|ui)\//.test(name))
    .sort()
    .map((name) => [`${folder}/${name}`, readFileSync(join(packageRoot, folder, name), 'utf8')]);
}

export function readPopulation(): Population {
  const sources = new Map([...readModules('dist/src'), ...readModules('dist/test')]);
  const mutants = [...sources].flatMap(([file, source]) => (partOf({ file }) === '' ? [] : findMutants(file, source)));
  const modules = new Map([...sources].map(([file, source]) => [file, parseModule(file, source)]));
  return { mutants, reach: createReach(modules), sources };
}
