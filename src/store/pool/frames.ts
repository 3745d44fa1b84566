/** Messages over a byte stream: a length, a kind, and so many bytes. Both ends wait for each other. */
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';

/** JSON, or bytes of an answer or of a change. */
export type FrameKind = 'message' | 'bytes';

export interface Frame {
  readonly kind: FrameKind;
  readonly payload: Buffer;
}

const kinds: readonly FrameKind[] = ['message', 'bytes'];
const headLength = 5;

function frame(kind: FrameKind, payload: Uint8Array | string): Buffer {
  const length = typeof payload === 'string' ? Buffer.byteLength(payload) : payload.length;
  const bytes = Buffer.allocUnsafe(headLength + length);
  bytes.writeUInt32BE(length);
  bytes.writeUInt8(kinds.indexOf(kind), 4);
  if (typeof payload === 'string') bytes.write(payload, headLength);
  else bytes.set(payload, headLength);
  return bytes;
}

/** Writes at once; false where the other end has not taken yet what was written before. */
export const putFrame = (to: Writable, kind: FrameKind, payload: Uint8Array | string): boolean =>
  to.write(frame(kind, payload));

export const putMessage = (to: Writable, message: object): boolean => putFrame(to, 'message', JSON.stringify(message));

/** Bytes that are gathered, about. */
const batchLength = 64 * 1024;

/** Frames that go out together: to wake the other end takes longer than most of them. */
export class FrameBatch {
  #frames: Buffer[] = [];
  #length = 0;

  constructor(private readonly to: Writable) {}

  put(kind: FrameKind, payload: Uint8Array | string): void {
    const bytes = frame(kind, payload);
    this.#frames.push(bytes);
    this.#length += bytes.length;
  }

  /** Resolves when there is room for more. */
  async write(kind: FrameKind, payload: Uint8Array | string): Promise<void> {
    this.put(kind, payload);
    if (this.#length >= batchLength) await this.flush();
  }

  /** Resolves when there is room for more; rejects when the other end is gone. */
  async flush(): Promise<void> {
    const frames = this.#frames;
    this.#frames = [];
    this.#length = 0;
    if (frames.length > 0 && !this.to.write(Buffer.concat(frames))) await once(this.to, 'drain');
  }
}

/** All frames until the stream ends; one that is cut off is dropped. */
export async function* readFrames(from: Readable): AsyncGenerator<Frame> {
  let pending: Buffer[] = [];
  let held = 0;
  let wanted = headLength;
  for await (const chunk of from as AsyncIterable<Buffer>) {
    pending.push(chunk);
    held += chunk.length;
    // Joined only when enough is there: a long frame comes in many chunks.
    if (held < wanted) continue;
    let bytes = Buffer.concat(pending);
    wanted = headLength;
    while (bytes.length >= wanted) {
      wanted = headLength + bytes.readUInt32BE(0);
      if (bytes.length < wanted) break;
      const kind = kinds[bytes.readUInt8(4)] ?? 'message';
      yield { kind, payload: bytes.subarray(headLength, wanted) };
      bytes = bytes.subarray(wanted);
      wanted = headLength;
    }
    pending = [bytes];
    held = bytes.length;
  }
}
