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

/** Whether the pages that were read the last time are all still what they were; false where one cannot tell. */
export async function areUnchanged(
  pages: readonly PageState[],
  fetch: FetchPage,
  limits: PageLimits,
): Promise<boolean> {
  if (pages.length === 0 || pages.some(({ etag, lastModified }) => (etag ?? lastModified) === undefined)) return false;
  for (const page of pages) {
    const { status } = await fetch({ ...page, accept, maxBytes: limits.maxBytes });
    if (status !== 304) return false;
  }
  return true;
}

/** From the first page to the one without a next, or to one that leads back to a page that was read. */
export async function readPages(
  source: string,
  {
    fetch,
    limits,
    reading,
    onPage,
  }: { fetch: FetchPage; limits: PageLimits; reading: RdfReading; onPage(url: string): void },
): Promise<Harvest> {
  const mint = createMint();
  const quads: Quad[] = [];
  const pages: PageState[] = [];
  const remarks: string[] = [];
  const seen = new Set<string>();
  let left = limits.maxBytes;
  for (let url: string | undefined = withoutFragment(source); url !== undefined; ) {
    if (pages.length === limits.maxPages)
      throw new Error(`${url}: is one page more than the ${limits.maxPages} that --max-pages allows`);
    onPage(url);
    const page: FetchedPage = await fetch({ url, accept, maxBytes: left });
    left -= page.bytes.length;
    for (const address of [url, page.url]) seen.add(withoutFragment(address));
    pages.push(stateOf(url, page));
    const { bytes, contentType } = page;
    const read: Quad[] = await parsePage({ name: url, baseIri: page.url, contentType, bytes }, reading);
    // Labels are of one page: the same one on another is another node.
    for (const quad of renameBlankNodes(read, mint)) if (!isOfPaging(quad)) quads.push(quad);
    const next: string | undefined = nextOf(read, page.url, url);
    if (next !== undefined && seen.has(next))
      remarks.push(`${url}: leads back to ${next}, which was read: taken for the last page`);
    url = next !== undefined && seen.has(next) ? undefined : next;
  }
  return { quads, pages, remarks };
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
