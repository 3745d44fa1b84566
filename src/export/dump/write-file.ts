/** Writes a file of a dump, plain and packed, and counts and hashes what it writes. */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { PassThrough, Readable, type Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { type DumpFile, packedName, packedType } from './files.js';
import type { ListedFile } from './manifest.js';

export type Chunks = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;

const batchLength = 256 * 1024;

/** Few large chunks of many small ones. */
async function* inBatches(chunks: Chunks, encoding: BufferEncoding): AsyncGenerator<Buffer> {
  let batch = '';
  for await (const chunk of chunks) {
    if (typeof chunk !== 'string') yield Buffer.from(chunk);
    else batch += chunk;
    if (batch.length < batchLength) continue;
    yield Buffer.from(batch, encoding);
    batch = '';
  }
  if (batch !== '') yield Buffer.from(batch, encoding);
}

/** What has been written, counted and hashed on its way. */
async function write(source: Readable, through: Transform, file: string) {
  const hash = createHash('sha256');
  let byteLength = 0;
  const count = async function* (bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of bytes) {
      hash.update(chunk);
      byteLength += chunk.length;
      yield chunk;
    }
  };
  await pipeline(source, through, count, createWriteStream(file));
  return { byteLength, sha256: hash.digest('hex') };
}

/** Strings in one encoding; bytes as they are. */
export async function writeFile(
  folder: string,
  { name, mediaType, title, holds }: DumpFile,
  chunks: Chunks,
  encoding: BufferEncoding = 'utf8',
): Promise<ListedFile[]> {
  const listed = { mediaType, title, holds };
  const source = Readable.from(inBatches(chunks, encoding), { objectMode: false });
  const plain = await write(source, new PassThrough(), join(folder, name));
  if (holds === 'description') return [{ name, ...listed, ...plain }];
  const packed = packedName(name);
  // Its head has neither a name nor a time, so that the same text is the same file.
  const zipped = await write(createReadStream(join(folder, name)), createGzip(), join(folder, packed));
  return [
    { name, ...listed, ...plain },
    { name: packed, ...listed, mediaType: packedType, ...zipped, packs: name },
  ];
}
