/** The first part of an answer, held back until it is known whether more comes: a failure in it is still a status. */
import type { Readable } from 'node:stream';
import { endSurely } from '../end-body.js';

/** Bytes that are held back. */
const holdBack = 1024 * 1024;

export interface HeldBody {
  readonly chunks: Uint8Array[];
  readonly byteLength: number;
  /** What comes after; undefined where that was all. */
  readonly rest: AsyncIterator<Uint8Array> | undefined;
}

export const holdWhole = (bytes: Uint8Array): HeldBody => ({
  chunks: [bytes],
  byteLength: bytes.length,
  rest: undefined,
});

/** Rejects as the body fails. */
export async function holdBody(body: Readable): Promise<HeldBody> {
  const chunks: Uint8Array[] = [];
  let byteLength = 0;
  const iterator = (body as AsyncIterable<Uint8Array>)[Symbol.asyncIterator]();
  for (;;) {
    const { value, done } = await iterator.next();
    if (done) return { chunks, byteLength, rest: undefined };
    chunks.push(value);
    byteLength += value.length;
    if (byteLength > holdBack) return { chunks, byteLength, rest: iterator };
  }
}

/** All of it, in order, and once: what has been read is let go of. Leaving it ends the query, also before the first chunk. */
export const readBody = (held: HeldBody): AsyncIterableIterator<Uint8Array> => endSurely(readChunks(held));

async function* readChunks({ chunks, rest }: HeldBody): AsyncGenerator<Uint8Array> {
  try {
    for (let chunk = chunks.shift(); chunk !== undefined; chunk = chunks.shift()) yield chunk;
    if (rest === undefined) return;
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  } finally {
    await rest?.return?.();
  }
}
