/** UTF-8 gathered into chunks of a fair size; no chunk ends within a character. */

const chunkLength = 64 * 1024;
/** Most answers are short: room for more is taken when there is more. */
const firstLength = 4_000;

/** A loop takes so many bytes at once, and may take some too many. */
const wordLength = 4;

/** From so many bytes on it takes longer than a call of the machine's own copying. */
const worthCalling = 200;

/** What is copied from. */
export interface ByteSource {
  readonly bytes: Buffer;
  /** Over the same bytes. */
  readonly view: DataView;
}

export const viewOf = ({ buffer, byteOffset, byteLength }: Buffer): DataView =>
  new DataView(buffer, byteOffset, byteLength);

/** A text that is copied again and again. */
export interface Encoded extends ByteSource {
  readonly length: number;
}

export function encoded(text: string): Encoded {
  const length = Buffer.byteLength(text);
  const bytes = Buffer.alloc(length + wordLength);
  bytes.write(text);
  return { bytes, view: viewOf(bytes), length };
}

export class ByteWriter {
  #chunk: Buffer;
  #view: DataView;
  #at = 0;
  readonly #full: Uint8Array[] = [];

  constructor() {
    this.#chunk = Buffer.allocUnsafe(firstLength);
    this.#view = viewOf(this.#chunk);
  }

  /** Whether there are chunks to be taken. */
  get hasChunk(): boolean {
    return this.#full.length > 0;
  }

  /** The chunks that are full. */
  take(): Uint8Array[] {
    return this.#full.splice(0);
  }

  /** All that is left. */
  finish(): Uint8Array[] {
    if (this.#at > 0) this.#begin(0);
    return this.take();
  }

  all(text: Encoded): void {
    if (text.length > 0) this.copy(text, 0, text.length);
  }

  copy(from: ByteSource, start: number, end: number): void {
    const length = end - start;
    if (this.#at + length + wordLength > this.#chunk.length) this.#begin(length + wordLength);
    if (length < worthCalling && end + wordLength <= from.view.byteLength) this.#copyWords(from.view, start, end);
    else from.bytes.copy(this.#chunk, this.#at, start, end);
    this.#at += length;
  }

  text(text: string): void {
    // A unit of UTF-16 is three bytes at most.
    const most = text.length < 1000 ? 3 * text.length : Buffer.byteLength(text);
    if (this.#at + most > this.#chunk.length) this.#begin(most);
    this.#at += this.#chunk.write(text, this.#at);
  }

  /** What it copies too many is written over. */
  #copyWords(from: DataView, start: number, end: number): void {
    const to = this.#view;
    for (let [place, at] = [start, this.#at]; place < end; place += wordLength, at += wordLength)
      to.setInt32(at, from.getInt32(place, true), true);
  }

  /** Another chunk, with room for so much. */
  #begin(length: number): void {
    if (this.#at > 0) this.#full.push(this.#chunk.subarray(0, this.#at));
    this.#chunk = Buffer.allocUnsafe(Math.max(chunkLength, length));
    this.#view = viewOf(this.#chunk);
    this.#at = 0;
  }
}
