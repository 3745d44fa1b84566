/** What a graph file adds up to, so that it is known again: while it is written, and when it is read. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { namingChunks } from '../name-file.js';

export interface Summed {
  /** As they were, to be read once. */
  readonly chunks: AsyncIterable<string>;
  /** SHA-256 of all of them, in hexadecimal digits, when they have been read. */
  sum(): string;
}

export function summed(chunks: AsyncIterable<string>): Summed {
  const hash = createHash('sha256');
  let digest: string | undefined;
  async function* pass(): AsyncGenerator<string> {
    for await (const chunk of chunks) {
      hash.update(chunk);
      yield chunk;
    }
  }
  return {
    chunks: pass(),
    sum() {
      digest ??= hash.digest('hex');
      return digest;
    },
  };
}

/** Of a file that is there. */
export async function sumOfFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  const chunks: AsyncIterable<Buffer> = createReadStream(file, { highWaterMark: 2 ** 20 });
  for await (const chunk of namingChunks(file, chunks)) hash.update(chunk);
  return hash.digest('hex');
}
