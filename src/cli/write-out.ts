/** Writes to stdout, no faster than it is read. */
import { once } from 'node:events';

export async function writeOut(chunks: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>) {
  for await (const chunk of chunks) if (!process.stdout.write(chunk)) await once(process.stdout, 'drain');
}
