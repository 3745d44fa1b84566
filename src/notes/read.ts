/** Reads a file into a note: checks that it is text, sets the front matter apart, splits it into passages and finds what is broken. */
import { constants as buffers, isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { slugify } from '../iris.js';
import { type Block, splitBlocks } from './blocks.js';
import { type Damage, findDamage } from './damage.js';
import { splitFrontMatter } from './front-matter.js';
import type { DamagedPlace, FrontMatter, Note, Passage } from './note.js';
import { type OffsetMap, replaceMapped } from './offset-map.js';
import { splitPassages } from './passages.js';
import { readMarks } from './reading.js';

/** A note with what the extraction needs besides: the text as it is read, its blocks, and the way back to the file. */
export interface NoteReading {
  readonly note: Note;
  /** The text as recognisers see it; block and passage offsets of this interface are into it. */
  readonly reading: string;
  readonly blocks: readonly Block[];
  /** For each passage of the note, where it stands in `reading`. */
  readonly cuts: readonly { readonly start: number; readonly end: number }[];
  readonly damage: readonly Damage[];
  /** The words of a stretch of the note's text as they stand in the file, line ends and all. */
  quoteFromFile(start: number, end: number): string;
}

/** How a note is read; nothing need be said. */
export interface ReadOptions {
  /** Whether the text is the later part of a longer one: it has no front matter then. */
  readonly later?: boolean;
  /** Refuse a larger file, in bytes. */
  readonly maxBytes?: number;
  /** Whether a front matter with unknown fields is an error. */
  readonly strict?: boolean;
  /** Whether a line is the name of an organisation and nothing else. */
  readonly agencyLike?: (line: string) => boolean;
}

const megabyte = 1024 * 1024;

/** The bytes of a regular file; anything else is an error of one line that names the file. */
function readBytes(file: string, maxBytes: number | undefined): Buffer {
  let descriptor: number;
  try {
    // Without O_NONBLOCK, opening a FIFO waits for a writer for ever.
    descriptor = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    throw new Error(`${file}:1: ${code === 'ENOENT' ? 'no such file' : `cannot be opened (${code})`}`, { cause });
  }
  try {
    const stat = fstatSync(descriptor);
    if (stat.isDirectory()) throw new Error(`${file}:1: is a folder, not a note`);
    if (!stat.isFile()) throw new Error(`${file}:1: is not a regular file`);
    if (maxBytes !== undefined && stat.size > maxBytes)
      throw new Error(
        `${file}:1: ${(stat.size / megabyte).toFixed(1)} MB, over the limit of ${maxBytes / megabyte} MB for a note`,
      );
    if (stat.size > buffers.MAX_STRING_LENGTH)
      throw new Error(`${file}:1: is longer than a text can be in this program; cut it into parts`);
    return readFileSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** The line of a byte, from 1. */
function lineOf(bytes: Buffer, at: number): number {
  let line = 1;
  for (let n = bytes.indexOf(10); n !== -1 && n < at; n = bytes.indexOf(10, n + 1)) line++;
  return line;
}

/** Where UTF-8 first fails, in bytes; found by halving, since the decoder does not tell. */
function findBadByte(bytes: Buffer): number {
  let low = 0;
  let high = bytes.length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
      low = middle;
    } catch {
      high = middle;
    }
  }
  return low;
}

/** Refuses what is no text: PDF and other binary files, NUL bytes, broken UTF-8. */
function checkBytes(file: string, bytes: Buffer): void {
  if (bytes.length === 0) throw new Error(`${file}:1: is empty`);
  const magic = bytes.subarray(0, 5).toString('latin1');
  if (magic.startsWith('%PDF-')) throw new Error(`${file}:1: is a PDF, not text; "migraph add" makes a note of it`);
  if (magic.startsWith('PK\x03\x04'))
    throw new Error(`${file}:1: is a ZIP or office document, not text; "migraph add" makes a note of a .docx`);
  if (
    /^(?:\xef\xbb\xbf)?\s*(?:<!--.*?-->\s*)?<(?:!doctype html|html|head|body)\b/is.test(
      bytes.subarray(0, 400).toString('latin1'),
    )
  )
    throw new Error(`${file}:1: is an HTML page, not text; save it as plain text first`);
  const nul = bytes.indexOf(0);
  if (nul !== -1)
    throw new Error(`${file}:${lineOf(bytes, nul)}: holds a NUL byte, so it is binary (or UTF-16), not UTF-8 text`);
  if (bytes.every((byte) => byte <= 32)) throw new Error(`${file}:1: holds white space only`);
  if (!isUtf8(bytes)) throw new Error(`${file}:${lineOf(bytes, findBadByte(bytes))}: is not valid UTF-8`);
}

/** The bytes of a file that are text, as far as bytes tell. Throws an error of one line, `file:line: reason`. */
export function readTextBytes(file: string, maxBytes?: number): Buffer {
  const bytes = readBytes(file, maxBytes);
  checkBytes(file, bytes);
  return bytes;
}

/** Reads a file into a note. Throws an error of one line, `file:line: reason`. */
export const readNote = (file: string, options: ReadOptions = {}): NoteReading =>
  parseFile(file, readTextBytes(file, options.maxBytes), options);

/** The bytes of a text file → note. */
export function parseFile(file: string, bytes: Buffer, options: ReadOptions = {}): NoteReading {
  const text = new TextDecoder().decode(bytes);
  if (text.trim() === '') throw new Error(`${file}:1: holds white space only`);
  return parseNote(basename(file), text, options, file);
}

/** Text → note; `name` (a file's name) gives the slug. */
export function parseNote(name: string, fileText: string, options: ReadOptions = {}, file = name): NoteReading {
  const unified = replaceMapped(fileText, /\r\n?/g, () => '\n');
  let parts: { frontMatter: FrontMatter; body: string; bodyStart: number };
  try {
    parts = options.later
      ? { frontMatter: {}, body: unified.text, bodyStart: 0 }
      : splitFrontMatter(unified.text, options.strict ?? false);
  } catch (cause) {
    throw new Error(`${file}:${(cause as Error).message}`, { cause });
  }
  if (parts.body.trim() === '') throw new Error(`${file}:1: holds front matter and no text`);
  const { text: reading, map } = readMarks(parts.body);
  const blocks = splitBlocks(reading, options.agencyLike ?? (() => false));
  const { passages, cuts } = cutPassages(reading, blocks, parts.body, map);
  const damage = findDamage(reading, blocks);
  const note: Note = {
    slug: slugify(name.replace(/\.[^.]{1,8}$/, '')) || 'note',
    frontMatter: parts.frontMatter,
    text: parts.body,
    firstLine: unified.text.slice(0, parts.bodyStart).split('\n').length,
    // Asked for by whoever makes a graph of the note, and by nobody who reads a part of a long text.
    get sha256() {
      return createHash('sha256').update(parts.body, 'utf8').digest('hex');
    },
    passages,
    damaged: damage.map((place) => placeDamage(place, parts.body, map)),
  };
  return {
    note,
    reading,
    blocks,
    cuts,
    damage,
    quoteFromFile: (start, end) =>
      fileText.slice(unified.map.toOriginal(parts.bodyStart + start), unified.map.toOriginal(parts.bodyStart + end)),
  };
}

function cutPassages(reading: string, blocks: readonly Block[], body: string, map: OffsetMap) {
  const passages: Passage[] = [];
  const cuts: { start: number; end: number }[] = [];
  blocks.forEach((block, n) => {
    for (const cut of splitPassages(reading, block)) {
      const start = map.toOriginal(cut.start);
      const end = map.toOriginal(cut.end);
      passages.push({ start, end, text: body.slice(start, end), block: n });
      cuts.push(cut);
    }
  });
  return { passages, cuts };
}

function placeDamage(place: Damage, body: string, map: OffsetMap): DamagedPlace {
  const start = map.toOriginal(place.start);
  const end = map.toOriginal(place.end);
  return { start, end, text: body.slice(start, end), fault: place.fault };
}
