/** Journals that are damaged: refused, or read up to where they are whole; never a record that was not written, and none left out. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { frame, opening, readEntries } from '../../../src/store/journal/journal-frames.js';
import type { FuzzSession, FuzzTarget, Outcome } from '../fuzz-target.js';
import { reasonFault } from '../one-line.js';
import { damage } from './files/damage-bytes.js';

const records = (count: number, length: number): string[] =>
  Array.from({ length: count }, (_, n) =>
    `A <http://e/s> <http://e/p> "${n}${'é'.repeat(n % length)}" .\n`.repeat(1 + (n % 3)),
  );

const journals = [records(0, 1), records(1, 1), records(12, 5), records(3, 900)];

function write(texts: readonly string[]): Buffer {
  let bytes = opening;
  for (const text of texts) bytes = Buffer.concat([bytes, frame(Buffer.from(text), bytes.length)]);
  return bytes;
}

const files = journals.map(write);

/** Where each record of a journal ends, and the records up to there. */
const known = files.map((bytes, n) => ({ bytes, texts: journals[n] ?? [] }));

/** The records of a journal that the file begins like, as far as it does. */
const isPrefix = (read: readonly string[]): boolean =>
  known.some(({ texts }) => read.every((text, n) => text === texts[n]) && read.length <= texts.length);

/** What was written whole, and stands at the beginning of the file as it was, is read. */
function lostFault(input: Buffer, read: readonly string[]): string | undefined {
  const whole = known.find(
    ({ bytes }) => input.subarray(0, bytes.length).equals(bytes) && bytes.length > opening.length,
  );
  return whole !== undefined && read.length < whole.texts.length
    ? `${read.length} of ${whole.texts.length} are read`
    : undefined;
}

function probe(input: Buffer, file: string): Outcome {
  writeFileSync(file, input);
  const read: string[] = [];
  try {
    for (const { payload } of readEntries(file)) read.push(payload.toString());
  } catch (error) {
    const { message } = error as Error;
    const fault = message.startsWith(`${file}: `)
      ? reasonFault(message)
      : `no one-line reason: ${(error as Error).stack}`;
    return { kind: 'refused', fault: fault ?? (isPrefix(read) ? undefined : 'what was read before is none of ours') };
  }
  const fault = isPrefix(read) ? lostFault(input, read) : `is read as ${JSON.stringify(read).slice(0, 500)}`;
  return { kind: read.length > 0 ? 'read' : 'empty', fault };
}

async function open(): Promise<FuzzSession> {
  const folder = mkdtempSync(join(tmpdir(), 'migraph-fuzz-'));
  return {
    probe: (input) => probe(Buffer.from(input), join(folder, 'journal')),
    async close() {
      rmSync(folder, { recursive: true });
      return undefined;
    },
  };
}

export const journal: FuzzTarget = { name: 'journal', share: 40, generate: (random) => damage(random, files), open };
