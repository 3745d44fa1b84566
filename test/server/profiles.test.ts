/** Profiles over HTTP: how they are asked for, of what they are, and what an answer says of itself. */
import { join } from 'node:path';
import { expect } from 'chai';
import { packageRoot } from '../../src/config.js';
import { profiles } from '../../src/export/profiles.js';
import type { Quad } from '../../src/rdf.js';
import { parseRdf } from '../../src/store/rdf/parse-rdf.js';
import { dcat, prof, rdfTerms, schema } from '../../src/vocabularies.js';
import { type Served, serve, serveByPool } from './serve.js';

const base = 'https://w3id.org/migraph/';
const dcatAp = 'http://data.europa.eu/r5r/';

describe('profiles', () => testProfiles(serve));
describe('profiles, over query processes', () => testProfiles(serveByPool));

function testProfiles(open: () => Promise<Served>): void {
  let server: Served;
  before(async () => {
    server = await open();
  });
  after(() => server.close());

  const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(server.origin + path, { headers });
  const quadsOf = async (path: string): Promise<Quad[]> =>
    parseRdf(await (await get(path, { accept: 'application/n-triples' })).text(), 'ntriples', base);
  const ofType = (quads: readonly Quad[], type: Quad['object']): string[] =>
    quads.filter((q) => q.predicate.equals(rdfTerms.type) && q.object.equals(type)).map((q) => q.subject.value);
  const profileOf = (response: Response) => response.headers.get('content-profile');

  it('are asked for by the URL, by Accept-Profile and by Accept, by their name or IRI', async () => {
    const accept = `application/ld+json;profile="http://www.w3.org/ns/json-ld#compacted ${dcatAp}"`;
    for (const [path, headers] of [
      ['/catalog?profile=dcat-ap', {}],
      [`/catalog?profile=${encodeURIComponent(dcatAp)}`, {}],
      ['/catalog', { 'accept-profile': `<http://e/none>, <${dcatAp}>;q=0.9, <http://www.w3.org/ns/dcat#>;q=0.3` }],
      ['/catalog', { accept }],
      ['/catalog.ttl?profile=dcat-ap', {}],
    ] as const) {
      const response = await get(path, headers);
      expect(response.status, path).to.equal(200);
      expect(profileOf(response), path).to.equal(`<${dcatAp}>`);
      expect(response.headers.get('link')).to.include(`<${dcatAp}>; rel="profile"`);
      expect(response.headers.get('vary')).to.include('Accept-Profile');
    }
    expect(profileOf(await get('/catalog'))).to.equal('<http://www.w3.org/ns/dcat#>');
  });

  it('are asked for from pages of other origins too', async () => {
    const asked = await fetch(`${server.origin}/catalog`, {
      method: 'OPTIONS',
      headers: { origin: 'https://elsewhere.example', 'access-control-request-method': 'GET' },
    });
    expect(asked.headers.get('access-control-allow-headers')).to.include('Accept-Profile');
    expect((await get('/catalog')).headers.get('access-control-expose-headers')).to.include('Content-Profile');
  });

  it('that there are not are 406, and so are formats that none has; those that there are are named', async () => {
    for (const [path, headers] of [
      ['/catalog?profile=none', {}],
      ['/catalog', { 'accept-profile': '<http://e/none>' }],
      ['/dataset/arrivals-register?profile=none', {}],
    ] as const) {
      const response = await get(path, headers);
      expect(response.status, path).to.equal(406);
      expect(await response.text()).to.include('dcat-ap');
    }
    for (const format of ['html', 'csv', 'zip'])
      expect((await get(`/catalog?profile=dcat-ap&format=${format}`)).status, format).to.equal(406);
  });

  it('have other bytes and other tags, are not sent twice, and HEAD tells of them', async () => {
    const [one, other] = [await get('/catalog.nt?profile=dcat'), await get('/catalog.nt?profile=dcat-ap')];
    const tag = other.headers.get('etag') ?? '';
    expect(one.headers.get('etag')).not.to.equal(tag);
    expect((await get('/catalog.nt?profile=dcat-ap', { 'if-none-match': tag })).status).to.equal(304);
    const head = await fetch(`${server.origin}/catalog.nt?profile=dcat-ap`, { method: 'HEAD' });
    expect([head.status, profileOf(head), head.headers.get('etag')]).to.deep.equal([200, `<${dcatAp}>`, tag]);
  });

  it('are of one dataset by itself, without the catalogue', async () => {
    for (const profile of ['dcat', 'dcat-ap', 'statdcat-ap', 'schema-org']) {
      const quads = await quadsOf(`/dataset/arrivals-register?profile=${profile}`);
      const type = profile === 'schema-org' ? schema.Dataset : dcat.Dataset;
      expect(ofType(quads, type), profile).to.deep.equal([`${base}dataset/arrivals-register`]);
      expect(ofType(quads, dcat.Catalog), profile).to.deep.equal([]);
      expect(quads.map((q) => q.subject.value)).to.include(`${base}agency/harbour-office-arrivals`);
    }
  });

  it('are of the datasets of one agency and of its units', async () => {
    for (const agency of ['harbour-office', encodeURIComponent(`${base}agency/harbour-office`)])
      for (const profile of ['dcat', 'dcat-ap']) {
        const quads = await quadsOf(`/catalog?agency=${agency}&profile=${profile}`);
        expect(ofType(quads, dcat.Dataset)).to.deep.equal([`${base}dataset/arrivals-register`]);
        expect(quads.filter((q) => q.predicate.equals(dcat.dataset))).to.have.length(1);
      }
    expect((await get('/catalog?agency=nobody')).status).to.equal(404);
    expect((await get('/catalog?agency=:%3E%3C')).status).to.equal(400);
  });

  it('are in the pages of datasets and of the catalogue, as a block of data that no text can end', async () => {
    const blockOf = async (path: string): Promise<string> => {
      const page = await (await get(path, { accept: 'text/html' })).text();
      const [, block = '', ...more] = page.split(/<script type="application\/ld\+json">|<\/script>/);
      expect(more, path).to.have.length(1);
      expect(page.match(/<script/g), path).to.have.length(1);
      return block;
    };
    const block = await blockOf('/dataset/arrivals-register');
    expect(block).not.to.include('<');
    const quads = await parseRdf(block, 'jsonld', base);
    const names = quads.filter((q) => q.predicate.value === 'https://schema.org/name').map((q) => q.object.value);
    expect(names).to.include('Arrivals "Register" <b>').and.include('Harbour Office').and.not.include('Pier counts');
    expect(await blockOf('/catalog'))
      .to.include('"An invented catalogue"')
      .and.not.include('Pier counts');
    expect(await (await get('/agency/harbour-office', { accept: 'text/html' })).text()).not.to.include('<script');
  });

  it('of the graph as a whole: VoID, where it is looked for', async () => {
    const away = await fetch(`${server.origin}/.well-known/void?format=nt`, { redirect: 'manual' });
    expect([away.status, away.headers.get('location')]).to.deep.equal([303, '/void?format=nt']);
    for (const path of ['/void', '/void.ttl', '/.well-known/void', '/catalog?profile=void']) {
      const response = await get(path, { accept: 'text/turtle' });
      expect([response.status, profileOf(response)], path).to.deep.equal([200, '<http://rdfs.org/ns/void#>']);
      expect(await response.text(), path).to.include('void:triples');
    }
    expect((await get('/void.html')).headers.get('content-type')).to.equal('text/html; charset=utf-8');
    expect((await get('/void.zip')).status).to.equal(406);
    expect((await get('/catalog?profile=void&agency=harbour-office')).status).to.equal(406);
    expect((await get('/dataset/pier-counts?profile=void')).status).to.equal(406);
    const description = await (await get('/sparql', { accept: 'text/turtle' })).text();
    expect(description).to.include(`<${base}void>`).and.include(`<${base}dump/#graph>`);
  });

  it('as JSON: DataCite, of what is stated, with a list of what is not', async () => {
    const response = await get('/catalog?profile=datacite');
    expect(response.headers.get('content-type')).to.equal('application/vnd.datacite.datacite+json');
    const { data, leftOut } = (await response.json()) as { data: Record<string, unknown>[]; leftOut: unknown[] };
    expect(data).to.have.length(1);
    expect(data[0]).to.deep.include({
      id: `${base}dataset/arrivals-register`,
      types: { resourceTypeGeneral: 'Dataset', resourceType: 'Dataset' },
      titles: [{ title: 'Arrivals "Register" <b>', lang: 'en' }],
      creators: [{ name: 'Arrivals Section', nameType: 'Organizational' }],
      publisher: { name: 'Arrivals Section' },
      publicationYear: 1975,
      geoLocations: [{ geoLocationPlace: 'Netherlands' }],
    });
    expect(data[0]?.['dates']).to.deep.include({ date: '1975/1984', dateType: 'Coverage' });
    expect(leftOut).to.deep.equal([
      {
        id: `${base}dataset/pier-counts`,
        title: 'Pier counts',
        notStated: ['creators', 'publisher', 'publicationYear'],
      },
    ]);
    const one = (await (await get('/dataset/arrivals-register?profile=datacite&format=json')).json()) as {
      data: unknown;
    };
    expect(one.data).to.deep.equal(data);
    for (const wrong of ['/catalog.ttl?profile=datacite', '/catalog?profile=datacite&format=jsonld'])
      expect((await get(wrong)).status, wrong).to.equal(406);
    expect((await get('/catalog?profile=datacite', { accept: 'text/turtle' })).status).to.equal(406);
    const tag = response.headers.get('etag') ?? '';
    expect((await get('/catalog?profile=datacite', { 'if-none-match': tag })).status).to.equal(304);
  });

  it('are listed, each with the query that makes it and the shapes that it keeps', async () => {
    const described = await parseRdf(await (await get('/profiles.nt')).text(), 'ntriples', base);
    const tokens = described.filter((q) => q.predicate.equals(prof.hasToken));
    expect(tokens.map((q) => q.object.value)).to.have.members(profiles.map(({ id }) => id));
    expect(tokens.map((q) => q.subject.value)).to.have.members(profiles.map(({ iri }) => iri));
    for (const { object } of described.filter((q) => q.predicate.equals(prof.hasArtifact))) {
      const response = await get(object.value.slice(base.length - 1));
      expect(response.status, object.value).to.equal(200);
      expect((await response.text()).length).to.be.greaterThan(200);
    }
    const page = await (await get('/profiles', { accept: 'text/html' })).text();
    for (const [, link = ''] of page.matchAll(/href="([^"]+)"/g))
      expect((await get(link, { accept: '*/*' })).status, link).to.equal(200);
    for (const wrong of ['/profiles/none/query', '/profiles/dcat/none', '/profiles/datacite/shapes'])
      expect((await get(wrong)).status, wrong).to.equal(404);
    expect((await get('/profiles.csv')).status).to.equal(406);
  });

  it('are of datasets whose names lead elsewhere', async () => {
    const foreign = await serve(join(packageRoot, 'test', 'fixtures', 'graphs', 'foreign-dcat.ttl'));
    try {
      const path = `/about?iri=${encodeURIComponent('https://two.example/data/visas')}&profile=dcat-ap&format=nt`;
      const response = await fetch(foreign.origin + path);
      expect([response.status, profileOf(response)]).to.deep.equal([200, `<${dcatAp}>`]);
      expect(ofType(await parseRdf(await response.text(), 'ntriples', base), dcat.Dataset)).to.have.length(1);
      for (const { id } of profiles) {
        const whole = await fetch(`${foreign.origin}/catalog?profile=${id}`);
        expect(whole.status, id).to.equal(200);
        expect((await whole.text()).length, id).to.be.greaterThan(100);
      }
    } finally {
      await foreign.close();
    }
  });

  it('made with the dump lead to its file', async () => {
    const response = await fetch(`${server.origin}/catalog?profile=croissant`, { redirect: 'manual' });
    expect([response.status, response.headers.get('location')]).to.deep.equal([303, '/dump/croissant.json']);
    expect((await get('/catalog?profile=croissant&format=ttl')).status).to.equal(406);
  });

  it('are of datasets alone', async () => {
    expect((await get('/agency/harbour-office?profile=dcat-ap')).status).to.equal(406);
    expect((await get('/dataset/none?profile=dcat-ap')).status).to.equal(404);
    expect((await get('/dataset/candidate?profile=dcat-ap')).status).to.equal(404);
    expect((await get('/agency/harbour-office', { 'accept-profile': `<${dcatAp}>` })).status).to.equal(200);
  });
}
