/** Exports that were sent before, on disk: who harvests the same again is sent the file, and no process need make it. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { endSurely } from '../end-body.js';
import type { Answer } from '../graph-store.js';

type What = Pick<Answer, 'kind' | 'format' | 'by' | 'tag'>;

interface Stored extends What {
  readonly file: string;
  readonly byteLength: number;
}

const chunkLength = 256 * 1024;

/** All of a graph, whatever its variables are called. */
const wholeGraph =
  /^\s*construct\s*\{\s*\?(\w+)\s+\?(\w+)\s+\?(\w+)\s*\.?\s*\}\s*where\s*\{\s*\?\1\s+\?\2\s+\?\3\s*\.?\s*\}\s*$/i;

/** Whether the answer is worth storing: what others would ask for in the same words. */
export const isExport = (query: string): boolean => query.length < 500 && wholeGraph.test(query);

/** Process ids name the folders: one that nobody has any more is rubbish. */
function sweep(folder: string): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder))
    try {
      process.kill(Number(name), 0);
    } catch {
      rmSync(join(folder, name), { recursive: true, force: true });
    }
}

async function* readFile(file: string): AsyncGenerator<Uint8Array> {
  const handle = await open(file, 'r');
  try {
    for (;;) {
      const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(chunkLength), 0, chunkLength);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
}

export class StoredExports {
  private readonly kept = new Map<string, Stored>();
  private readonly folder: string;
  private bytes = 0;

  /** In a folder of its own within this one; at most so many bytes, of which what was asked for least lately goes first. */
  constructor(
    within: string,
    private readonly mostBytes: number,
  ) {
    sweep(within);
    this.folder = join(within, String(process.pid));
  }

  find(key: string): Answer | undefined {
    const stored = this.kept.get(key);
    if (stored === undefined) return undefined;
    this.kept.delete(key);
    this.kept.set(key, stored);
    const { file, ...what } = stored;
    return { ...what, body: readFile(file) };
  }

  /** The chunks, which are stored as they are read; what is not read to its end is not kept. */
  store(key: string, what: What, chunks: AsyncIterable<Uint8Array>): AsyncIterableIterator<Uint8Array> {
    return endSurely(this.storing(key, what, chunks));
  }

  private async *storing(key: string, what: What, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    const file = join(this.folder, createHash('sha256').update(key).digest('hex'));
    const part = `${file}.${Math.random().toString(36).slice(2)}.part`;
    const handle = await this.begin(part);
    let byteLength = 0;
    let isWhole = false;
    let isStored = handle !== undefined;
    try {
      for await (const chunk of chunks) {
        byteLength += chunk.length;
        // A full disk keeps nobody from the answer.
        if (isStored) isStored = byteLength <= this.mostBytes && (await writeTo(handle, chunk));
        yield chunk;
      }
      isWhole = true;
    } finally {
      await handle?.close().catch(() => {});
      // Nor does a disk that fails: the answer has been sent by then.
      if (isWhole && isStored) await this.keep(key, { ...what, file, byteLength }, part).catch(() => {});
      await rm(part, { force: true }).catch(() => {});
    }
  }

  private async begin(part: string): Promise<FileHandle | undefined> {
    try {
      mkdirSync(this.folder, { recursive: true });
      return await open(part, 'w');
    } catch {
      return undefined;
    }
  }

  private async keep(key: string, stored: Stored, part: string): Promise<void> {
    await rename(part, stored.file);
    this.bytes += stored.byteLength - (this.kept.get(key)?.byteLength ?? 0);
    this.kept.set(key, stored);
    for (const [oldest, { file, byteLength }] of this.kept) {
      if (this.bytes <= this.mostBytes) break;
      this.kept.delete(oldest);
      this.bytes -= byteLength;
      await rm(file, { force: true });
    }
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

async function writeTo(handle: FileHandle | undefined, chunk: Uint8Array): Promise<boolean> {
  try {
    await handle?.writeFile(chunk);
    return handle !== undefined;
  } catch {
    return false;
  }
}
