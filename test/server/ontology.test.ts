/** The ontology as it is published: a page without script or style of its own, every format, every version. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { packageRoot } from '../../src/config.js';
import { readClassRelations } from '../../src/export/class-relations.js';
import { readFrameText } from '../../src/export/json-ld-context.js';
import { listVersions, readOntologyDocument, readOntologyText } from '../../src/export/ontology-document.js';
import { readTermUses } from '../../src/export/term-uses.js';
import { createIris } from '../../src/iris.js';
import { parseRdf } from '../../src/store/rdf/parse-rdf.js';
import { ontologyVersion, owl, prefixes } from '../../src/vocabularies.js';
import { isIsomorphic } from '../conformance/compare/isomorphic.js';
import { type Served, serve } from './serve.js';

const base = 'https://w3id.org/migraph/';

describe('/ontology', () => {
  let server: Served;
  let page: string;
  before(async () => {
    server = await serve();
    page = await (await get('/ontology', 'text/html')).text();
  });
  after(() => server.close());
  const get = (path: string, accept = '*/*'): Promise<Response> => fetch(server.origin + path, { headers: { accept } });

  it('is a page for people, Turtle with its comments for who has no wish, and the same in each format', async () => {
    expect((await get('/ontology')).headers.get('content-type')).to.equal('text/turtle; charset=utf-8');
    const turtle = await (await get('/ontology.ttl')).text();
    expect(turtle)
      .to.include('##### Who')
      .and.include('mig:Stock a skos:Concept')
      .and.include('rdfs:subClassOf dcat:Dataset');
    const quads = await parseRdf(turtle, 'turtle', base);
    for (const [extension, format] of [
      ['jsonld', 'jsonld'],
      ['nt', 'ntriples'],
      ['rdf', 'rdfxml'],
      ['trig', 'trig'],
      ['nq', 'nquads'],
    ] as const) {
      const text = await (await get(`/ontology.${extension}`)).text();
      expect(isIsomorphic(await parseRdf(text, format, base), quads), extension).to.equal(true);
    }
    expect((await get('/ontology', 'image/png')).status).to.equal(406);
    expect((await get('/ontology.zip')).status).to.equal(406);
  });

  it('has a place for each term, where its IRI leads, with what was considered, values, use and an example', () => {
    const names = readOntologyDocument()?.sections.flatMap(({ terms }) => terms.map(({ name }) => name)) ?? [];
    expect(names.length).to.be.greaterThan(60);
    for (const name of names) expect(page.match(new RegExp(` id="${name}"`, 'g')), name).to.have.length(1);
    expect(page.indexOf('id="Agency"')).to.be.lessThan(page.indexOf('id="Dataset"'));
    const [, startYear = ''] = /<section id="startYear"([\s\S]*?)<\/section>/.exec(page) ?? [];
    for (const part of [
      '<dt>Considered</dt><dd>dcat:startDate with xsd:gYear',
      'xsd:integer</a></dd>',
      '>dct:PeriodOfTime</a>',
      '<dt>see also</dt><dd><a href="http://www.w3.org/ns/dcat#startDate">',
      'datasets-on-country-and-year',
      'mig:startYear 1975 .</pre>',
    ])
      expect(startYear).to.include(part);
    const [, measures = ''] = /<section id="Measures"([\s\S]*?)<\/section>/.exec(page) ?? [];
    expect(measures).to.include('<a href="#Stock">mig:Stock</a>');
  });

  it('has no script and no style of its own, and every link on it leads somewhere', async () => {
    expect(page).to.not.match(/<script|<style| style=| on[a-z]+=/);
    const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const links = new Set([...page.matchAll(/href="([^"]+)"/g)].map(([, link = '']) => link));
    for (const link of links)
      if (link.startsWith('#')) expect(ids).to.include(link.slice(1));
      else if (link.startsWith('/')) expect((await get(link, 'text/html, */*;q=0.1')).status, link).to.equal(200);
  });

  it('draws every class that a shape binds, inside the picture, and says the same in words', () => {
    const [svg = ''] = /<svg[\s\S]*<\/svg>/.exec(page) ?? [];
    const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? [];
    const relations = readClassRelations();
    expect(relations).to.deep.include({
      from: `${prefixes.mig}Claim`,
      to: `${prefixes.mig}Passage`,
      properties: [`${prefixes.prov}wasQuotedFrom`],
    });
    for (const iri of new Set(relations.flatMap(({ from, to }) => [from, to])))
      expect(svg).to.match(new RegExp(`>(?:[a-z]+:)?${iri.replace(/.*[/#]/, '')}</text>`));
    for (const [, x, y] of svg.matchAll(/ x="(-?\d+)" y="(-?\d+)"/g)) {
      expect(Number(x)).to.be.within(0, Number(width));
      expect(Number(y)).to.be.within(0, Number(height));
    }
    expect(svg).to.include('>Dataset</text>').and.include('Claim: prov:wasQuotedFrom Passage');
    expect(svg).to.not.match(/(?:fill|stroke)="#/);
  });

  it('is not sent twice, and HEAD says what GET would', async () => {
    for (const path of ['/ontology.html', '/ontology.ttl', '/ontology/0.1.0.ttl']) {
      const got = await get(path);
      const tag = got.headers.get('etag') ?? '';
      const again = await fetch(server.origin + path, { headers: { 'if-none-match': tag } });
      expect(again.status).to.equal(304);
      const head = await fetch(server.origin + path, { method: 'HEAD' });
      expect([head.headers.get('etag'), head.headers.get('content-length')]).to.deep.equal([
        tag,
        got.headers.get('content-length'),
      ]);
    }
  });

  describe('its versions', () => {
    it('resolve, in every format, and say which is the newest', async () => {
      for (const version of listVersions()) {
        const turtle = await get(`/ontology/${version}`, 'text/turtle');
        expect(turtle.headers.get('link')).to.include('</ontology>; rel="latest-version"');
        const quads = await parseRdf(await turtle.text(), 'turtle', base);
        expect(quads.find((q) => q.predicate.equals(owl.versionInfo))?.object.value).to.equal(version);
        expect((await parseRdf(await (await get(`/ontology/${version}.rdf`)).text(), 'rdfxml', base)).length).to.equal(
          quads.length,
        );
        expect(await (await get(`/ontology/${version}.html`)).text()).to.include('id="Agency"');
      }
      expect((await get('/ontology')).headers.get('link')).to.include(
        `</ontology/${ontologyVersion}>; rel="canonical"`,
      );
    });
    it('stay as they are when they are superseded, but for the page', async () => {
      const cache = async (path: string) => (await get(path)).headers.get('cache-control');
      expect(await cache('/ontology/0.1.0.ttl')).to.include('immutable');
      expect(await cache('/ontology/0.1.0.html')).to.equal('no-cache');
      expect(await cache(`/ontology/${ontologyVersion}.ttl`)).to.equal('no-cache');
      expect(await (await get('/ontology/0.1.0.html')).text()).to.include('This is version 0.1.0.');
    });
    it('404 for one that there is not', async () => {
      for (const path of ['/ontology/9.9.9', '/ontology/9.9.9.ttl', '/ontology/..%2Fmigration', '/ontology/x'])
        expect((await get(path)).status, path).to.equal(404);
    });
    it('are one number: in the ontology, its citation, its frame and its notes', () => {
      const text = readOntologyText() ?? '';
      expect(text).to.include(`owl:versionInfo "${ontologyVersion}"`).and.include(`ontology/${ontologyVersion}> ;`);
      expect(text).to.include(`version ${ontologyVersion}. https`).and.include(`skos:changeNote "${ontologyVersion}: `);
      expect(readFrameText()['@context']).to.equal(createIris(base).jsonLdContext(ontologyVersion).value);
      const older = readdirSync(join(packageRoot, 'ontology', 'versions'));
      expect(listVersions()).to.have.length(older.length + 1);
      expect(older).to.not.include(ontologyVersion);
    });
  });

  it('finds the uses of a term by its whole name', () => {
    const usesOf = readTermUses();
    expect(usesOf('Corridor').shapes).to.deep.equal(['coverage', 'dataset', 'project']);
    expect(usesOf('measure').example).to.include('mig:measure mig:');
    expect(usesOf('count')).to.deep.equal({ shapes: [], questions: [], example: undefined });
  });
});
