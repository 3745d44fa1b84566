/** A catalogue over HTTP, page by page to its end: all of it, or an error. */
import { formats } from '../../formats.js';
import type { Quad } from '../../rdf.js';
import type { FetchedPage, FetchPage } from '../../store/outside/fetch-page.js';
import { createMint, renameBlankNodes } from '../../store/rdf/blank-nodes.js';
import type { RdfReading } from '../../store/rdf/parse-rdf.js';
import { findNextPage, isOfPaging } from './paging.js';
import { parsePage } from './parse-page.js';

/** A page as it is asked for, with what tells whether it is still the same. */
export interface PageState {
  readonly url: string;
  readonly etag?: string;
  readonly lastModified?: string;
}

export interface PageLimits {
  readonly maxPages: number;
  /** Of all pages together, unpacked. */
  readonly maxBytes: number;
}

export interface Harvest {
  /** Without what is said of pages alone. */
  readonly quads: readonly Quad[];
  readonly pages: readonly PageState[];
  /** What whoever imports should know. */
  readonly remarks: readonly string[];
}

/** JSON-LD last, for its contexts may have to be fetched. */
const accept = [
  ...formats
    .filter(({ id, carries }) => carries.includes('graph') && id !== 'jsonld')
    .map(({ mediaType }) => mediaType),
  'application/ld+json;q=0.8',
  '*/*;q=0.1',
].join(', ');

const stateOf = (url: string, { etag, lastModified }: FetchedPage): PageState => ({
  url,
  ...(etag === undefined ? {} : { etag }),
  ...(lastModified === undefined ? {} : { lastModified }),
});

const withoutFragment = (url: string): string => url.replace(/#.*$/, '');

/** How pages are read, wherever they come from. */
export interface Reading {
  readonly limits: PageLimits;
  readonly reading: RdfReading;
  /** Told of each before it is asked for. */
  onPage(name: string): void;
}

export interface Walk extends Reading {
  readonly fetch: FetchPage;
  /** The first page, where it has been fetched. */
  readonly first?: FetchedPage | undefined;
}

/**
 * Whether the pages that were read the last time are all still what they were. Where one is not, or one cannot tell, all are
 * to be read; the first one need not be fetched again where it came.
 */
export async function askAgain(
  pages: readonly PageState[],
  fetch: FetchPage,
  { maxBytes }: PageLimits,
): Promise<'unchanged' | FetchedPage | undefined> {
  if (pages.length === 0 || pages.some(({ etag, lastModified }) => (etag ?? lastModified) === undefined))
    return undefined;
  for (const [n, page] of pages.entries()) {
    const answer = await fetch({ ...page, accept, maxBytes });
    if (answer.status !== 304) return n === 0 ? answer : undefined;
  }
  return 'unchanged';
}

/** From the first page to the one without a next, or to one that leads back to a page that was read. */
export async function readPages(source: string, { fetch, first, limits, reading, onPage }: Walk): Promise<Harvest> {
  const mint = createMint();
  const harvest = { quads: [] as Quad[], pages: [] as PageState[], remarks: [] as string[] };
  const seen = new Set<string>();
  let left = limits.maxBytes;
  for (let url: string | undefined = withoutFragment(source); url !== undefined; ) {
    if (harvest.pages.length === limits.maxPages)
      throw new Error(`${url}: is one page more than the ${limits.maxPages} that --max-pages allows`);
    onPage(url);
    const known: FetchedPage | undefined = harvest.pages.length === 0 ? first : undefined;
    const page: FetchedPage = known ?? (await fetch({ url, accept, maxBytes: left }));
    left -= page.bytes.length;
    for (const address of [url, page.url]) seen.add(withoutFragment(address));
    harvest.pages.push(stateOf(url, page));
    const read: Quad[] = await parsePage({ ...page, name: url, baseIri: page.url }, reading);
    // Labels are of one page: the same one on another is another node.
    for (const quad of renameBlankNodes(read, mint)) if (!isOfPaging(quad)) harvest.quads.push(quad);
    const next: string | undefined = nextOf(read, page.url, url);
    const isRound = next !== undefined && seen.has(next);
    if (isRound) harvest.remarks.push(`${url}: leads back to ${next}, which was read: taken for the last page`);
    url = isRound ? undefined : next;
  }
  return harvest;
}

/** Throws an Error `name:1: reason`. */
function nextOf(quads: readonly Quad[], pageIri: string, name: string): string | undefined {
  try {
    const next = findNextPage(quads, pageIri);
    return next === undefined ? undefined : withoutFragment(next);
  } catch (error) {
    throw new Error(`${name}:1: ${error instanceof Error ? error.message : error}`, { cause: error });
  }
}
