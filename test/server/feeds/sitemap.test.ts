/** Sitemaps by the rules of sitemaps.org, and robots.txt, which names them. */
import { expect } from 'chai';
import { sitemapSize } from '../../../src/server/feeds/sitemap-document.js';
import { expectValid, findFaults } from './check-xml.js';
import { foreignCatalogue, moments, serveChronicle, serveText } from './chronicle.js';

const addressesIn = (text: string): string[] => [...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => url ?? '');

describe('/sitemap.xml', () => {
  it('names pages that are there, each once, with the time of its last change', async () => {
    const server = await serveChronicle(4);
    const response = await fetch(`${server.origin}/sitemap.xml`);
    expect(response.headers.get('content-type')).to.equal('application/xml');
    expect(response.headers.get('last-modified')).to.equal(new Date(moments[2]).toUTCString());
    const text = await response.text();
    await expectValid(text, 'sitemap.xsd');
    const addresses = addressesIn(text);
    expect(new Set(addresses).size).to.equal(addresses.length);
    for (const address of addresses) expect((await fetch(address)).status, address).to.equal(200);
    expect(text).to.include(`<loc>${server.origin}/dataset/d1</loc><lastmod>${moments[2]}</lastmod>`);
    expect(text)
      .to.include(`${server.origin}/agency/%C3%B8ya`)
      .and.not.to.match(/candidate|dataset\/old/);
    const tag = response.headers.get('etag') ?? '';
    expect((await fetch(`${server.origin}/sitemap.xml`, { headers: { 'if-none-match': tag } })).status).to.equal(304);
    expect((await fetch(`${server.origin}/sitemap-1.xml`)).status).to.equal(404);
    await server.close();
  });

  it('is an index where there is too much for one', async () => {
    const things = Array.from({ length: sitemapSize + 5 }, (_, i) => `<d${i}> a <http://www.w3.org/ns/dcat#Dataset> .`);
    const server = await serveText(`@base <https://w3id.org/migraph/dataset/> .\n${things.join('\n')}`, 'ttl');
    const index = await (await fetch(`${server.origin}/sitemap.xml`)).text();
    await expectValid(index, 'sitemap.xsd');
    const parts = addressesIn(index);
    expect(parts).to.have.length(2);
    const found: string[] = [];
    for (const part of parts) {
      const text = await (await fetch(part)).text();
      await expectValid(text, 'sitemap.xsd');
      found.push(...addressesIn(text));
    }
    expect(new Set(found).size)
      .to.equal(found.length)
      .and.to.equal(things.length + 2);
    expect((await fetch(`${server.origin}/sitemap-3.xml`)).status).to.equal(404);
    await server.close();
  });

  it('names nothing that is answered for elsewhere', async () => {
    const server = await serveText(foreignCatalogue, 'ttl');
    const text = await (await fetch(`${server.origin}/sitemap.xml`)).text();
    expect(addressesIn(text)).to.deep.equal([`${server.origin}/`, `${server.origin}/ontology`]);
    await server.close();
  });

  it('is held to rules that can be broken', async () => {
    const wrong = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>/a</loc></url></urlset>';
    expect(await findFaults(wrong, 'sitemap.xsd')).to.not.deep.equal([]);
  });
});

describe('/robots.txt', () => {
  it('leads to the sitemap', async () => {
    const server = await serveChronicle(1);
    const text = await (await fetch(`${server.origin}/robots.txt`)).text();
    expect(text).to.equal(`User-agent: *\nDisallow: /sparql\nSitemap: ${server.origin}/sitemap.xml\n`);
    await server.close();
  });
});
