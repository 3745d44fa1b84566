/** `migraph import`: another catalogue becomes a part of every build; lists and removes what was taken. */
import { existsSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { type Config, readConfig } from '../config.js';
import { openPageFetch, parsePageUrl } from '../store/outside/fetch-page.js';
import { writeWhole } from '../write-whole.js';
import { createContexts } from './import/contexts.js';
import { describeImport, describeTaken, remarksOn, shown } from './import/describe.js';
import { findImports, type Import, importFile, readImport, writeImport } from './import/import-file.js';
import { askAgain } from './import/read-pages.js';
import { checkSlug, slugOf } from './import/slug.js';
import { type Taken, takeFromFile, takeFromWeb } from './import/take.js';
import { startProgress } from './progress.js';

export interface ImportOptions {
  readonly name?: string;
  readonly base?: string;
  readonly out?: string;
  readonly dryRun?: boolean;
  readonly contexts?: boolean;
  readonly maxPages: number;
  readonly maxMb: number;
  readonly timeout: number;
}

/** Whatever looks like an address is one, and then it must be one of the web. */
const isUrl = (source: string): boolean => /^[a-z][a-z\d+.-]*:\/\//i.test(source);
const megabyte = 1024 * 1024;

function readWhole(folder: string, slug: string): Import | undefined {
  try {
    return existsSync(importFile(folder, slug)) ? readImport(folder, slug) : undefined;
  } catch {
    // To import it again is what mends it.
    return undefined;
  }
}

/** What is kept under the name, undefined where nothing is or it is damaged; another's is replaced only by who names it. */
function readKnown(folder: string, slug: string, source: string, isNamed: boolean): Import | undefined {
  const known = readWhole(folder, slug);
  if (known === undefined) return undefined;
  if (known.record.source === source || isNamed) return known;
  throw new Error(
    `${shown(importFile(folder, slug))}:1: is the import of ${known.record.source}; --name calls this one otherwise`,
  );
}

type Source = { readonly text: string; readonly options: ImportOptions; readonly config: Config };

/** Reads the source; undefined where the server says that it is what it was. */
async function take({ text, options, config }: Source, known: Import | undefined): Promise<Taken | undefined> {
  const limits = { maxPages: options.maxPages, maxBytes: options.maxMb * megabyte };
  const send = await openPageFetch(isUrl(text) ? text : undefined, { seconds: options.timeout });
  const contexts = createContexts({ base: config.base, fetch: options.contexts ? send : undefined });
  const progress = startProgress();
  const taking = {
    limits,
    reading: { loadContext: contexts.load },
    onPage: (name: string) => progress.step(`reading ${name}`),
  };
  try {
    progress.step(`asking ${text}`);
    const pages = known?.record.source === text ? known.record.pages : [];
    const asked = await askAgain(pages, send, limits);
    if (asked === 'unchanged') return undefined;
    const taken = isUrl(text)
      ? await takeFromWeb(text, { ...taking, fetch: send, first: asked })
      : await takeFromFile(text, options.base, taking);
    for (const url of contexts.fetched) process.stderr.write(`fetched the JSON-LD context ${url}\n`);
    for (const remark of remarksOn(taken, text, config.base)) process.stderr.write(`${remark}\n`);
    return taken;
  } finally {
    progress.end();
  }
}

/** Nothing is written unless all of it was read, and nothing where it says what it said. */
export async function runImport(text: string, options: ImportOptions): Promise<void> {
  const config = readConfig();
  const folder = options.out ?? config.imports;
  if (isUrl(text)) parsePageUrl(text);
  const slug = checkSlug(options.name ?? slugOf(text, isUrl(text)));
  const file = importFile(folder, slug);
  const source = isUrl(text) ? text : (options.base ?? basename(text));
  const known = readKnown(folder, slug, source, options.name !== undefined);
  const taken = await take({ text, options, config }, known);
  const isSame = taken?.record.sha256 === known?.record.sha256 && taken?.record.source === known?.record.source;
  if (taken === undefined || isSame) {
    process.stdout.write(`${shown(file)}: unchanged since ${known?.record.fetched}\n`);
    return;
  }
  if (!options.dryRun) await writeWhole(file, writeImport(taken.record, taken.body));
  process.stdout.write(describeTaken(taken, file, options.dryRun === true));
}

/** One line each: its name, when it was taken, how much, and from where. */
export function runListImports(options: { readonly out?: string }): void {
  const folder = options.out ?? readConfig().imports;
  const lines = findImports(folder).map((slug) => describeImport(readImport(folder, slug)));
  process.stdout.write(lines.length === 0 ? `${shown(folder)}: holds no imports\n` : lines.join(''));
}

export function runRemoveImport(slug: string, options: { readonly out?: string }): void {
  const folder = options.out ?? readConfig().imports;
  const file = importFile(folder, checkSlug(slug));
  if (!existsSync(file))
    throw new Error(
      `${shown(folder)}: holds no import "${slug}"; there are: ${findImports(folder).join(', ') || 'none'}`,
    );
  rmSync(file);
  process.stdout.write(`${shown(file)}: removed; "migraph build" makes the graph without it\n`);
}
