/** What a query process makes runs ahead of a slow reader, into memory and then onto disk: the process is free when its work is done. */
import { Duplex } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import type { Spool, SpoolFile } from './spool.js';

/** Bytes that are held in memory before any go to disk. */
const inMemory = 512 * 1024;
/** Bytes that may come while others are on their way to the disk. */
const underWay = 64 * 1024;

/** What there was no room for: whoever writes waits for the reader. */
interface Held {
  readonly bytes: Buffer;
  readonly done: () => void;
}

/** A pipe whose writing end waits only where the disk has no room, too; destroyed, it drops what it holds. */
export class RunAhead extends Duplex {
  #file: SpoolFile | undefined;
  #held: Held | undefined;
  /** The reader has room, and was given nothing since he said so. */
  #isAsked = false;
  #isReading = false;
  #isEnded = false;

  constructor(private readonly spool: Pick<Spool, 'open'>) {
    super({ readableHighWaterMark: inMemory, writableHighWaterMark: underWay });
  }

  override _writev(items: readonly { readonly chunk: Buffer }[], done: () => void): void {
    const chunks = items.map(({ chunk }) => chunk);
    const bytes = chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks);
    if (this.#hasRoom()) {
      this.#give(bytes);
      done();
    } else void this.#spill(bytes, done);
  }

  override _final(done: () => void): void {
    this.#isEnded = true;
    done();
    void this.#pull();
  }

  override _read(): void {
    this.#isAsked = true;
    void this.#pull();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    void this.#file?.close();
    done(error);
  }

  /** In memory, where nothing that came before is on disk. */
  #hasRoom(): boolean {
    return !this.#isReading && (this.#file?.unread ?? 0) === 0 && this.readableLength < inMemory;
  }

  async #spill(bytes: Buffer, done: () => void): Promise<void> {
    // Who reads as fast as this is written has taken some by then.
    await turn();
    if (this.#hasRoom() && !this.destroyed) {
      this.#give(bytes);
      return done();
    }
    this.#file ??= await this.spool.open();
    if (this.destroyed) return this.#file?.close();
    if (await this.#file?.append(bytes)) done();
    else this.#held = { bytes, done };
    void this.#pull();
  }

  #give(bytes: Buffer | null): void {
    this.#isAsked = false;
    this.push(bytes);
  }

  /** Gives the reader what is next, as soon as he asks and it is there. */
  async #pull(): Promise<void> {
    if (!this.#isAsked || this.#isReading || this.destroyed) return;
    if (this.#file !== undefined && this.#file.unread > 0) return this.#readBack(this.#file);
    const held = this.#held;
    this.#held = undefined;
    if (held !== undefined) this.#give(held.bytes);
    else if (this.#isEnded) this.#give(null);
    held?.done();
  }

  async #readBack(file: SpoolFile): Promise<void> {
    this.#isReading = true;
    try {
      const bytes = await file.read();
      this.#isReading = false;
      if (!this.destroyed) this.#give(bytes);
    } catch (error) {
      this.destroy(error as Error);
    }
  }
}
