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

/** Writes at once; false where the other end has not taken yet what was written before. */
export function putFrame(to: Writable, kind: FrameKind, payload: Uint8Array | string): boolean {
  const bytes = typeof payload === 'string' ? Buffer.from(payload) : payload;
  const head = Buffer.alloc(headLength);
  head.writeUInt32BE(bytes.length);
  head.writeUInt8(kinds.indexOf(kind), 4);
  to.cork();
  to.write(head);
  const hasRoom = to.write(bytes);
  process.nextTick(() => to.uncork());
  return hasRoom;
}

/** Resolves when there is room for more; rejects when the other end is gone. */
export async function writeFrame(to: Writable, kind: FrameKind, payload: Uint8Array | string): Promise<void> {
  if (!putFrame(to, kind, payload)) await once(to, 'drain');
}

export const putMessage = (to: Writable, message: object): boolean => putFrame(to, 'message', JSON.stringify(message));

export const writeMessage = (to: Writable, message: object): Promise<void> =>
  writeFrame(to, 'message', JSON.stringify(message));

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
