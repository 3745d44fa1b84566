/** `migraph restore`: what a backup holds, put back; nothing is touched before all of it has been found whole. */
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { packageVersion, readConfig } from '../config.js';
import { namingFile } from '../name-file.js';
import { type FileLock, lockFile } from '../store/journal/file-lock.js';
import { makeFolder, syncFolder } from '../sync-folder.js';
import { foldersOf } from './backup/find-files.js';
import { type Manifest, type Root, rootOf, roots } from './backup/manifest.js';
import { contentOf, putInPlace, stagingOf } from './backup/put-in-place.js';
import { unpackFiles, verifyArchive } from './backup/unpack.js';
import { startProgress } from './progress.js';

type Folders = Readonly<Record<Root, string>>;

const foldersUnder = (folder: string): Folders => ({
  data: join(folder, 'data'),
  imports: join(folder, 'imports'),
  var: join(folder, 'var'),
});

/** Synced, with its folder: who deletes the backup afterwards must not lose it to a power cut. */
async function writeFile(file: string, chunks: AsyncIterable<Uint8Array>): Promise<void> {
  await makeFolder(dirname(file));
  const handle = await open(file, 'wx');
  try {
    for await (const chunk of chunks) await namingFile(file, () => handle.writeFile(chunk));
    await namingFile(file, () => handle.sync());
  } finally {
    await handle.close();
  }
  await syncFolder(dirname(file));
}

/** Throws where a server writes to any of the journals that are there; holds the one of the built graph. */
async function lockJournals(folder: string): Promise<FileLock> {
  const journals = join(folder, 'journals');
  const names = existsSync(journals) ? readdirSync(journals).filter((name) => name.endsWith('.log.lock')) : [];
  for (const name of names) (await lockFile(join(journals, name.replace(/\.lock$/, '')))).release();
  return lockFile(join(folder, 'journal.log'));
}

/** Beside what is there, under names of its own. */
async function stage(file: string, folders: Folders, { files }: Manifest): Promise<void> {
  const known = new Set(files.map(({ name }) => name));
  await unpackFiles(file, async (name, chunks) => {
    // It was whole a moment ago; whoever changes it now gets no file into a place of his own.
    if (!known.has(name)) throw new Error(`${name} is not named in the manifest`);
    const root = rootOf({ name });
    await writeFile(join(stagingOf(folders[root]), name.slice(root.length + 1)), chunks);
  });
}

async function restore(file: string, folders: Folders, isForced: boolean): Promise<string> {
  const manifest = await verifyArchive(file);
  const used = roots.filter((root) => manifest.files.some((one) => rootOf(one) === root));
  const targets = used.map((root) => folders[root]);
  const full = targets.find((folder) => contentOf(folder).length > 0);
  if (full !== undefined && !isForced)
    throw new Error(`${full}: is not empty; --force puts what is there aside, in a folder within it`);
  mkdirSync(folders.var, { recursive: true });
  const lock = await lockJournals(folders.var);
  try {
    for (const folder of targets) mkdirSync(stagingOf(folder), { recursive: true });
    await stage(file, folders, manifest);
    const placed = putInPlace(targets, new Date().toISOString().replace(/\D/g, ''));
    for (const { folder, kept } of placed)
      for (const changed of kept === undefined ? [folder] : [kept, folder]) await syncFolder(changed);
    const kept = placed.flatMap((one) => (one.kept === undefined ? [] : [`  what was there: ${one.kept}`]));
    const other =
      manifest.version === packageVersion ? [] : [`  made by migraph ${manifest.version}, this is ${packageVersion}`];
    const lines = [
      `restored ${manifest.files.length} files of ${manifest.made}: ${targets.join(', ')}`,
      ...other,
      ...kept,
    ];
    return `${lines.join('\n')}\n`;
  } finally {
    for (const folder of targets) rmSync(stagingOf(folder), { recursive: true, force: true });
    lock.release();
  }
}

export async function runRestore(file: string, { to, force = false }: { to?: string; force?: boolean }): Promise<void> {
  const progress = startProgress();
  try {
    progress.step(`reading ${file}`);
    const said = await restore(file, to === undefined ? foldersOf(readConfig()) : foldersUnder(to), force);
    progress.end();
    process.stdout.write(said);
  } finally {
    progress.end();
  }
}
