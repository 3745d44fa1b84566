/** A serialised answer held until it is whole, so that a failure is still a status and never a cut-short 200. */
import { createHash } from 'node:crypto';
import { type Answer, QueryFault } from './graph-store.js';

/** Reads all of it; more than `maxBytes` is a {@link QueryFault}. */
export async function holdAnswer(
  read: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  { maxBytes, ...what }: Pick<Answer, 'kind' | 'format' | 'by'> & { readonly maxBytes: number },
): Promise<Answer> {
  const chunks: Uint8Array[] = [];
  const hash = createHash('sha256');
  let byteLength = 0;
  for await (const chunk of read) {
    byteLength += chunk.length;
    if (byteLength > maxBytes)
      throw new QueryFault('too-long', `the answer is longer than ${maxBytes} bytes; ask for less of it with LIMIT`);
    hash.update(chunk);
    chunks.push(chunk);
  }
  async function* send(): AsyncGenerator<Uint8Array> {
    yield* chunks;
  }
  return { ...what, byteLength, tag: hash.digest('base64url').slice(0, 27), body: send() };
}
