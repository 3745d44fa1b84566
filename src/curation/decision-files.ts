/** The files that decisions lie in: written one by one, never over another, and what they decide already. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { writeNew } from '../write-whole.js';
import { parseDecision, type WrittenDecision } from './decision.js';

const order = [
  'id',
  'note',
  'action',
  'who',
  'when',
  'why',
  'quote',
  'candidate',
  'statement',
  'replacement',
  'things',
];

/** As a person would write it. */
export const serialiseDecision = (decision: WrittenDecision): string =>
  stringify(decision, {
    lineWidth: 0,
    schema: 'failsafe',
    sortMapEntries: (a, b) => order.indexOf(String(a.key)) - order.indexOf(String(b.key)),
  });

/** Writes it to a file of its name; the path. An Error of one line where it is none, or where there is one already. */
export async function writeDecision(folder: string, decision: WrittenDecision, base: string): Promise<string> {
  const text = serialiseDecision(decision);
  const file = join(folder, `${decision.id}.yaml`);
  try {
    parseDecision(text, decision.id, base);
  } catch (cause) {
    throw new Error((cause as Error).message.replace(/^\S+:\d+: /, ''), { cause });
  }
  try {
    await writeNew(file, [text]);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new Error('this was decided already', { cause: error });
  }
  return file;
}

/** The candidates that are decided. A file that is malformed is the build's to complain of, and decides nothing. */
export async function readDecided(folder: string): Promise<Set<string>> {
  const names = await readdir(folder).catch(() => []);
  const texts = await Promise.all(
    names.filter((name) => /\.ya?ml$/.test(name)).map((name) => readFile(join(folder, name), 'utf8').catch(() => '')),
  );
  return new Set(texts.flatMap((text) => /^candidate:\s*["']?([a-z0-9]+)/m.exec(text)?.[1] ?? []));
}
