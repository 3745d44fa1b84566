/**
 * A graph in columns as one file: a head in JSON that says where each column lies, the columns as they are in memory, and a
 * checksum over all of it. It is written once and never changed; whatever is not whole, or not ours, is refused.
 */
import { endianness } from 'node:os';
import { crc32 } from 'node:zlib';
import { type Columns, type Numbers, orderNames } from './columns.js';

/** Of the layout: a snapshot of another version is made anew. */
export const version = 2;
export const opening = Buffer.from('migraph snapshot\n');
/** Behind the opening: the version, and the length of the head. */
export const fixedLength = 32;
export const checksumLength = 4;
/** Where columns begin: numbers of any size may lie there. */
const alignment = 8;

export const types = { Uint8Array, Uint16Array, Uint32Array } as const;

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
