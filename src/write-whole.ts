/** Writes a file whole or not at all: beside it first, then in its place. */
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { link, open, rename, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isAlive } from './is-alive.js';
import { namingFile } from './name-file.js';
import { makeFolder, syncFolder } from './sync-folder.js';

const batchLength = 256 * 1024;

/** Texts or bytes. */
export type Chunks = AsyncIterable<string> | Iterable<string> | AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** Few large chunks of many small ones. */
async function* inBatches(chunks: Chunks): AsyncGenerator<string | Uint8Array> {
  let batch = '';
  for await (const chunk of chunks) {
    if (typeof chunk === 'string') batch += chunk;
    else yield chunk;
    if (batch.length < batchLength) continue;
    yield batch;
    batch = '';
  }
  if (batch !== '') yield batch;
}

/** A file and what is to be in it. */
export type Written = readonly [file: string, chunks: Chunks];

/** Folders that are missing are made. On a failure or a signal the old file stays as it was and nothing is left beside it. */
export const writeWhole = (file: string, chunks: Chunks): Promise<void> => writeAllWhole([[file, chunks]]);

/**
 * The same for files that belong together: all are on the disk before the first is put in its place. They are put there in
 * their order; who must know whether all of them have been has the last one say so.
 */
export async function writeAllWhole(files: readonly Written[]): Promise<void> {
  // To rename over a device or a pipe would take it away from everybody.
  for (const [file] of files)
    if (existsSync(file) && !statSync(file).isFile()) throw new Error(`${file}: is not a regular file`);
  await writeBeside(files, rename);
}

/** The same for a file that there must not be yet, whoever else is about to make it; an error with the code EEXIST where there is. */
export async function writeNew(file: string, chunks: Chunks): Promise<void> {
  await writeBeside([[file, chunks]], async (part) => {
    // A second name is only given where nobody has it; to rename would take it from whoever has.
    await link(part, file);
    await unlink(part);
  });
}

const partOf = (file: string): string => join(dirname(file), `.${basename(file)}.${process.pid}.part`);

/** Milliseconds for which a half of a file is left alone: its process may be another machine's, and not to be seen from here. */
const forsaken = 600_000;

/** Takes away what processes left that were killed. */
function sweepParts(file: string): void {
  const [folder, start] = [dirname(file), `.${basename(file)}.`];
  for (const name of readdirSync(folder)) {
    const [, pid] = name.startsWith(start) ? (/^(\d+)\.part$/.exec(name.slice(start.length)) ?? []) : [];
    if (pid === undefined || isAlive(Number(pid))) continue;
    const part = join(folder, name);
    const age = Date.now() - (statSync(part, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > forsaken) rmSync(part, { force: true });
  }
}

async function writePart(file: string, chunks: Chunks): Promise<void> {
  await makeFolder(dirname(file));
  sweepParts(file);
  const handle = await open(partOf(file), 'w');
  try {
    // What the chunks are read from may fail too, and is another file.
    for await (const chunk of inBatches(chunks)) await namingFile(file, () => handle.writeFile(chunk));
    await namingFile(file, () => handle.sync());
  } finally {
    await handle.close();
  }
}

async function writeBeside(
  files: readonly Written[],
  place: (part: string, file: string) => Promise<void>,
): Promise<void> {
  const drop = () => {
    for (const [file] of files) rmSync(partOf(file), { force: true });
  };
  const dropAndLeave = () => {
    drop();
    process.exit(130);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, dropAndLeave);
  try {
    for (const [file, chunks] of files) await writePart(file, chunks);
    for (const [file] of files) await place(partOf(file), file);
    for (const folder of new Set(files.map(([file]) => dirname(file)))) await syncFolder(folder);
  } catch (error) {
    drop();
    throw error;
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, dropAndLeave);
  }
}
