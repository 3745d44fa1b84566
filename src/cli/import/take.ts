/** Takes another catalogue, over HTTP or from a file: all of it, its blank nodes named for good, or an error. */
import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { rdf } from '../../rdf.js';
import { type FetchPage, unpackFile } from '../../store/outside/fetch-page.js';
import { nameCanonically } from '../../store/rdf/canonical-nodes.js';
import type { RdfReading } from '../../store/rdf/parse-rdf.js';
import { findStatedLicence } from '../../triples/import.js';
import { type ImportRecord, toBody } from './import-file.js';
import { findNextPage, isOfPaging } from './paging.js';
import { parsePage } from './parse-page.js';
import { type Harvest, type PageLimits, readPages } from './read-pages.js';

export interface Taken {
  readonly record: ImportRecord;
  readonly body: string;
  readonly quads: Harvest['quads'];
  readonly remarks: readonly string[];
}

export interface Taking {
  readonly limits: PageLimits;
  readonly reading: RdfReading;
  readonly onPage: (name: string) => void;
}

/** A file is one page; `base` is the address that it was had from. */
export async function readPageFile(
  file: string,
  base: string | undefined,
  { limits, reading, onPage }: Taking,
): Promise<Harvest> {
  onPage(file);
  const packed = await readFile(file);
  let bytes: Uint8Array;
  try {
    bytes = unpackFile(packed, limits.maxBytes);
    if (bytes.length > limits.maxBytes)
      throw new Error(`is longer than the ${limits.maxBytes} bytes that --max-mb allows`);
  } catch (error) {
    throw new Error(`${file}:1: ${error instanceof Error ? error.message : error}`, { cause: error });
  }
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

export const takeFromWeb = async (url: string, fetch: FetchPage, taking: Taking): Promise<Taken> =>
  finish(url, await readPages(url, { ...taking, fetch }));

export const takeFromFile = async (file: string, base: string | undefined, taking: Taking): Promise<Taken> =>
  finish(base ?? basename(file), await readPageFile(file, base, taking));
