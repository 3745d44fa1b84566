/** The journal: every change that was acknowledged, in order, safe on the disk before anybody is told. */
import { statSync } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { namingFile } from '../../name-file.js';
import { makeFolder, syncFolder } from '../../sync-folder.js';
import { lockFile } from './file-lock.js';
import { frame, measureJournal, opening, readEntries } from './journal-frames.js';

export interface Journal {
  readonly file: string;
  /** How much of the file holds; whoever reads it reads up to here. */
  readonly byteLength: number;
  /** Resolves when the patch will outlive a power cut. Rejects with the file as it was. One after another. */
  append(patch: Uint8Array): Promise<void>;
  close(): Promise<void>;
}

/** The patches in the first `byteLength` bytes, in order; `from`: where one ends, after which they begin. Throws where the file is damaged. */
export function* readJournal(file: string, byteLength: number, from = 0): Generator<string> {
  if (byteLength === 0) return;
  for (const { payload } of readEntries(file, { byteLength, from })) yield payload.toString('utf8');
}

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

/** How much of a journal holds; there need be none. */
const measure = (file: string): number => (sizeOf(file) === 0 ? 0 : measureJournal(file));

async function writeAt(handle: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  let written = 0;
  while (written < bytes.length) {
    const { bytesWritten } = await handle.write(bytes, written, bytes.length - written, position + written);
    written += bytesWritten;
  }
}

/** The part that holds, with the opening, and nothing behind it; gives its length. */
async function mend(handle: FileHandle, file: string): Promise<number> {
  const [held, size] = [measure(file), sizeOf(file)];
  if (held === size && held > 0) return held;
  if (size > held)
    process.stderr.write(
      `${file}: the last ${size - held} bytes were not written to their end, and are cut off; nobody was told that they were safe\n`,
    );
  await namingFile(file, async () => {
    await handle.truncate(held);
    if (held === 0) await writeAt(handle, opening, 0);
    await handle.sync();
  });
  await syncFolder(dirname(file));
  return held === 0 ? opening.length : held;
}

/** For a server that does not write: what is there is read, and stays as it is. */
export function openJournalToRead(file: string): Journal {
  return {
    file,
    byteLength: measure(file),
    append: () => Promise.reject(new Error(`${file}: is not open for writing`)),
    close: async () => {},
  };
}

/** Folder and file are made where they are missing. Throws where the file is damaged, or another server has it. */
export async function openJournal(file: string): Promise<Journal> {
  await makeFolder(dirname(file));
  const lock = await lockFile(file);
  let handle: FileHandle | undefined;
  try {
    // `a` makes the file where there is none, but writes to its end alone.
    await (await open(file, 'a')).close();
    handle = await open(file, 'r+');
    return createJournal({ file, handle, lock, byteLength: await mend(handle, file) });
  } catch (error) {
    await handle?.close();
    lock.release();
    throw error;
  }
}

interface Opened {
  readonly file: string;
  readonly handle: FileHandle;
  readonly lock: Awaited<ReturnType<typeof lockFile>>;
  readonly byteLength: number;
}

function createJournal({ file, handle, lock, byteLength }: Opened): Journal {
  let length = byteLength;
  let broken: Error | undefined;
  let last: Promise<unknown> = Promise.resolve();

  /** After a failure; where even that fails nothing more is written, and the next start cuts the rest off. */
  async function restore(cause: unknown): Promise<void> {
    try {
      await handle.truncate(length);
      await handle.sync();
    } catch {
      broken = new Error(`${file}: an earlier write failed and could not be undone`, { cause });
    }
  }

  async function write(patch: Uint8Array): Promise<void> {
    if (broken !== undefined) throw broken;
    lock.check();
    const [held, named] = [await handle.stat(), await stat(file).catch(() => undefined)];
    if (held.size !== length || held.ino !== named?.ino)
      throw new Error(`${file}: was changed or taken away by another hand; restart the server`);
    const record = frame(patch, length);
    try {
      await writeAt(handle, record, length);
      await handle.datasync();
    } catch (error) {
      await restore(error);
      throw error;
    }
    length += record.length;
  }

  return {
    file,
    get byteLength() {
      return length;
    },
    append(patch) {
      const done = last.then(() => write(patch));
      last = done.catch(() => {});
      return done;
    },
    async close() {
      await last;
      await handle.close();
      lock.release();
    },
  };
}
