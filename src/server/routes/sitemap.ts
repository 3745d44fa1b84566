/** `/sitemap.xml` and `/robots.txt`, for crawlers: the pages of all things, and who may fetch what. */
import { Router } from 'express';
import { latest, type Moment } from '../../export/moment.js';
import { type Dated, readDated } from '../../export/read-dated.js';
import { dcat, mig } from '../../vocabularies.js';
import { sitemapSize, writeSitemap, writeSitemapIndex } from '../feeds/sitemap-document.js';
import { HttpFault } from '../http-fault.js';
import { setLastModified } from '../last-modified.js';
import { localPath } from '../local-path.js';
import { ownAddress } from '../own-address.js';
import { sendText } from '../send.js';
import type { Services } from '../services.js';

/** What has a page that people would look for. */
const classes = [
  dcat.Dataset,
  dcat.Catalog,
  ...[mig.Agency, mig.AgencyUnit, mig.Publication, mig.Series, mig.Project, mig.Event],
  ...[mig.Country, mig.Region, mig.CountryGroup, mig.Note],
];

/** Paths of pages that are there whatever the graph holds. */
const fixed = ['/', '/ontology'];

/** The paths of what this server answers for, each once: a passage has no page but that of its note. */
async function readPages({ store, config, feeds }: Services): Promise<readonly Dated[]> {
  const things = await feeds.keep('pages', () => readDated(store, classes));
  return [
    ...fixed.map((iri) => ({ iri, modified: undefined })),
    ...things.flatMap(({ iri, modified }) => {
      const path = iri.includes('#') ? undefined : localPath(config.base, iri);
      return path?.startsWith('/') ? [{ iri: path, modified }] : [];
    }),
  ];
}

const newest = (pages: readonly Dated[]): Moment | undefined => latest(pages.map(({ modified }) => modified));

const at = (origin: string, pages: readonly Dated[]): Dated[] =>
  pages.map(({ iri, modified }) => ({ iri: origin + iri, modified }));

/** One sitemap where all fit in, else an index of several. */
function writeWhole(pages: readonly Dated[], origin: string): string {
  if (pages.length <= sitemapSize) return writeSitemap(at(origin, pages));
  const parts = Array.from({ length: Math.ceil(pages.length / sitemapSize) }, (_, n) => ({
    iri: `/sitemap-${n + 1}.xml`,
    modified: newest(pages.slice(n * sitemapSize, (n + 1) * sitemapSize)),
  }));
  return writeSitemapIndex(at(origin, parts));
}

export function sitemapRoutes(services: Services): Router {
  const { config, feeds } = services;
  return Router()
    .get('/sitemap.xml', async (request, response) => {
      const pages = await readPages(services);
      setLastModified(response, await feeds.modified(), config);
      await sendText(request, response, writeWhole(pages, ownAddress(request, config)), 'application/xml');
    })
    .get('/sitemap-:number.xml', async (request, response) => {
      const { number } = request.params as { number: string };
      const pages = await readPages(services);
      const start = /^[1-9]\d{0,5}$/.test(number) ? (Number(number) - 1) * sitemapSize : pages.length;
      const part = pages.slice(start, start + sitemapSize);
      if (part.length === 0 || pages.length <= sitemapSize) throw new HttpFault(404, 'there is no such sitemap');
      setLastModified(response, await feeds.modified(), config);
      await sendText(request, response, writeSitemap(at(ownAddress(request, config), part)), 'application/xml');
    })
    .get('/robots.txt', async (request, response) => {
      // A query costs time, and there is no end to them.
      const lines = ['User-agent: *', 'Disallow: /sparql', `Sitemap: ${ownAddress(request, config)}/sitemap.xml`];
      await sendText(request, response, `${lines.join('\n')}\n`, 'text/plain');
    });
}
