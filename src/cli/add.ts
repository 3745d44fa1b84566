/** `migraph add`: makes a document a note: what it is goes above its text, and the whole into the folder of the notes. */
import { existsSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readConfig } from '../config.js';
import { slugify } from '../iris.js';
import { readDocument } from '../notes/convert/read-document.js';
import { serialiseFrontMatter, splitFrontMatter } from '../notes/front-matter.js';
import { writeNew } from '../write-whole.js';
import { describeAddition } from './add/describe-addition.js';
import { askFor, checkFlags, requireAll, type StatedFields, toFrontMatter } from './add/stated-fields.js';
import { inputFolders } from './build-inputs.js';
import { maxNoteBytes } from './built-graph.js';

export interface AddOptions extends StatedFields {
  readonly name?: string;
}

/** A path, or a `file:` URL; other addresses are not fetched. */
function pathOf(source: string): string {
  if (!/^[a-z][a-z0-9+.-]+:/i.test(source)) return source;
  if (!/^file:/i.test(source)) throw new Error(`${source}: is not fetched; save it first, and add the file`);
  try {
    return fileURLToPath(source);
  } catch {
    throw new Error(`${source}: names no file of this machine`);
  }
}

const isThere = (file: string): Error =>
  new Error(`${file}:1: is there already; give another --name, or change it by hand`);

/** Writes it whole or not at all; what is there already stays. */
async function writeNote(file: string, text: string): Promise<void> {
  try {
    await writeNew(file, [text]);
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'EEXIST' ? isThere(file) : error;
  }
}

export async function runAdd(source: string, options: AddOptions): Promise<void> {
  const { base } = readConfig();
  const { name, ...flags } = options;
  checkFlags(flags);
  const path = pathOf(source);
  const slug = slugify(name ?? basename(path).replace(/\.[^.]{1,8}$/, ''));
  if (slug === '') throw new Error(`${name ?? source}: gives no name; a --name has letters or digits`);
  const file = join(inputFolders.notes, `${slug}.txt`);
  // Nobody is to answer questions for nothing.
  if (existsSync(file)) throw isThere(file);
  const document = await readDocument(path, maxNoteBytes);
  const unified = document.text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  let parts: ReturnType<typeof splitFrontMatter>;
  try {
    parts = splitFrontMatter(unified, false);
  } catch (cause) {
    throw new Error(`${path}:${(cause as Error).message}`, { cause });
  }
  if (parts.body.trim() === '') throw new Error(`${path}:1: holds front matter and no text`);
  const known: StatedFields = { ...parts.frontMatter, ...flags };
  if (process.stdin.isTTY !== true) requireAll(path, known);
  const stated = process.stdin.isTTY ? await askFor(known, { input: process.stdin, output: process.stderr }) : known;
  const body = parts.body.replace(/^\n*/, '\n').replace(/\n*$/, '\n');
  await writeNote(file, `${serialiseFrontMatter(toFrontMatter(stated))}${body}`);
  const shown = relative(process.cwd(), file);
  process.stdout.write(describeAddition(file, shown.startsWith('..') ? file : shown, base));
}
