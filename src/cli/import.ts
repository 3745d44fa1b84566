/** `migraph import`: another catalogue becomes a part of every build; lists and removes what was taken. */
import { existsSync, rmSync } from 'node:fs';
import { basename, relative } from 'node:path';
import { type Config, readConfig } from '../config.js';
import { createIris } from '../iris.js';
import type { NamedNode } from '../rdf.js';
import { openPageFetch, parsePageUrl } from '../store/outside/fetch-page.js';
import { dcat, rdfTerms } from '../vocabularies.js';
import { writeWhole } from '../write-whole.js';
import { countOf } from './counts.js';
import { createContexts } from './import/contexts.js';
import { findImports, type Import, importFile, readImport, writeImport } from './import/import-file.js';
import { areUnchanged } from './import/read-pages.js';
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

const shown = (path: string): string => relative(process.cwd(), path) || '.';
const isUrl = (source: string): boolean => /^https?:\/\//i.test(source);
const megabyte = 1024 * 1024;

/** What is kept under the name; another's is replaced only by who names it. */
function readKnown(folder: string, slug: string, source: string, isNamed: boolean): Import | undefined {
  if (!existsSync(importFile(folder, slug))) return undefined;
  const known = readImport(folder, slug);
  if (known.record.source === source || isNamed) return known;
  throw new Error(
    `${shown(importFile(folder, slug))}:1: is the import of ${known.record.source}; --name calls this one otherwise`,
  );
}

/** "1,234 statements on 56 datasets of 1 catalogue". */
function countsOf({ quads }: Taken): string {
  const count = (type: NamedNode): number =>
    quads.filter(({ predicate, object }) => predicate.equals(rdfTerms.type) && object.equals(type)).length;
  const datasets = countOf(count(dcat.Dataset), 'dataset');
  return `${countOf(quads.length, 'statement')}, ${datasets} of ${countOf(count(dcat.Catalog), 'catalogue')}`;
}

/** What is worth a second look, though it is taken. */
function remarksOn({ quads, remarks }: Taken, text: string, base: string): string[] {
  const own = createIris(base).catalogue();
  return [
    ...remarks,
    ...(quads.some(({ object }) => object.equals(dcat.Dataset)) ? [] : [`${text}: describes no dcat:Dataset`]),
    ...(quads.some(({ subject }) => subject.equals(own))
      ? [`${text}: speaks of ${own.value}, which is our own catalogue: what it says stands beside what we say`]
      : []),
  ];
}

function describeTaken(taken: Taken, file: string, isDry: boolean): string {
  const { record } = taken;
  const pages = record.pages.length > 1 ? ` in ${countOf(record.pages.length, 'page')}` : '';
  const licence = record.licence === undefined ? 'it states no licence' : `licence ${record.licence}`;
  const then = isDry ? 'nothing is written: --dry-run' : '"migraph build" makes it part of the graph';
  return `${shown(file)}: ${countsOf(taken)}, from ${record.source}${pages}; ${licence}; ${then}\n`;
}

type Source = { readonly text: string; readonly options: ImportOptions; readonly config: Config };

/** Reads the source; undefined where the server says that it is what it was. */
async function take({ text, options, config }: Source, known: Import | undefined): Promise<Taken | undefined> {
  const limits = { maxPages: options.maxPages, maxBytes: options.maxMb * megabyte };
  const fetch = isUrl(text) ? await openPageFetch(text, { seconds: options.timeout }) : undefined;
  const contextFetch = options.contexts
    ? (fetch ?? (await openPageFetch('https://schema.org/', { seconds: options.timeout })))
    : undefined;
  const contexts = createContexts({ base: config.base, fetch: contextFetch });
  const progress = startProgress();
  const taking = {
    limits,
    reading: { loadContext: contexts.load },
    onPage: (name: string) => progress.step(`reading ${name}`),
  };
  try {
    progress.step(`asking ${text}`);
    const isSame = known?.record.source === text && fetch !== undefined;
    if (isSame && (await areUnchanged(known.record.pages, fetch, limits))) return undefined;
    const taken =
      fetch === undefined ? await takeFromFile(text, options.base, taking) : await takeFromWeb(text, fetch, taking);
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
  if (taken === undefined || taken.record.sha256 === known?.record.sha256) {
    process.stdout.write(`${shown(file)}: unchanged since ${known?.record.fetched}\n`);
    return;
  }
  if (!options.dryRun) await writeWhole(file, writeImport(taken.record, taken.body));
  process.stdout.write(describeTaken(taken, file, options.dryRun === true));
}

/** One line each: its name, when it was taken, how much, and from where. */
export function runListImports(options: { readonly out?: string }): void {
  const folder = options.out ?? readConfig().imports;
  const lines = findImports(folder).map((slug) => {
    const { source, fetched, statements, licence, pages } = readImport(folder, slug).record;
    const pageCount = pages.length > 1 ? `, ${countOf(pages.length, 'page')}` : '';
    return `${slug}  ${fetched}  ${countOf(statements, 'statement')}${pageCount}  ${licence ?? 'no licence stated'}  ${source}\n`;
  });
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
