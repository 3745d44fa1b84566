/** A tar.gz → its files, each held against the manifest; whatever does not fit is an error before the last file is given. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { createTarDecoder, type ParsedTarEntry } from 'modern-tar';
import { nameFile } from '../../name-file.js';
import { type Manifest, manifestName, parseManifest } from './manifest.js';

/** Characters of a manifest: of millions of files there is none. */
const longestManifest = 256 * 2 ** 20;

/** Takes the bytes of a file, in order. */
export type Take = (name: string, chunks: AsyncIterable<Uint8Array>) => Promise<void>;

async function readText(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > longestManifest) throw new Error(`${manifestName} is too long`);
    parts.push(chunk);
  }
  return Buffer.concat(parts).toString('utf8');
}

interface Seen {
  readonly bytes: number;
  readonly sha256: string;
}

/** Throws where any file is missing, too much, or another than it says. */
function compare({ files }: Manifest, seen: ReadonlyMap<string, Seen>): void {
  for (const { name, bytes, sha256 } of files) {
    const found = seen.get(name);
    if (found === undefined) throw new Error(`${name} is not in it`);
    if (found.bytes !== bytes || found.sha256 !== sha256) throw new Error(`${name} is not what ${manifestName} says`);
  }
  const known = new Set(files.map(({ name }) => name));
  for (const name of seen.keys()) if (!known.has(name)) throw new Error(`${name} is not named in ${manifestName}`);
}

async function readEntries(entries: AsyncIterable<ParsedTarEntry>, take: Take): Promise<Manifest> {
  const seen = new Map<string, Seen>();
  let manifest: Manifest | undefined;
  for await (const { header, body } of entries) {
    const { name, type = 'file' } = header;
    if (type !== 'file') throw new Error(`${name} is a ${type}`);
    if (manifest !== undefined) throw new Error(`${name} comes after ${manifestName}`);
    if (seen.has(name)) throw new Error(`${name} is in it twice`);
    if (name === manifestName) {
      manifest = parseManifest(await readText(body));
      continue;
    }
    const sum = createHash('sha256');
    let bytes = 0;
    const counted = async function* (): AsyncGenerator<Uint8Array> {
      for await (const chunk of body) {
        bytes += chunk.length;
        sum.update(chunk);
        yield chunk;
      }
    };
    await take(name, counted());
    seen.set(name, { bytes, sha256: sum.digest('hex') });
  }
  if (manifest === undefined) throw new Error(`there is no ${manifestName} in it`);
  compare(manifest, seen);
  return manifest;
}

/** Resolves with the manifest when all of it has been read, and fits. */
export async function unpackFiles(file: string, take: Take): Promise<Manifest> {
  const bytes = pipeline(createReadStream(file), createGunzip(), () => {});
  try {
    const entries = Readable.toWeb(bytes).pipeThrough(createTarDecoder({ strict: true }) as never);
    return await readEntries(entries as unknown as AsyncIterable<ParsedTarEntry>, take);
  } catch (cause) {
    if (cause instanceof Error && 'syscall' in cause) throw nameFile(cause, file);
    throw new Error(`${file}: is damaged, or no backup: ${cause instanceof Error ? cause.message : cause}`, { cause });
  } finally {
    bytes.destroy();
  }
}

/** Reads it to its end, and keeps nothing. */
export const verifyArchive = (file: string): Promise<Manifest> =>
  unpackFiles(file, async (_name, chunks) => {
    for await (const _ of chunks);
  });
