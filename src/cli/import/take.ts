/** Takes another catalogue, over HTTP or from a file: all of it, its blank nodes named for good, or an error. */
import { readFileSync, statSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { rdf } from '../../rdf.js';
import { unpackFile } from '../../store/outside/fetch-page.js';
import { nameCanonically } from '../../store/rdf/canonical-nodes.js';
import { findStatedLicence } from '../../triples/import.js';
import { type ImportRecord, toBody } from './import-file.js';
import { findNextPage, isOfPaging } from './paging.js';
import { parsePage } from './parse-page.js';
import { type Harvest, type Reading, readPages, type Walk } from './read-pages.js';

export interface Taken {
  readonly record: ImportRecord;
  readonly body: string;
  readonly quads: Harvest['quads'];
  readonly remarks: readonly string[];
}

/** Throws an Error `file:1: reason`. */
function readBytes(file: string, maxBytes: number): Uint8Array {
  const fail = (reason: string, cause?: unknown): never => {
    throw new Error(`${file}:1: ${reason}`, { cause });
  };
  const stat = statSync(file, { throwIfNoEntry: false });
  if (stat === undefined) return fail('no such file');
  if (!stat.isFile()) return fail('is not a regular file');
  if (stat.size > maxBytes) return fail(`is longer than the ${maxBytes} bytes that --max-mb allows`);
  try {
    return unpackFile(readFileSync(file), maxBytes);
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error), error);
  }
}

/** A file is one page; `base` is the address that it was had from. */
export async function readPageFile(
  file: string,
  base: string | undefined,
  { limits, reading, onPage }: Reading,
): Promise<Harvest> {
  onPage(file);
  const bytes = readBytes(file, limits.maxBytes);
  const contentType = extname(file.replace(/\.gz$/i, '')).slice(1);
  const quads = await parsePage({ name: file, baseIri: base, contentType, bytes }, reading);
  const next = findNextPage(quads, base ?? '');
  const remarks =
    next === undefined ? [] : [`${file}: is one page of several: the next one, ${next}, is not looked for from a file`];
  return { quads: quads.filter((quad) => !isOfPaging(quad)), pages: [], remarks };
}

/** Of whatever was read. */
async function finish(source: string, { quads: read, pages, remarks }: Harvest): Promise<Taken> {
  const quads = await nameCanonically(
    read.map(({ subject, predicate, object }) => rdf.quad(subject, predicate, object)),
  ).catch((error: unknown) => {
    throw new Error(`${source}:1: ${error instanceof Error ? error.message : error}`, { cause: error });
  });
  if (quads.length === 0) throw new Error(`${source}:1: says nothing but which pages there are`);
  const licence = findStatedLicence(quads);
  const { body, sha256 } = toBody(quads);
  const fetched = new Date().toISOString();
  const record = {
    source,
    fetched,
    statements: quads.length,
    ...(licence === undefined ? {} : { licence }),
    sha256,
    pages,
  };
  return { record, body, quads, remarks };
}

export const takeFromWeb = async (url: string, walk: Walk): Promise<Taken> => finish(url, await readPages(url, walk));

export const takeFromFile = async (file: string, base: string | undefined, reading: Reading): Promise<Taken> =>
  finish(base ?? basename(file), await readPageFile(file, base, reading));
