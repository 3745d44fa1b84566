/** What a build reads: the notes and the package's own data; and whether any of it has changed since. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { type Config, packageRoot, readConfig } from '../config.js';

const data = resolve(readConfig().data);

/** What holds for notes by anybody, where the folder of the data has none of its own. */
const ownOrOurs = (name: string): string =>
  existsSync(join(data, name)) ? join(data, name) : join(packageRoot, 'data', name);

export const inputFolders = {
  notes: join(data, 'notes'),
  gazetteers: ownOrOurs('gazetteers'),
  curation: join(data, 'curation'),
  ontology: join(packageRoot, 'ontology'),
  history: join(data, 'history'),
} as const;

export const catalogueFile = ownOrOurs('catalogue.ttl');

/** Whether these paths name the notes of `MIGRAPH_DATA`, and no others. */
export const areOwn = (paths: readonly string[]): boolean =>
  paths.length === 1 && resolve(paths[0] ?? '') === inputFolders.notes;

/** The compiled making wing: a rule that changed is an input that changed. */
const code = ['notes', 'extract', 'triples', 'shapes'].map((name) => join(packageRoot, 'dist', 'src', name));

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** The files that these paths name; of a folder all its `*.txt`, by name. Throws where a folder holds none. */
export function findNotes(paths: readonly string[]): string[] {
  const files = paths.flatMap((path) => {
    if (!isFolder(path)) return [path];
    const names = readdirSync(path).filter((name) => name.endsWith('.txt') && !name.startsWith('.'));
    if (names.length === 0) throw new Error(`${path}:1: is a folder without notes (*.txt)`);
    return names.sort().map((name) => join(path, name));
  });
  return [...new Set(files)];
}

/** A folder's files and its folders' files, by name. */
function* filesUnder(path: string): Generator<string> {
  if (!isFolder(path)) yield path;
  else for (const name of readdirSync(path).sort()) yield* filesUnder(join(path, name));
}

/** Name, size and time of a file; nothing is opened, it may be a device. */
function signature(file: string): string {
  const stat = statSync(file, { throwIfNoEntry: false });
  return `${relative(packageRoot, file)} ${stat === undefined ? 'missing' : `${stat.size} ${stat.mtimeMs}`}`;
}

/** Changes when any input does, or its name, or the base of the IRIs. */
export function fingerprintInputs(
  notes: readonly string[],
  { base, imports }: Pick<Config, 'base' | 'imports'>,
): string {
  const { gazetteers, curation, ontology } = inputFolders;
  const files = [
    ...notes,
    ...(isFolder(imports) ? filesUnder(imports) : []),
    ...[gazetteers, curation, ontology, catalogueFile, ...code].flatMap((path) => [...filesUnder(path)]),
  ];
  return createHash('sha256')
    .update([base, ...files.map(signature)].join('\n'))
    .digest('hex');
}
