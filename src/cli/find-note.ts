/** Finds the file of a note that is called by its name in the graph, or by the file itself. */
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { Config } from '../config.js';
import { slugify } from '../iris.js';
import { findNotes, inputFolders } from './build-inputs.js';
import { readRecord } from './built-graph.js';

const slugOf = (file: string): string => slugify(basename(file).replace(/\.[^.]{1,8}$/, ''));

/** A file that is there; else the note of that name among those that the graph was, or would be, built from. */
export function findNote(name: string, { out }: Pick<Config, 'out'>): string {
  if (existsSync(name)) return name;
  const files = findNotes(readRecord(out)?.notes ?? [inputFolders.notes]);
  const found = files.find((file) => slugOf(file) === name);
  if (found !== undefined) return found;
  const known = files.map(slugOf);
  const some = known.slice(0, 5).join(', ') + (known.length > 5 ? ' …' : '');
  throw new Error(`${name}:1: is neither a file nor one of the notes: ${some}`);
}
