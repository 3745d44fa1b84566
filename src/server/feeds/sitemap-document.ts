/** Sitemaps (sitemaps.org, protocol 0.9): the addresses of all pages, with the time they were changed. */
import type { Moment } from '../../export/moment.js';
import type { Dated } from '../../export/read-dated.js';
import type { Html } from '../html.js';
import { xml, xmlDocument } from '../xml.js';

/** Addresses in one sitemap; the protocol allows 50,000, and a fifth of that is written in a moment. */
export const sitemapSize = 10_000;

const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';

const lastModified = (moment: Moment | undefined): Html =>
  moment === undefined ? xml`` : xml`<lastmod>${moment}</lastmod>`;

/** `iri`: the address of a page. */
export const writeSitemap = (pages: readonly Dated[]): string =>
  xmlDocument(
    xml`<urlset xmlns="${namespace}">
${pages.map(({ iri, modified }) => xml`<url><loc>${iri}</loc>${lastModified(modified)}</url>\n`)}</urlset>`,
  );

/** `iri`: the address of a sitemap. */
export const writeSitemapIndex = (sitemaps: readonly Dated[]): string =>
  xmlDocument(
    xml`<sitemapindex xmlns="${namespace}">
${sitemaps.map(({ iri, modified }) => xml`<sitemap><loc>${iri}</loc>${lastModified(modified)}</sitemap>\n`)}</sitemapindex>`,
  );
