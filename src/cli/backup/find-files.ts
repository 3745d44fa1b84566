/** What a backup holds: the data, the imports, and of what was built and written all that cannot be made again. */
import { lstatSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import type { Config } from '../../config.js';
import { openJournalToRead } from '../../store/journal/journal.js';
import { inputFolders } from '../build-inputs.js';
import type { Root } from './manifest.js';

export interface FoundFile {
  readonly file: string;
  /** In the archive. */
  readonly name: string;
  /** How much of it is taken: of a journal what is whole by now, of others all. */
  readonly bytes: number;
  readonly mtimeMs: number;
  /** Whether it grows at its end while it is read. */
  readonly grows: boolean;
}

/** Where each part lies. */
export const foldersOf = ({ out, imports }: Pick<Config, 'out' | 'imports'>): Readonly<Record<Root, string>> => ({
  data: dirname(inputFolders.notes),
  imports,
  var: out,
});

/** Made again by themselves: stored exports, dumps, snapshots of other graph files, checkpoints; locks and halves of files. */
const isDerived = (name: string): boolean =>
  /^(?:exports|dump|dumps|served)(?:\/|$)|\.log\.snapshot$|\.lock$|(?:^|\/)\..*\.part$/.test(name) ||
  /(?:^|\/)\.(?:restoring|replaced)-/.test(name);

const isJournal = (name: string): boolean => /^(?:journal|journals\/[^/]+)\.log$/.test(name);

function* namesUnder(folder: string, path = ''): Generator<string> {
  for (const name of readdirSync(join(folder, path)).sort()) {
    const child = path === '' ? name : `${path}/${name}`;
    if (statSync(join(folder, child)).isDirectory()) yield* namesUnder(folder, child);
    else yield child;
  }
}

const isWithin = (file: string, folder: string): boolean => resolve(file).startsWith(`${resolve(folder)}${sep}`);

function* filesOf(root: Root, folder: string): Generator<FoundFile> {
  if (lstatSync(folder, { throwIfNoEntry: false }) === undefined) return;
  for (const name of namesUnder(folder)) {
    if (root === 'var' && isDerived(name)) continue;
    const file = join(folder, name);
    const stat = statSync(file);
    if (!stat.isFile()) throw new Error(`${file}: is not a regular file`);
    const grows = root === 'var' && isJournal(name);
    // Damage is told of, not kept.
    const bytes = grows ? openJournalToRead(file).byteLength : stat.size;
    yield { file, name: `${root}/${name}`, bytes, mtimeMs: stat.mtimeMs, grows };
  }
}

/** `without`: the backup itself, where it lies among them. The journals come last, when all else has been seen. */
export function findFiles(config: Pick<Config, 'out' | 'imports'>, without: string): FoundFile[] {
  const folders = foldersOf(config);
  const all = (Object.entries(folders) as [Root, string][]).flatMap(([root, folder]) => {
    // Imports lie among the data unless somebody wants them elsewhere; they are taken once.
    const inner = Object.entries(folders).filter(
      ([other]) => other !== root && isWithin(folders[other as Root], folder),
    );
    return [...filesOf(root, folder)].filter(({ file }) => !inner.some(([, one]) => isWithin(file, one)));
  });
  const wanted = all.filter(({ file }) => resolve(file) !== resolve(without));
  return [...wanted.filter(({ grows }) => !grows), ...wanted.filter(({ grows }) => grows)];
}

/** Whether it is still what was found. */
export function isUnchanged({ file, bytes, mtimeMs, grows }: FoundFile): boolean {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (grows) return stat !== undefined && stat.size >= bytes;
  return stat?.size === bytes && stat.mtimeMs === mtimeMs;
}
