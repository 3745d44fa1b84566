/** A snapshot read back, whole, or in parts with time for others between them. Whatever is not as it was written is refused. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { nameFile } from '../../name-file.js';
import type { Columns, Numbers, Order, UnionMarks } from './columns.js';
import { checksumLength, fixedLength, type Head, opening, types, version } from './snapshot-file.js';

/** Why a file is no snapshot that can be read: foreign, of another version, cut off, or damaged. */
export class SnapshotFault extends Error {
  constructor(file: string, reason: string) {
    super(`${file}: ${reason}`);
  }
}

/** One call reads two gigabytes at most. */
const mostAtOnce = 2 ** 30;

function readBytes(file: string): Buffer {
  const handle = openSync(file, 'r');
  try {
    const { size } = fstatSync(handle);
    // A buffer of its own, whose beginning is aligned.
    const bytes = Buffer.from(new ArrayBuffer(size));
    for (let at = 0; at < size; ) {
      const read = readSync(handle, bytes, at, Math.min(mostAtOnce, size - at), at);
      if (read === 0) throw new SnapshotFault(file, 'has become shorter while it was read');
      at += read;
    }
    return bytes;
  } catch (error) {
    throw nameFile(error, file);
  } finally {
    closeSync(handle);
  }
}

function checkStart(file: string, bytes: Buffer): void {
  if (bytes.length < fixedLength + checksumLength || !bytes.subarray(0, opening.length).equals(opening))
    throw new SnapshotFault(file, 'is no snapshot');
  if (bytes.readUInt32LE(fixedLength - 8) !== version)
    throw new SnapshotFault(file, 'is a snapshot of another version of migraph');
}

/** `sum`: of all that comes before the checksum. */
function checkSum(file: string, bytes: Buffer, sum: number): void {
  if (sum !== bytes.readUInt32LE(bytes.length - checksumLength))
    throw new SnapshotFault(file, 'is damaged: its checksum is wrong');
}

export interface Snapshot {
  readonly columns: Columns;
  readonly source: string;
}

/** Reads the whole file and checks it; throws a {@link SnapshotFault} where it is not as it was written. */
export function readSnapshot(file: string): Snapshot {
  const bytes = readBytes(file);
  checkStart(file, bytes);
  checkSum(file, bytes, crc32(bytes.subarray(0, bytes.length - checksumLength)));
  return toSnapshot(file, bytes);
}

/** Bytes that are read, and added up, without a pause. */
const partLength = 4 * 2 ** 20;

/** The same in parts, with time for others between them. */
export async function readSnapshotInParts(file: string): Promise<Snapshot> {
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    const bytes = Buffer.from(new ArrayBuffer(size));
    const end = size - checksumLength;
    let sum = 0;
    for (let at = 0; at < size; ) {
      const { bytesRead } = await handle.read(bytes, at, Math.min(partLength, size - at), at);
      if (bytesRead === 0) throw new SnapshotFault(file, 'has become shorter while it was read');
      sum = crc32(bytes.subarray(at, Math.max(at, Math.min(end, at + bytesRead))), sum);
      at += bytesRead;
    }
    checkStart(file, bytes);
    checkSum(file, bytes, sum);
    return toSnapshot(file, bytes);
  } finally {
    await handle.close();
  }
}

function toSnapshot(file: string, bytes: Buffer): Snapshot {
  const headEnd = fixedLength + bytes.readUInt32LE(fixedLength - 4);
  const { source, places } = JSON.parse(bytes.toString('utf8', fixedLength, headEnd)) as Head;
  const column = (name: string): Numbers => {
    const place = places[name];
    if (place === undefined) throw new SnapshotFault(file, `has no column ${name}`);
    return new types[place.type](bytes.buffer as ArrayBuffer, bytes.byteOffset + headEnd + place.at, place.length);
  };
  const order = (name: string): Order => ({
    starts: column(`${name}.starts`) as Uint32Array,
    second: column(`${name}.second`) as Uint32Array,
    third: column(`${name}.third`) as Uint32Array,
    graph: column(`${name}.graph`),
  });
  const wide = (name: string): Uint32Array => column(name) as Uint32Array;
  const marks = (): UnionMarks => ({
    outside: wide('union.outside'),
    shown: { spo: wide('union.spo'), pos: wide('union.pos'), osp: wide('union.osp') },
  });
  return {
    source,
    columns: {
      ...(places['union.outside'] !== undefined && { union: marks() }),
      texts: column('texts') as Uint8Array,
      ends: wide('ends'),
      graphs: wide('graphs'),
      spo: order('spo'),
      pos: order('pos'),
      osp: order('osp'),
      graphStarts: wide('graphStarts'),
      graphRows: wide('graphRows'),
    },
  };
}

/** What the snapshot says it was made from; undefined where there is none that this version wrote. The rest is not checked. */
export function readSource(file: string): string | undefined {
  let handle: number;
  try {
    handle = openSync(file, 'r');
  } catch {
    return undefined;
  }
  try {
    const start = Buffer.alloc(fixedLength);
    if (readSync(handle, start, 0, fixedLength, 0) < fixedLength) return undefined;
    if (!start.subarray(0, opening.length).equals(opening) || start.readUInt32LE(fixedLength - 8) !== version)
      return undefined;
    const head = Buffer.alloc(Math.min(start.readUInt32LE(fixedLength - 4), 2 ** 20));
    readSync(handle, head, 0, head.length, fixedLength);
    return (JSON.parse(head.toString('utf8')) as Head).source;
  } catch {
    return undefined;
  } finally {
    closeSync(handle);
  }
}
