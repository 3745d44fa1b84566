/** The Atom feed: what is new, changed and gone, in pages, with the same names each time. */
import { expect } from 'chai';
import type { Served } from '../serve.js';
import { expectValid } from './check-xml.js';
import { base, foreignCatalogue, moments, serveChronicle, serveText, writeChronicle } from './chronicle.js';

const entryIds = (feed: string): string[] =>
  [...feed.matchAll(/<entry>\s*<id>([^<]+)<\/id>/g)].map(([, id]) => id ?? '');
const linkOf = (feed: string, rel: string): string | undefined =>
  feed.match(`<link rel="${rel}" href="([^"]+)"`)?.[1]?.replaceAll('&amp;', '&');

describe('/catalog.atom', () => {
  let server: Served;
  before(async () => {
    server = await serveChronicle(230);
  });
  after(() => server.close());
  const get = (path: string, headers: Record<string, string> = {}) => fetch(server.origin + path, { headers });

  it('is valid Atom, the newest first, with tombstones for what is gone', async () => {
    const response = await get('/catalog.atom');
    expect(response.headers.get('content-type')).to.equal('application/atom+xml');
    const feed = await response.text();
    await expectValid(feed, 'atom.rng');
    expect(entryIds(feed)[0]).to.equal(`${base}dataset/d1`);
    expect(feed).to.include(`<id>${base}catalog.atom</id>`).and.to.include(`<updated>${moments[2]}</updated>`);
    expect(feed).to.include(
      `<at:deleted-entry ref="${base}dataset/older" when="${moments[2]}"><at:comment>Older register`,
    );
    expect(feed)
      .to.include('<at:comment>Old &lt;register&gt;</at:comment>')
      .and.to.include('<title>Register 1, new</title>');
    expect(feed).not.to.match(/candidate|agency\/|publication\//);
  });

  it('leads by its archives to every dataset there is, and ends', async () => {
    const seen = new Map<string, string>();
    let path: string | undefined = '/catalog.atom';
    let pages = 0;
    while (path !== undefined) {
      const feed: string = await (await get(path)).text();
      await expectValid(feed, 'atom.rng');
      expect(feed.includes('<fh:archive/>')).to.equal(pages > 0);
      if (pages > 0) expect(linkOf(feed, 'current')).to.equal(`${server.origin}/catalog.atom`);
      // What a newer page says of a thing holds.
      for (const id of entryIds(feed)) if (!seen.has(id)) seen.set(id, feed);
      for (const [, id] of feed.matchAll(/ref="([^"]+)"/g)) if (!seen.has(id ?? '')) seen.set(id ?? '', 'gone');
      path = linkOf(feed, 'prev-archive')?.slice(server.origin.length);
      pages += 1;
    }
    expect(pages).to.equal(3);
    const living = [...seen].filter(([, feed]) => feed !== 'gone').map(([id]) => id);
    expect(living.sort()).to.deep.equal(Array.from({ length: 230 }, (_, i) => `${base}dataset/d${i}`).sort());
  });

  it('is not sent again to who has it, by tag or by date; the same bytes each time', async () => {
    const first = await get('/catalog.atom?page=1');
    const tag = first.headers.get('etag') ?? '';
    const date = first.headers.get('last-modified') ?? '';
    expect(date).to.equal('Mon, 01 Mar 2021 08:00:00 GMT');
    expect(await (await get('/catalog.atom?page=1')).text()).to.equal(await first.text());
    expect((await get('/catalog.atom?page=1', { 'if-none-match': tag })).status).to.equal(304);
    expect((await get('/catalog.atom?page=1', { 'if-modified-since': date })).status).to.equal(304);
    const before = 'Sun, 28 Feb 2021 08:00:00 GMT';
    expect((await get('/catalog.atom?page=1', { 'if-modified-since': before })).status).to.equal(200);
    // A tag that differs counts more than a date (RFC 9110, section 13.1.3).
    const both = { 'if-none-match': '"other"', 'if-modified-since': date };
    expect((await get('/catalog.atom?page=1', both)).status).to.equal(200);
    expect((await get('/catalog.atom', { 'if-modified-since': 'yesterday' })).status).to.equal(200);
  });

  it('says in a line what is wrong', async () => {
    for (const [path, status] of [
      ['/catalog.atom?page=0', 400],
      ['/catalog.atom?page=x', 400],
      ['/catalog.atom?page=1&page=2', 400],
      ['/catalog.atom?page=99', 404],
    ] as const) {
      const response = await get(path);
      expect(response.status, path).to.equal(status);
      expect(await response.text()).to.match(/^[^\n]+\n$/);
    }
    expect((await fetch(`${server.origin}/catalog.atom`, { method: 'POST' })).status).to.equal(405);
  });
});

describe('/catalog.atom over a graph without a history', () => {
  it('tells by the dates of the things themselves', async () => {
    const server = await serveText(foreignCatalogue, 'ttl');
    const feed = await (await fetch(`${server.origin}/catalog.atom`)).text();
    await server.close();
    await expectValid(feed, 'atom.rng');
    expect(entryIds(feed)).to.deep.equal(['https://other.example/d/1']);
    expect(feed).to.include('<updated>2020-06-02T08:00:00Z</updated>').and.to.include('<title>Their catalogue</title>');
  });
  it('is not there where nobody gives a date', async () => {
    const server = await serveText(writeChronicle(3, false), 'trig');
    const response = await fetch(`${server.origin}/catalog.atom`);
    expect([response.status, await response.text()]).to.deep.equal([
      404,
      'this graph gives no dates, so that there is no news of it\n',
    ]);
    await server.close();
  });
  it('tells no date that what is written since would make a lie', async () => {
    const server = await serveChronicle(3, { MIGRAPH_WRITE_TOKEN: '0123456789abcdef' });
    const response = await fetch(`${server.origin}/catalog.atom`);
    expect([response.status, response.headers.get('last-modified')]).to.deep.equal([200, null]);
    await server.close();
  });
});
