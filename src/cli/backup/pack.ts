/** Files → the chunks of a tar.gz, with the manifest at its end. */
import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline, Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import { createTarPacker, type TarPackController } from 'modern-tar';
import { packageVersion } from '../../config.js';
import { namingChunks } from '../../name-file.js';
import type { FoundFile } from './find-files.js';
import { type Manifest, type ManifestFile, manifestName } from './manifest.js';

async function* countedChunks({ file, bytes }: FoundFile, sum: Hash): AsyncGenerator<Uint8Array> {
  let length = 0;
  // An empty range cannot be said.
  const chunks = bytes === 0 ? [] : createReadStream(file, { end: bytes - 1, highWaterMark: 256 * 1024 });
  for await (const chunk of namingChunks(file, chunks as AsyncIterable<Buffer>)) {
    length += chunk.length;
    sum.update(chunk);
    yield chunk;
  }
  if (length !== bytes) throw new Error(`${file}: became shorter while it was read`);
}

async function add(
  controller: TarPackController,
  header: { name: string; size: number; mtime: Date },
  body: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<void> {
  const writer = controller.add({ ...header, mode: 0o644, type: 'file' }).getWriter();
  for await (const chunk of body) await writer.write(chunk);
  await writer.close();
}

async function fill(controller: TarPackController, files: readonly FoundFile[], made: Date): Promise<void> {
  const listed: ManifestFile[] = [];
  for (const found of files) {
    const sum = createHash('sha256');
    const { name, bytes, mtimeMs } = found;
    await add(controller, { name, size: bytes, mtime: new Date(mtimeMs) }, countedChunks(found, sum));
    listed.push({ name, bytes, sha256: sum.digest('hex') });
  }
  const manifest: Manifest = {
    format: 'migraph backup 1',
    version: packageVersion,
    made: made.toISOString(),
    files: listed,
  };
  const text = Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`);
  await add(controller, { name: manifestName, size: text.length, mtime: made }, [text]);
  controller.finalize();
}

/** Read once. What cannot be read breaks it off. */
export function packFiles(files: readonly FoundFile[], made: Date): AsyncIterable<Uint8Array> {
  const { readable, controller } = createTarPacker();
  fill(controller, files, made).catch((error: unknown) => controller.error(error));
  // Whoever reads is told of an error by what he reads.
  return pipeline(Readable.fromWeb(readable as never), createGzip(), () => {});
}
