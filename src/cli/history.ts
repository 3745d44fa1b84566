/** The history of builds on disk: what each found new, changed and gone, and when. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ChangeRecord, parseHistory, serialiseRecord } from '../triples/history/change-record.js';
import { writeWhole } from '../write-whole.js';
import { areOwn, inputFolders } from './build-inputs.js';

export interface History {
  readonly file: string;
  readonly records: readonly ChangeRecord[];
  /** Of a build that is made now. */
  readonly date: string;
}

/** What a build added to its history, in numbers. */
export interface RecordedChange {
  readonly file: string;
  readonly build: number;
  readonly new: number;
  readonly changed: number;
  readonly gone: number;
  /** Why it could not be kept: the next build will find and date it anew. */
  readonly notKept?: string;
}

/** The project's own notes have theirs among its data; of any other notes it lies beside the graph. */
export const historyFile = (notes: readonly string[], out: string): string =>
  areOwn(notes) ? join(inputFolders.history, 'changes.jsonl') : join(out, 'history.jsonl');

/** Now, in whole seconds; or what `SOURCE_DATE_EPOCH` says (reproducible-builds.org). */
function dateOfBuild(epoch = process.env['SOURCE_DATE_EPOCH']): string {
  if (epoch !== undefined && !/^\d{1,11}$/.test(epoch))
    throw new Error(`SOURCE_DATE_EPOCH: "${epoch}" is not a number of seconds since 1970`);
  const seconds = epoch === undefined ? Math.floor(Date.now() / 1000) : Number(epoch);
  return new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
}

/** Throws an Error `file:line: reason` where a line is malformed; without a file there was no build before. */
export function readHistory(file: string): History {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return { file, records: parseHistory(text, file), date: dateOfBuild() };
}

/** Adds the change. Where the folder cannot be written, a package that was installed for all users say, the build goes on. */
export async function keepChange(
  { file, records }: History,
  change: ChangeRecord | undefined,
): Promise<RecordedChange | undefined> {
  if (change === undefined) return undefined;
  const count = (side: object): number => Object.keys(side).length;
  const { build, new: added, changed, gone } = change;
  const said = { file, build, new: count(added), changed: count(changed), gone: count(gone) };
  try {
    await writeWhole(file, [...records, change].map(serialiseRecord));
    return said;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EACCES' && code !== 'EROFS' && code !== 'EPERM') throw error;
    return { ...said, notKept: code };
  }
}
