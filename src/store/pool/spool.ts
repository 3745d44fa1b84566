/** Room on disk for what slow readers have not taken yet: files without a name, bounded each and in all. */
import { randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, statfs, unlink } from 'node:fs/promises';
import { join } from 'node:path';

export interface SpoolLimits {
  /** Where files are made, if it may be written to and has room for all; without one none are. */
  readonly folder: string | undefined;
  /** Bytes of one file, and of all. */
  readonly each: number;
  readonly inAll: number;
}

/** Answers that may lie on disk at once: each holds a megabyte of memory besides. */
const mostFiles = 200;

/** Bytes that are read back at once. */
const chunkLength = 64 * 1024;

/** Nobody finds it by a name, and the system takes it away with the process; undefined where it cannot be made. */
async function openNameless(folder: string, least: number): Promise<FileHandle | undefined> {
  try {
    await mkdir(folder, { recursive: true });
    const { bavail, bsize } = await statfs(folder);
    // The journal may be on the same disk, and goes before.
    if (bavail * bsize < least) return undefined;
    const file = join(folder, `.answer-${randomUUID()}`);
    const handle = await open(file, 'wx+', 0o600);
    await unlink(file);
    return handle;
  } catch {
    return undefined;
  }
}

export class Spool {
  #answers = 0;
  #bytes = 0;

  constructor(private readonly limits: SpoolLimits) {}

  figures(): { readonly answers: number; readonly bytes: number } {
    return { answers: this.#answers, bytes: this.#bytes };
  }

  /** Undefined where there are too many already, or where none can be made. */
  async open(): Promise<SpoolFile | undefined> {
    const { folder, inAll } = this.limits;
    if (folder === undefined || this.#answers >= mostFiles) return undefined;
    this.#answers += 1;
    const handle = await openNameless(folder, inAll);
    if (handle !== undefined) return new SpoolFile(handle, this);
    this.#answers -= 1;
    return undefined;
  }

  /** Lets a file of so many bytes grow; false: it may not. */
  grow(from: number, to: number): boolean {
    if (to > this.limits.each || this.#bytes + to - from > this.limits.inAll) return false;
    this.#bytes += to - from;
    return true;
  }

  /** A file of so many bytes is no more. */
  forget(bytes: number): void {
    this.#bytes -= bytes;
    this.#answers -= 1;
  }
}

/** What is appended is read in that order; one may read while another appends. To be closed. */
export class SpoolFile {
  #from = 0;
  #to = 0;
  #length = 0;
  #isClosed = false;

  constructor(
    private readonly handle: FileHandle,
    private readonly spool: Spool,
  ) {}

  get unread(): number {
    return this.#to - this.#from;
  }

  /** False where there is no room for all of it: then nothing is appended. Never rejects. */
  async append(bytes: Uint8Array): Promise<boolean> {
    // What has been read makes room.
    if (this.unread === 0) this.#from = this.#to = 0;
    const end = this.#to + bytes.length;
    if (end > this.#length) {
      if (this.#isClosed || !this.spool.grow(this.#length, end)) return false;
      this.#length = end;
    }
    try {
      for (let done = 0; done < bytes.length; ) {
        const { bytesWritten } = await this.handle.write(bytes, done, bytes.length - done, this.#to + done);
        done += bytesWritten;
      }
    } catch {
      return false;
    }
    this.#to = end;
    return true;
  }

  /** The next bytes of those that are unread, of which there must be some. */
  async read(): Promise<Buffer> {
    const bytes = Buffer.allocUnsafe(Math.min(this.unread, chunkLength));
    const { bytesRead } = await this.handle.read(bytes, 0, bytes.length, this.#from);
    if (bytesRead === 0) throw new Error('what was kept of an answer on disk is gone');
    this.#from += bytesRead;
    return bytes.subarray(0, bytesRead);
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    // Waits for what is under way.
    await this.handle.close().catch(() => {});
    this.spool.forget(this.#length);
  }
}
