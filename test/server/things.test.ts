/** Things under their IRIs: what a document says, where else it is to be had, and what becomes of what has moved or is gone. */
import { join } from 'node:path';
import { expect } from 'chai';
import { packageRoot } from '../../src/config.js';
import { parseRdf } from '../../src/store/rdf/parse-rdf.js';
import { type Served, serve } from './serve.js';

const base = 'https://w3id.org/migraph/';
const file = join(packageRoot, 'test', 'fixtures', 'graphs', 'history.trig');

/** The links of a header or of a link set's text: `rel` → targets. */
function parseLinks(text: string): Map<string, string[]> {
  const links = new Map<string, string[]>();
  for (const [, href = '', relation = ''] of text.matchAll(/<([^>]+)>; rel="([^"]+)"/g))
    links.set(relation, [...(links.get(relation) ?? []), href]);
  return links;
}

describe('things', () => {
  let server: Served;
  before(async () => {
    server = await serve(file);
  });
  after(() => server.close());

  const get = (path: string, accept = '*/*', init: RequestInit = {}): Promise<Response> =>
    fetch(server.origin + path, { redirect: 'manual', ...init, headers: { accept } });
  const linksOf = async (path: string, accept?: string) =>
    parseLinks((await get(path, accept)).headers.get('link') ?? '');
  const lines = async (path: string): Promise<string[]> => (await (await get(path)).text()).trimEnd().split('\n');

  it('are described with their parts, their evidence, what leads to them, and what all that is called', async () => {
    const said = await lines('/dataset/tides.nt');
    for (const line of [
      `<${base}dataset/tides> <http://purl.org/dc/terms/title> "Tides"@en .`,
      `<${base}catalog> <http://www.w3.org/ns/dcat#dataset> <${base}dataset/tides> .`,
      `<${base}catalog> <http://purl.org/dc/terms/title> "Of tides"@en .`,
      `<${base}agency/%C3%B8ya> <http://xmlns.com/foaf/0.1/name> "Øya"@en .`,
      `<${base}dataset/tides#file> <http://www.w3.org/ns/dcat#downloadURL> <https://waves.example/tides.csv> .`,
      `<${base}claim/1> <http://www.w3.org/1999/02/22-rdf-syntax-ns#object> <${base}period/1990> .`,
      `<${base}note/tides#char=0,5;selector=quote> <http://www.w3.org/ns/oa#exact> "Tides" .`,
      `<${base}record/dataset/tides> <http://purl.org/dc/terms/modified> "2001-01-02T08:00:00Z"^^<http://www.w3.org/2001/XMLSchema#dateTime> .`,
    ])
      expect(said).to.include(line.replace('%C3%B8', 'ø'));
    expect(new Set(said).size).to.equal(said.length);
  });

  it('say the same in every format', async () => {
    const [expected, ...others] = await Promise.all(
      ['ttl turtle', 'nt ntriples', 'jsonld jsonld', 'rdf rdfxml', 'trig trig', 'nq nquads'].map(async (pair) => {
        const [extension, format] = pair.split(' ') as [string, string];
        return (await parseRdf(await (await get(`/dataset/tides.${extension}`)).text(), format, base)).length;
      }),
    );
    expect(expected).to.be.greaterThan(30);
    for (const other of others) expect(other).to.equal(expected);
  });

  it('say where the document that was chosen lies', async () => {
    expect((await get('/dataset/tides', 'text/turtle')).headers.get('content-location')).to.equal('/dataset/tides.ttl');
    expect((await get('/dataset/tides.ttl')).headers.get('content-location')).to.equal(null);
  });

  describe('signposts', () => {
    it('lead from the page to author, licence, content, catalogue and every document', async () => {
      const links = await linksOf('/dataset/tides', 'text/html');
      expect(links.get('cite-as')).to.deep.equal([`${base}dataset/tides`]);
      expect(links.get('type')).to.deep.equal(['https://schema.org/AboutPage', 'https://schema.org/Dataset']);
      expect(links.get('author')).to.deep.equal([`${base}agency/%C3%B8ya`]);
      expect(links.get('license')).to.deep.equal(['https://creativecommons.org/publicdomain/zero/1.0/']);
      expect(links.get('item')).to.deep.equal(['https://waves.example/tides.csv']);
      expect(links.get('collection')).to.deep.equal([`${base}catalog`]);
      for (const href of links.get('describedby') ?? []) expect((await fetch(href)).status, href).to.equal(200);
      expect(links.get('describedby')).to.have.length(6);
    });

    it('lead back from each document, and to the others', async () => {
      const links = await linksOf('/dataset/tides.ttl');
      expect(links.get('describes')).to.deep.equal([`${server.origin}/dataset/tides`]);
      expect(links.get('license'), 'of what is said here').to.deep.equal([
        'https://creativecommons.org/licenses/by/4.0/',
      ]);
      expect(links.get('alternate')).to.have.length(6).and.not.include(`${server.origin}/dataset/tides.ttl`);
    });

    it('stand all together in a link set, which both lead to', async () => {
      const [address] = (await linksOf('/dataset/tides', 'text/html')).get('linkset') ?? [];
      expect((await linksOf('/dataset/tides.nt')).get('linkset')).to.deep.equal([address]);
      const response = await fetch(address ?? '');
      expect(response.headers.get('content-type')).to.equal('application/linkset+json');
      const { linkset } = (await response.json()) as { linkset: Record<string, { href: string }[]>[] };
      expect(linkset.map(({ anchor }) => anchor)).to.include.members([
        `${server.origin}/dataset/tides`,
        `${server.origin}/dataset/tides.ttl`,
      ]);
      // Level 2: what the headers say, and no less.
      const inHeader = await linksOf('/dataset/tides', 'text/html');
      for (const [relation, targets] of inHeader)
        if (relation !== 'alternate')
          expect(
            (linkset[0]?.[relation] ?? []).map(({ href }) => href),
            relation,
          ).to.have.length(targets.length);
      const text = await (await get(new URL(address ?? '').pathname, 'application/linkset')).text();
      expect(text).to.include(`rel="cite-as"; anchor="${server.origin}/dataset/tides"`);
      expect(parseLinks(text).get('describes')).to.have.length(6);
    });

    it('are none of what is not there', async () => {
      expect((await get('/linkset/dataset/none')).status).to.equal(404);
      expect((await get('/linkset/dataset/tides', 'text/html')).status).to.equal(406);
    });
  });

  describe('that are not there any more', () => {
    it('lead to what stands in their place, in the same format', async () => {
      for (const [path, target] of [
        ['/dataset/old-tides', '/dataset/tides'],
        ['/dataset/old-tides.ttl', '/dataset/tides.ttl'],
        ['/dataset/old-tides.html', '/dataset/tides.html'],
      ] as const) {
        const response = await get(path);
        expect([response.status, response.headers.get('location')], path).to.deep.equal([301, target]);
      }
      expect((await fetch(`${server.origin}/dataset/old-tides.nt`)).status).to.equal(200);
    });
    it('are 410 where nothing does, and say since when; 404 is for what never was', async () => {
      for (const path of ['/dataset/waves', '/dataset/waves.ttl']) {
        const response = await get(path);
        expect(response.status, path).to.equal(410);
        expect(await response.text()).to.equal(`<${base}dataset/waves> was taken out of the graph on 2001-01-03\n`);
      }
      expect((await get('/dataset/none')).status).to.equal(404);
    });
  });

  it('that much leads to go on from page to page until all is said', async () => {
    const many = Array.from({ length: 2500 }, (_, n) => `<urn:s:${n}> <urn:p> <${base}dataset/tides> .`).join('\n');
    const other = await serve(file, { MIGRAPH_WRITE_TOKEN: 'a-token-of-a-length' });
    try {
      const headers = { authorization: 'Bearer a-token-of-a-length', 'content-type': 'application/n-triples' };
      await fetch(`${other.origin}/graphs?default`, { method: 'POST', headers, body: many });
      const found = new Set<string>();
      let pages = 0;
      for (let next: string | undefined = `${other.origin}/dataset/tides.nt`; next !== undefined; pages += 1) {
        const response: Response = await fetch(next);
        for (const [, line = ''] of (await response.text()).matchAll(/^(<urn:s:\d+>)/gm)) found.add(line);
        next = parseLinks(response.headers.get('link') ?? '').get('next')?.[0];
      }
      expect([pages, found.size]).to.deep.equal([3, 2500]);
      expect((await fetch(`${other.origin}/dataset/tides.nt?page=4`)).status).to.equal(404);
      expect((await fetch(`${other.origin}/dataset/tides.nt?page=0`)).status).to.equal(400);
    } finally {
      await other.close();
    }
  });

  it('are 304 where nothing has changed', async () => {
    const tag = (await get('/dataset/tides.ttl')).headers.get('etag') ?? '';
    const again = await fetch(`${server.origin}/dataset/tides.ttl`, { headers: { 'if-none-match': tag } });
    expect([again.status, await again.text()]).to.deep.equal([304, '']);
  });
});
