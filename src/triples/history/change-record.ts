/** What one build found new, changed and gone: a line of `data/history/changes.jsonl`, which all dates of the catalogue come from. */

/** A thing as a build described it. */
export interface Version {
  /** What it was called. */
  readonly name: string;
  /** Changes when what is said of it does. */
  readonly hash: string;
}

/** Things by their path under the base, `dataset/x`. */
export interface ChangeRecord {
  /** 1 for the first. */
  readonly build: number;
  /** When it was built, in seconds, UTC. */
  readonly date: string;
  readonly new: Readonly<Record<string, Version>>;
  readonly changed: Readonly<Record<string, Version>>;
  /** What each was called. */
  readonly gone: Readonly<Record<string, string>>;
  /** Of those that are gone, what stands in their place. */
  readonly replaced: Readonly<Record<string, string>>;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isPath = (text: string): boolean => /^[a-z]+\/[^\s<>"{}|\\^`]+$/.test(text);

function isMapOf(value: unknown, isValue: (value: unknown) => boolean): boolean {
  return isRecord(value) && Object.entries(value).every(([path, one]) => isPath(path) && isValue(one));
}

const isText = (value: unknown): boolean => typeof value === 'string';
const isVersion = (value: unknown): boolean => isRecord(value) && isText(value['name']) && isText(value['hash']);

/** What is wrong with the record that follows another; undefined: nothing. */
function faultOf(value: unknown, before: ChangeRecord | undefined): string | undefined {
  if (!isRecord(value)) return 'is no JSON object';
  const number = (before?.build ?? 0) + 1;
  if (value['build'] !== number) return `"build" is to be ${number}`;
  const { date } = value;
  if (typeof date !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(date) || Number.isNaN(Date.parse(date)))
    return '"date" is to be a time such as 2026-11-23T09:30:00Z';
  if (before !== undefined && date < before.date) return `"date" is before that of build ${before.build}`;
  for (const field of ['new', 'changed'])
    if (!isMapOf(value[field], isVersion)) return `"${field}" is to give a name and a hash for each path`;
  if (!isMapOf(value['gone'], isText)) return '"gone" is to give a name for each path';
  if (!isMapOf(value['replaced'], (path) => isText(path) && isPath(String(path))))
    return '"replaced" is to give a path for each path';
  return undefined;
}

/** Reads the lines of a history; throws an Error `file:line: reason` where one does not follow from those above it. */
export function parseHistory(text: string, file: string): ChangeRecord[] {
  const records: ChangeRecord[] = [];
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch (cause) {
      throw new Error(`${file}:${at + 1}: is no JSON`, { cause });
    }
    const fault = faultOf(value, records.at(-1));
    if (fault !== undefined) throw new Error(`${file}:${at + 1}: ${fault}`);
    records.push(value as ChangeRecord);
  }
  return records;
}

export const serialiseRecord = (record: ChangeRecord): string => `${JSON.stringify(record)}\n`;
