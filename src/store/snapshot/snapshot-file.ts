/**
 * A graph in columns as one file: a head in JSON that says where each column lies, the columns as they are in memory, and a
 * checksum over all of it. It is written once and never changed; whatever is not whole, or not ours, is refused.
 */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { endianness } from 'node:os';
import { crc32 } from 'node:zlib';
import { type Columns, type Numbers, type Order, orderNames, type UnionMarks } from './columns.js';

/** Of the layout: a snapshot of another version is made anew. */
const version = 1;
const opening = Buffer.from('migraph snapshot\n');
/** Behind the opening: the version, and the length of the head. */
const fixedLength = 32;
const checksumLength = 4;
/** Where columns begin: numbers of any size may lie there. */
const alignment = 8;

const types = { Uint8Array, Uint16Array, Uint32Array } as const;

interface Place {
  readonly type: keyof typeof types;
  /** In bytes, from the end of the head. */
  readonly at: number;
  /** In numbers. */
  readonly length: number;
}

export interface Head {
  /** What the graph was made from, as whoever wrote it chose to call it. */
  readonly source: string;
  readonly places: Readonly<Record<string, Place>>;
}

const partNames = ['starts', 'second', 'third', 'graph'] as const;
const singleNames = ['texts', 'ends', 'graphs', 'graphStarts', 'graphRows'] as const;

const align = (length: number): number => Math.ceil(length / alignment) * alignment;

function listColumns(columns: Columns): (readonly [string, Numbers])[] {
  const parts = orderNames.flatMap((order) =>
    partNames.map((part) => [`${order}.${part}`, columns[order][part]] as const),
  );
  const singles = singleNames.map((name) => [name, columns[name] as Numbers] as const);
  const { union } = columns;
  if (union === undefined) return [...singles, ...parts];
  const shown = orderNames.map((order) => [`union.${order}`, union.shown[order]] as const);
  return [...singles, ...parts, ['union.outside', union.outside], ...shown];
}

const bytesOf = (numbers: Numbers): Uint8Array =>
  new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);

const typeOf = (numbers: Numbers): Place['type'] =>
  numbers instanceof Uint32Array ? 'Uint32Array' : numbers instanceof Uint16Array ? 'Uint16Array' : 'Uint8Array';

/** The bytes of the file, in parts. */
export function* writeSnapshot(columns: Columns, source: string): Generator<Uint8Array> {
  if (endianness() !== 'LE') throw new Error('snapshots are written on little-endian machines alone');
  const places: Record<string, Place> = {};
  let at = 0;
  for (const [name, numbers] of listColumns(columns)) {
    places[name] = { type: typeOf(numbers), at, length: numbers.length };
    at += align(numbers.byteLength);
  }
  const head = Buffer.from(JSON.stringify({ source, places } satisfies Head));
  const start = Buffer.alloc(fixedLength + align(head.length), ' ');
  opening.copy(start);
  start.writeUInt32LE(version, fixedLength - 8);
  start.writeUInt32LE(start.length - fixedLength, fixedLength - 4);
  head.copy(start, fixedLength);
  let sum = crc32(start);
  yield start;
  for (const [, numbers] of listColumns(columns)) {
    const bytes = bytesOf(numbers);
    const gap = new Uint8Array(align(bytes.length) - bytes.length);
    for (const part of [bytes, gap]) {
      if (part.length === 0) continue;
      sum = crc32(part, sum);
      yield part;
    }
  }
  const end = Buffer.alloc(checksumLength);
  end.writeUInt32LE(sum);
  yield end;
}

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
  } finally {
    closeSync(handle);
  }
}

function checkBytes(file: string, bytes: Buffer): void {
  if (bytes.length < fixedLength + checksumLength || !bytes.subarray(0, opening.length).equals(opening))
    throw new SnapshotFault(file, 'is no snapshot');
  if (bytes.readUInt32LE(fixedLength - 8) !== version)
    throw new SnapshotFault(file, 'is a snapshot of another version of migraph');
  const end = bytes.length - checksumLength;
  if (crc32(bytes.subarray(0, end)) !== bytes.readUInt32LE(end))
    throw new SnapshotFault(file, 'is damaged: its checksum is wrong');
}

export interface Snapshot {
  readonly columns: Columns;
  readonly source: string;
}

/** Reads the whole file and checks it; throws a {@link SnapshotFault} where it is not as it was written. */
export function readSnapshot(file: string): Snapshot {
  const bytes = readBytes(file);
  checkBytes(file, bytes);
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
