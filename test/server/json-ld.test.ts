/** JSON-LD over HTTP: its forms and how they are asked for, the context that it names, and the schemas that every answer keeps. */
import type { ErrorObject } from 'ajv';
import Ajv2020 from 'ajv/dist/2020.js';
import { expect } from 'chai';
import jsonld, { type JsonLdDocument } from 'jsonld';
import { formIri, type JsonLdForm, jsonLdForms } from '../../src/formats.js';
import type { Quad } from '../../src/rdf.js';
import { parseRdf } from '../../src/store/rdf/parse-rdf.js';
import { ontologyVersion } from '../../src/vocabularies.js';
import { isIsomorphic } from '../conformance/compare/isomorphic.js';
import { type Served, serve, serveByPool } from './serve.js';

const base = 'https://w3id.org/migraph/';
const all = 'CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }';

describe('JSON-LD', () => testJsonLd(serve));
describe('JSON-LD, over query processes', () => testJsonLd(serveByPool));

function testJsonLd(open: (...settings: never[]) => Promise<Served>): void {
  let server: Served;
  before(async () => {
    server = await open();
  });
  after(() => server.close());

  const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(server.origin + path, { headers });
  const read = async (path: string) => (await get(path)).json();
  const quadsOf = async (path: string, format: string): Promise<Quad[]> =>
    parseRdf(await (await get(path)).text(), format, base);
  const typeFor = (form: JsonLdForm) => `application/ld+json; profile="${formIri(form)}"`;

  /** Each with the same as N-Triples; a framed document about a thing says what belongs to it. */
  const paths: [string, string][] = [
    ['/catalog', '/catalog.nt'],
    ['/dataset/arrivals-register', '/dataset/arrivals-register.nt'],
    ['/agency/harbour-office', '/agency/harbour-office.nt'],
    ['/note/harbours.jsonld', '/note/harbours.nt'],
    [`/sparql?query=${encodeURIComponent(all)}`, `/sparql?query=${encodeURIComponent(all)}&format=nt`],
    [`/graphs?graph=${base}graph/note/harbours`, `/graphs?graph=${base}graph/note/harbours&format=nt`],
  ];
  for (const [path, triples] of paths)
    for (const form of jsonLdForms)
      it(`${path.slice(0, 40)} ${form}: said in its type, and the same graph`, async () => {
        const byAccept = await get(path, { accept: typeFor(form) });
        expect(byAccept.headers.get('content-type')).to.equal(typeFor(form));
        const text = await byAccept.text();
        const joint = path.includes('?') ? '&' : '?';
        const byName = await get(`${path}${joint}form=${form}&format=jsonld`);
        expect(byName.headers.get('content-type')).to.equal(typeFor(form));
        expect(await byName.text()).to.equal(text);
        const [said, plain] = [await parseRdf(text, 'jsonld', base), await quadsOf(triples, 'ntriples')];
        const isSelected = form === 'framed' && /^\/(?:dataset|agency|note)/.test(path);
        if (isSelected) expect(said.map((quad) => quad.subject.value)).to.include(base + path.slice(1).split('.')[0]);
        else expect(isIsomorphic(said, plain)).to.equal(true);
        const inline = JSON.parse(await (await get(`${path}${joint}form=${form}&format=jsonld&context=inline`)).text());
        if (!Array.isArray(inline)) expect(inline['@context']).to.have.property('mig');
      });

  it('is compacted unless another form is asked for, of several profiles by the one that is known', async () => {
    const type = async (accept: string, path = '/catalog') => (await get(path, { accept })).headers.get('content-type');
    expect(await type('*/*')).to.equal(typeFor('compacted'));
    expect(await type('application/ld+json;profile="http://www.w3.org/ns/dcat#"')).to.equal(typeFor('compacted'));
    expect(await type(`application/ld+json;profile="http://www.w3.org/ns/dcat# ${formIri('framed')}"`)).to.equal(
      typeFor('framed'),
    );
    expect(await type('*/*', `/catalog?profile=${encodeURIComponent(formIri('expanded'))}`)).to.equal(
      typeFor('expanded'),
    );
    expect(await type('*/*', '/catalog?profile=framed')).to.equal(typeFor('framed'));
    expect(await type('application/json', '/catalog?form=framed')).to.equal('application/json; charset=utf-8');
  });

  it('refuses other forms in one line, and other places of the context', async () => {
    for (const path of ['/catalog', '/dataset/arrivals-register', `/sparql?query=${encodeURIComponent(all)}`]) {
      const joint = path.includes('?') ? '&' : '?';
      const wrong = await get(`${path}${joint}format=jsonld&form=pretty`);
      expect([wrong.status, await wrong.text()]).to.deep.equal([
        406,
        'the forms are compacted, expanded, flattened, framed\n',
      ]);
      expect((await get(`${path}${joint}format=jsonld&context=remote`)).status).to.equal(400);
      // What is no JSON-LD has no form.
      expect((await get(`${path}${joint}format=turtle&form=pretty`)).status).to.equal(200);
    }
  });

  it('has an entity tag for each form', async () => {
    const tags = new Set<string>();
    for (const form of jsonLdForms) {
      const path = `/catalog?form=${form}`;
      const tag = (await get(path)).headers.get('etag') ?? '';
      tags.add(tag);
      expect((await get(path, { 'if-none-match': tag })).status).to.equal(304);
      const head = await fetch(server.origin + path, { method: 'HEAD' });
      expect([head.headers.get('etag'), await head.text()]).to.deep.equal([tag, '']);
    }
    expect(tags.size).to.equal(jsonLdForms.length);
  });

  describe('framed', () => {
    it('the catalogue has its datasets within, each with its owner, places, years and claims with their quotes', async () => {
      const { dataset } = (await read('/catalog?form=framed')) as { dataset: Record<string, unknown>[] };
      const register = dataset.find(({ id }) => id === `${base}dataset/arrivals-register`) ?? {};
      expect(register).to.deep.include({
        type: ['dcat:Dataset', 'Dataset'],
        title: { en: 'Arrivals "Register" <b>' },
        issuedYear: 1975,
        countryCount: 40,
        theme: [],
      });
      const [publisher] = register['publisher'] as { unitOf: { name: object }[] }[];
      expect(publisher?.unitOf[0]?.name).to.deep.equal({ en: 'Harbour Office' });
      const [period] = register['temporal'] as object[];
      expect(period).to.deep.include({ startYear: 1975, endYear: 1984 });
      const [place] = register['spatial'] as object[];
      expect(place).to.deep.include({ identifier: 'NLD' });
      const [claim] = register['claims'] as { quotedFrom: { hasSelector: { exact?: object }[] }[] }[];
      expect(claim).to.deep.include({ object: `${base}country/NLD`, attribution: 'mig:Heading' });
      const selectors = claim?.quotedFrom[0]?.hasSelector ?? [];
      expect(selectors.find(({ exact }) => exact !== undefined)?.exact).to.deep.equal({
        '@none': 'The Harbour Office keeps the Arrivals Register.',
      });
    });
    it('a unit has its agency within', async () => {
      const unit = (await read('/agency/harbour-office-arrivals?format=jsonld&form=framed')) as { unitOf: object[] };
      expect(unit.unitOf[0]).to.deep.include({ name: { en: 'Harbour Office' } });
      expect(unit).to.not.have.property('included');
    });
    it('a dataset alone is what it is in the catalogue', async () => {
      const { dataset } = (await read('/catalog?form=framed')) as { dataset: { id: string }[] };
      const inside = dataset.find(({ id }) => id.endsWith('arrivals-register'));
      const { '@context': _, ...alone } = (await read(
        '/dataset/arrivals-register?format=jsonld&form=framed',
      )) as Record<string, unknown>;
      expect(alone).to.deep.equal(inside);
    });
  });

  describe('its context', () => {
    it('lies where documents say that it does, and is all that a client needs', async () => {
      const fetched: string[] = [];
      const documentLoader = async (url: string) => {
        fetched.push(url);
        // As a redirect from the canonical base to this server would do.
        const response = await get(`/${url.slice(base.length)}`);
        return { document: await response.json(), documentUrl: url };
      };
      for (const form of ['compacted', 'framed']) {
        const document = await read(`/catalog?form=${form}`);
        const expanded = await jsonld.expand(document as JsonLdDocument, { documentLoader } as object);
        expect(JSON.stringify(expanded)).to.include('http://purl.org/dc/terms/title');
      }
      expect(new Set(fetched)).to.deep.equal(new Set([`${base}ontology/context/${ontologyVersion}.jsonld`]));
    });
    it('stays as it was under the name of its version', async () => {
      for (const name of ['context', 'frame']) {
        const newest = await get(`/ontology/${name}.jsonld`);
        expect(newest.headers.get('cache-control')).to.equal('public, max-age=3600');
        expect(newest.headers.get('access-control-allow-origin')).to.equal('*');
        const versioned = await get(newest.headers.get('content-location') ?? '');
        expect(versioned.headers.get('link')).to.equal(`</ontology/${name}.jsonld>; rel="latest-version"`);
        expect(await versioned.text()).to.equal(await newest.text());
      }
      const old = await get('/ontology/context/0.1.0.jsonld');
      expect(old.headers.get('cache-control')).to.equal('public, max-age=31536000, immutable');
      expect(await old.json()).to.have.nested.property('@context.type', '@type');
    });
    it('404 for versions and schemas that there are not', async () => {
      for (const path of ['context/9.9.9.jsonld', 'context/..%2Fx.jsonld', 'frame/0.1.0.jsonld', 'none.schema.json']) {
        const response = await get(`/ontology/${path}`);
        expect([path, response.status, response.headers.get('cache-control')]).to.deep.equal([path, 404, 'no-store']);
      }
    });
  });

  describe('its schemas', () => {
    async function check(name: string, path: string): Promise<ErrorObject[]> {
      const response = await get(`/ontology/${name}.schema.json`);
      expect(response.headers.get('content-type')).to.equal('application/schema+json');
      const schema = (await response.json()) as { $id: string };
      expect(schema.$id).to.equal(`${base}ontology/${name}.schema.json`);
      const validate = new Ajv2020.default({ allErrors: true }).compile(schema);
      validate(await read(path));
      return validate.errors ?? [];
    }
    const answers: [string, string][] = [
      ['catalog', '/catalog?form=framed'],
      ['catalog', '/catalog?form=framed&context=inline'],
      ['graph', '/catalog'],
      ['graph', '/catalog?context=inline'],
      ['dataset', '/dataset/arrivals-register?format=jsonld&form=framed'],
      ['dataset', '/dataset/pier-counts?format=jsonld&form=framed'],
      ['thing', '/agency/harbour-office?format=jsonld&form=framed'],
      ['thing', '/agency/harbour-office-arrivals?format=jsonld&form=framed'],
      ['thing', '/country/NLD?format=jsonld&form=framed'],
      ['graph', '/country/NLD?format=jsonld'],
      ['graph', '/note/harbours.jsonld'],
      ['graph', `/sparql?format=jsonld&query=${encodeURIComponent(all)}`],
      ['graph', `/sparql?format=jsonld&form=framed&query=${encodeURIComponent(all)}`],
      ['graph', '/sparql?format=jsonld'],
      ['graph', `/graphs?format=jsonld&graph=${base}graph/note/harbours`],
    ];
    for (const [name, path] of answers)
      it(`${name}: ${path.slice(0, 60)}`, async () => {
        expect(await check(name, path)).to.deep.equal([]);
      });
    it('are not kept by what has another form', async () => {
      expect(await check('catalog', '/catalog')).not.to.deep.equal([]);
      expect(await check('graph', '/catalog?form=framed')).not.to.deep.equal([]);
      expect(await check('dataset', '/catalog?form=framed')).not.to.deep.equal([]);
    });
  });
}

describe('JSON-LD that was read here', () => {
  it('can be written back: our own context is known without being fetched, another is not', async () => {
    const token = 'a-token-that-nobody-guesses';
    const server = await serve(undefined, { MIGRAPH_WRITE_TOKEN: token });
    try {
      const document = await (await fetch(`${server.origin}/dataset/arrivals-register?format=jsonld`)).text();
      const put = (body: string): Promise<Response> =>
        fetch(`${server.origin}/graphs/copy`, {
          method: 'PUT',
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/ld+json' },
          body,
        });
      expect((await put(document)).status).to.equal(201);
      const copy = await fetch(`${server.origin}/graphs/copy`, { headers: { accept: 'application/n-triples' } });
      const there = await fetch(`${server.origin}/dataset/arrivals-register.nt`);
      expect(await copy.text()).to.equal(await there.text());
      const other = await put(document.replace('https://w3id.org/migraph/ontology/context', 'https://w3id.org/other'));
      expect(other.status).to.equal(400);
      expect(await other.text()).to.include('https://w3id.org/other');
    } finally {
      await server.close();
    }
  });
});
