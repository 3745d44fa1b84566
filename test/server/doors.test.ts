/** All other doors: catalogue, ontology, notes, entities, pages. */
import { expect } from 'chai';
import { parseRdf } from '../../src/store/rdf/parse-rdf.js';
import { type Served, serve, serveByPool, untilCounted } from './serve.js';

const base = 'https://w3id.org/migraph/';
const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

describe('the doors', () => testDoors(serve));
describe('the doors, over query processes', () => testDoors(serveByPool));

function testDoors(open: () => Promise<Served>): void {
  let server: Served;
  before(async () => {
    server = await open();
  });
  after(() => server.close());

  const get = (path: string, accept?: string): Promise<Response> =>
    fetch(server.origin + path, accept === undefined ? {} : { headers: { accept } });
  const typeOf = (response: Response) => response.headers.get('content-type')?.split(';')[0];
  const quadsOf = async (path: string, format: string) => parseRdf(await (await get(path)).text(), format, base);

  it('/healthz', async () => {
    expect(await (await get('/healthz')).json()).to.deep.equal({ status: 'ok' });
  });

  describe('/catalog', () => {
    it('is JSON-LD, unless another format is asked for', async () => {
      expect(typeOf(await get('/catalog'))).to.equal('application/ld+json');
      expect(typeOf(await get('/catalog', 'text/turtle'))).to.equal('text/turtle');
      expect(typeOf(await get('/catalog?format=nt'))).to.equal('application/n-triples');
      expect(typeOf(await get('/catalog.rdf'))).to.equal('application/rdf+xml');
      expect(typeOf(await get('/catalog', browser))).to.equal('text/html');
      expect((await get('/catalog', 'image/png')).status).to.equal(406);
      expect((await get('/catalog.zip')).status).to.equal(406);
    });
    it('says the same in every format', async () => {
      const [jsonld, turtle] = [await quadsOf('/catalog.jsonld', 'jsonld'), await quadsOf('/catalog.ttl', 'turtle')];
      expect(jsonld.length).to.equal(turtle.length).and.to.be.greaterThan(20);
    });
    it('holds the datasets, who holds them, what they cover and where it stands; no candidate', async () => {
      const turtle = await (await get('/catalog.nt')).text();
      for (const line of [
        `<${base}catalog> <http://www.w3.org/ns/dcat#dataset> <${base}dataset/pier-counts> .`,
        `<${base}agency/harbour-office-arrivals> <http://www.w3.org/ns/org#unitOf> <${base}agency/harbour-office> .`,
        `<${base}agency/harbour-office> <http://xmlns.com/foaf/0.1/name> "Harbour Office"@en .`,
        `<${base}period/1975-1984> <https://w3id.org/migraph/ontology#startYear> "1975"^^<http://www.w3.org/2001/XMLSchema#integer> .`,
        `<${base}country/NLD> <http://purl.org/dc/terms/identifier> "NLD" .`,
        `<${base}claim/1> <http://www.w3.org/ns/prov#wasQuotedFrom> <${base}note/harbours#char=0,47> .`,
        `<${base}note/harbours#char=0,47;selector=quote> <http://www.w3.org/ns/oa#exact> "The Harbour Office keeps the Arrivals Register." .`,
      ])
        expect(turtle).to.include(`${line}\n`);
      expect(turtle).to.not.include('candidate');
    });
    it('says the same again', async () => {
      await untilCounted(server.origin);
      for (const path of ['/catalog', '/sparql', '/country/NLD.ttl']) {
        const texts = [await (await get(path)).text(), await (await get(path)).text()];
        expect(texts[1], path).to.equal(texts[0]);
      }
    });
    it('is not sent twice', async () => {
      const tag = (await get('/catalog')).headers.get('etag') ?? '';
      expect((await fetch(`${server.origin}/catalog`, { headers: { 'if-none-match': tag } })).status).to.equal(304);
    });
    it('knows its profiles', async () => {
      expect((await get('/catalog?profile=dcat')).status).to.equal(200);
      expect((await get(`/catalog?profile=${encodeURIComponent('http://www.w3.org/ns/dcat#')}`)).status).to.equal(200);
      expect((await get('/catalog?profile=none')).status).to.equal(406);
    });
  });

  it('/ontology and its context', async () => {
    expect(await quadsOf('/ontology', 'turtle')).to.have.length((await quadsOf('/ontology.jsonld', 'jsonld')).length);
    const context = await get('/ontology/context.jsonld');
    expect(typeOf(context)).to.equal('application/ld+json');
    expect(await context.json()).to.have.property('@context');
  });

  describe('/note/…', () => {
    const text = 'The Harbour Office keeps the Arrivals Register.\nIt covers 1975–1984 & <Øya>.\n';
    it('is the text, byte for byte', async () => {
      for (const path of ['/note/harbours', '/note/harbours.txt']) {
        const response = await get(path);
        expect(response.headers.get('content-type')).to.equal('text/plain; charset=utf-8');
        expect(Buffer.from(await response.arrayBuffer()).equals(Buffer.from(text))).to.equal(true);
      }
    });
    it('is described with its passages where RDF is asked for', async () => {
      const quads = await quadsOf('/note/harbours.ttl', 'turtle');
      expect(quads.map((q) => q.subject.value)).to.include(`${base}note/harbours#char=0,47;selector=quote`);
      expect(typeOf(await get('/note/harbours', browser))).to.equal('text/html');
    });
    it('404 for another', async () => {
      for (const path of ['/note/none', '/note/none.txt', '/note/none.ttl'])
        expect((await get(path)).status, path).to.equal(404);
    });
  });

  describe('things', () => {
    it('are answered for by their path, by Accept and by extension', async () => {
      for (const [extension, type, format] of [
        ['ttl', 'text/turtle', 'turtle'],
        ['jsonld', 'application/ld+json', 'jsonld'],
        ['nt', 'application/n-triples', 'ntriples'],
        ['rdf', 'application/rdf+xml', 'rdfxml'],
      ] as const) {
        const path = `/dataset/arrivals-register.${extension}`;
        expect(typeOf(await get(path))).to.equal(type);
        expect(typeOf(await get('/dataset/arrivals-register', type))).to.equal(type);
        expect(await quadsOf(path, format)).to.have.length(35);
      }
    });
    it('shows the English name of what a thing leads to, and the sentence each statement stands in', async () => {
      const page = await (await get('/dataset/arrivals-register', browser)).text();
      expect(page).to.include('>Netherlands</a>').and.not.include('Niederlande');
      expect(page).to.include(
        '<blockquote cite="https://w3id.org/migraph/note/harbours#char=0,47" lang="en">The Harbour Office keeps',
      );
      expect(page)
        .to.include('The sentence · owner by the heading above')
        .and.include('href="/note/harbours#char=0,47"');
    });
    it('have a page that leads on, escaped, without a link that runs a script', async () => {
      const page = await (await get('/dataset/arrivals-register', browser)).text();
      expect(page).to.include('<h1>Arrivals &quot;Register&quot; &lt;b&gt;</h1>');
      expect(page).to.include('<a href="/agency/harbour-office-arrivals">Arrivals Section</a>');
      expect(page).to.include('<a href="/claim/1">').and.not.include('href="javascript:');
    });
    it('404 for what the graph does not know, and for what is only under review', async () => {
      for (const path of ['/dataset/none', '/dataset/candidate', '/dataset/%3Cx%3E', '/dataset/none.ttl', '/a/b/c'])
        for (const accept of ['*/*', browser]) expect((await get(path, accept)).status, path).to.equal(404);
    });
    it('400 for a path that is none', async () => {
      expect((await get('/dataset/%zz')).status).to.equal(400);
    });
  });

  describe('/', () => {
    it('says what the graph holds, and every link on it works', async () => {
      const page = await (await get('/', browser)).text();
      expect(page).to.include('<b>2</b> datasets').and.include('<select id="place"').and.not.include('<script');
      const links = [...page.matchAll(/href="([^"]+)"/g)].map(([, link = '']) =>
        link.replaceAll('&amp;', '&').replaceAll('&#39;', "'"),
      );
      expect(links.length).to.be.greaterThan(8);
      for (const link of new Set(links)) expect((await get(link, browser)).status, link).to.equal(200);
    });
    it('has headers that let no script run and no type be guessed', async () => {
      const { headers } = await get('/');
      expect(headers.get('content-security-policy')).to.include("default-src 'none'").and.not.include('unsafe-inline');
      expect(headers.get('x-content-type-options')).to.equal('nosniff');
      expect(headers.get('x-dns-prefetch-control')).to.equal('off');
      expect(headers.get('x-powered-by')).to.equal(null);
    });
  });

  it('only reads: other methods are 405 with Allow', async () => {
    const response = await fetch(`${server.origin}/catalog`, { method: 'DELETE' });
    expect([response.status, response.headers.get('allow')]).to.deep.equal([405, 'GET, HEAD, OPTIONS']);
  });
}
