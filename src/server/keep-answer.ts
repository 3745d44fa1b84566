/** An answer read to its end, so that it can be sent more than once. */
import { createHash } from 'node:crypto';
import type { Answer } from '../store/graph-store.js';

/** Fails as the answer's body fails. */
export async function keepAnswer({ kind, format, body, tag }: Answer): Promise<Answer> {
  const hash = createHash('sha256');
  const chunks: Uint8Array[] = [];
  let byteLength = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    hash.update(chunk);
    byteLength += chunk.length;
  }
  const again = {
    async *[Symbol.asyncIterator]() {
      yield* chunks;
    },
  };
  return { kind, format, byteLength, tag: tag ?? hash.digest('base64url').slice(0, 27), body: again };
}
