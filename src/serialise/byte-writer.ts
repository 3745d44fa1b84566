/** UTF-8 gathered into chunks of a fair size; no chunk ends within a character. */

const chunkLength = 64 * 1024;

/** From so many bytes on a copy by the machine is faster than a loop. */
const worthCopying = 48;

/** Bytes that are copied again and again. */
export const encoded = (text: string): Buffer => Buffer.from(text);

export class ByteWriter {
  #chunk = Buffer.allocUnsafe(chunkLength);
  #at = 0;
  readonly #full: Uint8Array[] = [];

  /** Whether a chunk is to be taken. */
  get hasChunk(): boolean {
    return this.#full.length > 0 || this.#at >= chunkLength;
  }

  /** The chunks that are full. */
  take(): Uint8Array[] {
    if (this.#at >= chunkLength) this.#begin(0);
    return this.#full.splice(0);
  }

  /** All that is left. */
  finish(): Uint8Array[] {
    if (this.#at > 0) this.#begin(0);
    return this.#full.splice(0);
  }

  all(bytes: Buffer): void {
    this.copy(bytes, 0, bytes.length);
  }

  copy(from: Buffer, start: number, end: number): void {
    const length = end - start;
    if (this.#at + length > this.#chunk.length) this.#begin(length);
    if (length >= worthCopying) {
      from.copy(this.#chunk, this.#at, start, end);
      this.#at += length;
      return;
    }
    const chunk = this.#chunk;
    let at = this.#at;
    for (let place = start; place < end; place += 1) {
      chunk[at] = from[place] as number;
      at += 1;
    }
    this.#at = at;
  }

  text(text: string): void {
    // A unit of UTF-16 is three bytes at most.
    const most = text.length < 1000 ? 3 * text.length : Buffer.byteLength(text);
    if (this.#at + most > this.#chunk.length) this.#begin(most);
    this.#at += this.#chunk.write(text, this.#at);
  }

  /** Another chunk, with room for so much. */
  #begin(length: number): void {
    if (this.#at > 0) this.#full.push(this.#chunk.subarray(0, this.#at));
    this.#chunk = Buffer.allocUnsafe(Math.max(chunkLength, length));
    this.#at = 0;
  }
}
