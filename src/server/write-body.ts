/** Writes a body to a response at the reader's pace; what breaks off midway is told by a broken connection, never by an end. */
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { Readable, type Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { endSurely } from '../store/end-body.js';
import { breakOff } from './break-off.js';

/** Waits until the reader has taken enough; rejects when he has left. */
const drained = (response: ServerResponse, signal: AbortSignal): Promise<unknown> =>
  once(response, 'drain', { signal });

/**
 * Rejects with the body's own failure. Where something was sent before that, the connection is reset: the end of a
 * chunked body is never written, and an HTTP/1.0 client, for whom the close is the end, sees an error and no close.
 */
export async function writeBody(
  response: ServerResponse,
  body: AsyncIterable<Uint8Array>,
  encoder: Transform | undefined,
): Promise<void> {
  const left = new AbortController();
  const leave = (): void => left.abort();
  if (response.destroyed) leave();
  response.on('close', leave);
  const write = async (chunks: AsyncIterable<Uint8Array>): Promise<void> => {
    for await (const chunk of chunks) {
      left.signal.throwIfAborted();
      if (!response.write(chunk)) await drained(response, left.signal);
    }
    response.end();
  };
  try {
    const source = Readable.from(endSurely(body), { objectMode: false });
    const { signal } = left;
    await (encoder === undefined ? pipeline(source, write, { signal }) : pipeline(source, encoder, write, { signal }));
  } catch (error) {
    // Nobody is there to be told of anything.
    if (left.signal.aborted) return;
    if (response.headersSent) breakOff(response.socket);
    throw error;
  } finally {
    response.off('close', leave);
  }
}
