/** The journal's file format: text, a header line before each record that says how long it is and what it must add up to. */
import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { nameFile } from '../../name-file.js';

/** How each journal begins: what begins otherwise is another file, and is not touched. */
export const opening = Buffer.from('# migraph journal 1\n');

/** `# length sum check`: the bytes of the record, what they add up to at this place of the file, and the same of the line itself. */
const headerPattern = /^# (\d{10}) ([0-9a-f]{32}) ([0-9a-f]{8})\n$/;
const headerLength = 55;

const checkOf = (text: string): string => crc32(text).toString(16).padStart(8, '0');

/** The place counts too: a record that was moved or doubled is no longer itself. */
const sumOf = (offset: number, payload: Uint8Array): string =>
  createHash('sha256').update(`${offset}\n`).update(payload).digest('hex').slice(0, 32);

/** What a disk writes at once, whole or not at all. */
const sectorLength = 512;
/** An empty place of the file reads as zeros. One zero alone is a byte that was changed; no sector has so little of a record. */
const hole = Buffer.alloc(2);

/** Line ends behind a record, which mean nothing, so that neither it nor the next one has a single byte in any sector. */
function padded(text: Uint8Array, offset: number): Uint8Array {
  const over = (offset + headerLength + text.length) % sectorLength;
  const missing = over === 1 ? 1 : over === sectorLength - 1 ? 3 : 0;
  return Buffer.concat([text, Buffer.alloc(missing, '\n')]);
}

/** A record as it stands at that offset. */
export function frame(patch: Uint8Array, offset: number): Buffer {
  if (patch.length === 0 || patch.includes(0)) throw new Error('a record of the journal is text, and not empty');
  const payload = padded(patch, offset);
  const text = `# ${String(payload.length).padStart(10, '0')} ${sumOf(offset, payload)}`;
  return Buffer.concat([Buffer.from(`${text} ${checkOf(text)}\n`), payload]);
}

interface Header {
  readonly length: number;
  readonly sum: string;
}

function parseHeader(line: string): Header | undefined {
  const [, length = '', sum = '', check] = headerPattern.exec(line) ?? [];
  return check !== undefined && check === checkOf(`# ${length} ${sum}`) ? { length: Number(length), sum } : undefined;
}

/** A stretch of the file; shorter where the file ends. */
function readAt(descriptor: number, offset: number, length: number): Buffer {
  const buffer = Buffer.allocUnsafe(length);
  let filled = 0;
  while (filled < length) {
    const count = readSync(descriptor, buffer, filled, length - filled, offset + filled);
    if (count === 0) break;
    filled += count;
  }
  return buffer.subarray(0, filled);
}

/** Whether a header line that adds up stands anywhere in a text: no line of a record begins with its sign. */
const holdsHeader = (text: string): boolean =>
  [...text.matchAll(/^# \d{10} [0-9a-f]{32} [0-9a-f]{8}\n/gm)].some(([line]) => parseHeader(line) !== undefined);

/**
 * Whether the rest of the file, which is no good record, is one that was being appended when the machine stopped: cut
 * short, or with places never written. What comes behind it would have been written after it was safe.
 */
function isTorn(rest: Buffer): boolean {
  const line = rest.toString('latin1', 0, headerLength);
  const header = parseHeader(line);
  if (header === undefined)
    return (rest.length < headerLength || rest.includes(hole)) && !holdsHeader(rest.toString('latin1'));
  const end = headerLength + header.length;
  return rest.length < end || (rest.length === end && rest.includes(hole));
}

/**
 * Where the opening ends; 0 where it was never written to its end, in a file that holds nothing else. Throws where the file
 * begins as no journal does.
 */
function endOfOpening(descriptor: number, file: string, limit: number): number {
  const start = readAt(descriptor, 0, Math.min(opening.length, limit));
  if (start.equals(opening)) return opening.length;
  const written = start.findIndex((byte, at) => byte !== opening[at]);
  const isTornOpening = limit <= opening.length && (written < 0 || start.subarray(written).every((byte) => byte === 0));
  if (!isTornOpening) throw new Error(`${file}: is not a journal of migraph`);
  return 0;
}

/** How much of a journal holds. Throws where it is damaged elsewhere than at its end. */
export function measureJournal(file: string): number {
  const descriptor = openSync(file, 'r');
  let end: number;
  try {
    end = endOfOpening(descriptor, file, fstatSync(descriptor).size);
  } catch (error) {
    throw nameFile(error, file);
  } finally {
    closeSync(descriptor);
  }
  for (const entry of readEntries(file)) end = entry.end;
  return end;
}

export interface Entry {
  readonly payload: Buffer;
  /** Where it ends. */
  readonly end: number;
}

/** The record at an offset, or undefined where none stands whole. */
function readEntry(descriptor: number, offset: number, limit: number): Entry | undefined {
  const header = parseHeader(readAt(descriptor, offset, headerLength).toString('latin1'));
  const start = offset + headerLength;
  if (header === undefined || start + header.length > limit) return undefined;
  const payload = readAt(descriptor, start, header.length);
  return sumOf(offset, payload) === header.sum ? { payload, end: start + header.length } : undefined;
}

/**
 * The records of a file up to a length, or its end; from where one of them ends. Stops before a torn one; throws where
 * anything else is damaged.
 */
export function* readEntries(
  file: string,
  { byteLength, from = 0 }: { readonly byteLength?: number; readonly from?: number } = {},
): Generator<Entry> {
  const descriptor = openSync(file, 'r');
  try {
    const limit = byteLength ?? fstatSync(descriptor).size;
    const begin = endOfOpening(descriptor, file, limit);
    let offset = begin === 0 ? limit : Math.max(from, begin);
    while (offset < limit) {
      const entry = readEntry(descriptor, offset, limit);
      if (entry === undefined) {
        if (byteLength === undefined && isTorn(readAt(descriptor, offset, limit - offset))) return;
        throw new Error(`${file}: is damaged at byte ${offset}; what was written there and later is not read`);
      }
      yield entry;
      offset = entry.end;
    }
  } catch (error) {
    throw nameFile(error, file);
  } finally {
    closeSync(descriptor);
  }
}
