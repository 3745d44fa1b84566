/** Notes of which every build is told from the others by a word in all its names, beside the project's own. */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/package-root.js';

/** One for each build. */
export const marks = ['Amber', 'Blue', 'Crimson', 'Dun', 'Emerald', 'Fawn', 'Golden'] as const;

const kinds = ['Ferry', 'Harbour', 'Coast', 'River', 'Island', 'Border', 'Airport', 'Railway', 'Camp', 'Visa'] as const;

/** Datasets that bear the mark. */
export const marked = kinds.length;

/** The marks that stand in a text, each once. */
export const marksIn = (text: string): string[] =>
  marks.filter((mark) => kinds.some((kind) => text.includes(`${mark} ${kind} Register`)));

export function copyNotes(data: string): void {
  mkdirSync(data, { recursive: true });
  cpSync(join(packageRoot, 'data', 'notes'), join(data, 'notes'), { recursive: true });
}

/** Writes the note of the build of this mark; the one before is written over. */
export function writeMarked(data: string, mark: string): void {
  const sentences = kinds.map(
    (kind, at) =>
      `UNHCR maintains the *${mark} ${kind} Register*, a database of persons who arrived in Malta since ${1990 + at}.\n`,
  );
  writeFileSync(join(data, 'notes', 'registers.txt'), `Registers\n\n${sentences.join('\n')}`);
}
