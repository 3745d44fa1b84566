/** Writes a file whole or not at all: beside it first, then in its place. */
import { existsSync, rmSync, statSync } from 'node:fs';
import { link, mkdir, open, rename, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

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

/** Makes what was written outlive a power cut; `folder` for the name, the file has been synced already. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

/** Folders that are missing are made. On a failure or a signal the old file stays as it was and nothing is left beside it. */
export async function writeWhole(file: string, chunks: Chunks): Promise<void> {
  // To rename over a device or a pipe would take it away from everybody.
  if (existsSync(file) && !statSync(file).isFile()) throw new Error(`${file}: is not a regular file`);
  await writeBeside(file, chunks, rename);
}

/** The same for a file that there must not be yet, whoever else is about to make it; an error with the code EEXIST where there is. */
export async function writeNew(file: string, chunks: Chunks): Promise<void> {
  await writeBeside(file, chunks, async (part) => {
    // A second name is only given where nobody has it; to rename would take it from whoever has.
    await link(part, file);
    await unlink(part);
  });
}

async function writeBeside(
  file: string,
  chunks: Chunks,
  place: (part: string, file: string) => Promise<void>,
): Promise<void> {
  const folder = dirname(file);
  await mkdir(folder, { recursive: true });
  const part = join(folder, `.${basename(file)}.${process.pid}.part`);
  const drop = () => rmSync(part, { force: true });
  const dropAndLeave = () => {
    drop();
    process.exit(130);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, dropAndLeave);
  try {
    const handle = await open(part, 'w');
    try {
      for await (const chunk of inBatches(chunks)) await handle.writeFile(chunk);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await place(part, file);
    await syncFolder(folder);
  } catch (error) {
    drop();
    throw error;
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, dropAndLeave);
  }
}
