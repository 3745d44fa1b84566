/**
 * A snapshot of the graph with what a journal has changed in it: whoever opens it need read only what was written later.
 * It can always be made again: the journal stays whole.
 */
import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync, rmSync } from 'node:fs';
import { readSnapshot, readSource } from '../snapshot/read-snapshot.js';

/** A file, and how much of it is meant. */
export interface JournalPart {
  readonly file: string;
  readonly byteLength: number;
}

/** What a checkpoint was made from. */
interface Made {
  /** What the graph's own snapshot was made from. */
  readonly base: string;
  /** How much of the journal is in it, and what that adds up to. */
  readonly byteLength: number;
  readonly sum: string;
}

export interface Checkpoint {
  readonly file: string;
  readonly byteLength: number;
}

export const checkpointFile = (journal: string): string => `${journal}.snapshot`;

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

function sumOf({ file, byteLength }: JournalPart): string {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(2 ** 20);
  const descriptor = openSync(file, 'r');
  try {
    for (let at = 0; at < byteLength; ) {
      const count = readSync(descriptor, buffer, 0, Math.min(buffer.length, byteLength - at), at);
      if (count === 0) break;
      hash.update(buffer.subarray(0, count));
      at += count;
    }
  } finally {
    closeSync(descriptor);
  }
  return hash.digest('hex');
}

/** What is written into a checkpoint of that much of a journal over that snapshot. */
export function describeCheckpoint(snapshot: string, journal: JournalPart): string {
  const made: Made = {
    base: digest(readSource(snapshot) ?? ''),
    byteLength: journal.byteLength,
    sum: sumOf(journal),
  };
  return JSON.stringify(made);
}

function parseMade(text: string): Made | undefined {
  try {
    return JSON.parse(text) as Made;
  } catch {
    return undefined;
  }
}

/**
 * The checkpoint, where it is whole and of just that snapshot and of the beginning of just that journal; any other is
 * taken away.
 */
export function findCheckpoint(snapshot: string, journal: JournalPart): Checkpoint | undefined {
  const file = checkpointFile(journal.file);
  const source = readSource(file);
  if (source === undefined) return undefined;
  const { byteLength = Number.POSITIVE_INFINITY } = parseMade(source) ?? {};
  try {
    const isOfThese =
      byteLength <= journal.byteLength && source === describeCheckpoint(snapshot, { ...journal, byteLength });
    // A damaged one is refused here, before anybody relies on it.
    if (isOfThese && readSnapshot(file).source === source) return { file, byteLength };
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}; the checkpoint is made anew\n`);
  }
  rmSync(file, { force: true });
  return undefined;
}
