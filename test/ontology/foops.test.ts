/**
 * The checks of FOOPS!, the FAIR scanner of ontologies (https://w3id.org/foops/catalogue), line by line, against the ontology as it
 * is served. What only a registry can give is listed, and nothing pretends to have it.
 */
import { join } from 'node:path';
import { expect } from 'chai';
import { packageRoot } from '../../src/config.js';
import type { Quad } from '../../src/rdf.js';
import { parseRdf } from '../../src/store/rdf/parse-rdf.js';
import { prefixes } from '../../src/vocabularies.js';
import { type Served, serve } from '../server/serve.js';
import { redirect } from './w3id.js';

const ontology = 'https://w3id.org/migraph/ontology';
const base = 'https://w3id.org/migraph/';
const dct = prefixes.dct;
const vann = 'http://purl.org/vocab/vann/';
const bibo = 'http://purl.org/ontology/bibo/';

/** What FOOPS! calls a piece of metadata → the property that it is looked for under. */
const metadata = {
  title: `${dct}title`,
  description: `${dct}description`,
  license: `${dct}license`,
  'version iri': `${prefixes.owl}versionIRI`,
  author: `${dct}creator`,
  'namespace URI': `${vann}preferredNamespaceUri`,
  'namespace prefix': `${vann}preferredNamespacePrefix`,
  'version info': `${prefixes.owl}versionInfo`,
  'creation date': `${dct}created`,
  citation: `${dct}bibliographicCitation`,
  doi: `${bibo}doi`,
  publisher: `${dct}publisher`,
  logo: `${prefixes.foaf}logo`,
  status: `${bibo}status`,
  source: `${dct}source`,
  issued: `${dct}issued`,
  'previous version': `${prefixes.owl}priorVersion`,
  'backwards compatibility': `${prefixes.owl}backwardCompatibleWith`,
  modified: `${dct}modified`,
} as const;

type Metadata = keyof typeof metadata;

/** What is had from a registry: a DOI, and the prefix in prefix.cc or Linked Open Vocabularies. */
const fromRegistries = ['FIND2', 'the doi of OM3'];

describe('FOOPS!', () => {
  let server: Served;
  let quads: Quad[];

  /** As the web would: by w3id.org's redirect to the server. */
  async function resolve(iri: string, accept: string): Promise<Response> {
    const { status = 404, location = '' } = redirect(iri.slice(base.length)) ?? {};
    expect(status, iri).to.be.oneOf([302, 303]);
    return fetch(location.replace('https://migraph.example', server.origin), { headers: { accept } });
  }
  const valuesOf = (property: string): string[] =>
    quads.filter((q) => q.subject.value === ontology && q.predicate.value === property).map((q) => q.object.value);
  const missing = (names: readonly Metadata[]): string[] =>
    names.filter((name) => valuesOf(metadata[name]).length === 0);
  const terms = (): string[] => [
    ...new Set(quads.map((quad) => quad.subject.value).filter((iri) => iri.startsWith(prefixes.mig))),
  ];
  const without = (...properties: string[]): string[] => {
    const have = new Set(quads.filter((q) => properties.includes(q.predicate.value)).map((q) => q.subject.value));
    return terms().filter((iri) => !have.has(iri));
  };

  before(async () => {
    server = await serve(join(packageRoot, 'data', 'catalogue.ttl'));
    quads = await parseRdf(await (await resolve(ontology, 'text/turtle')).text(), 'turtle', base);
  });
  after(() => server.close());

  const rdfTypes: [string, string][] = [
    ['application/rdf+xml', 'rdfxml'],
    ['text/turtle', 'turtle'],
    ['application/ld+json', 'jsonld'],
  ];

  const checks: Record<string, () => Promise<void> | void> = {
    async 'CN1 content negotiation: HTML and RDF at the same IRI'() {
      for (const [type] of [...rdfTypes, ['text/html']] as const) {
        const response = await resolve(ontology, type);
        expect(response.headers.get('content-type')?.split(';')[0]).to.equal(type);
      }
    },
    async 'DOC1 a page for people'() {
      const page = await (await resolve(ontology, 'text/html')).text();
      for (const iri of terms()) expect(page).to.include(`id="${iri.slice(prefixes.mig.length)}"`);
    },
    async 'RDF1 RDF that is the same in each syntax'() {
      for (const [type, format] of rdfTypes)
        expect(await parseRdf(await (await resolve(ontology, type)).text(), format, base)).to.have.length(quads.length);
    },
    'PURL1 a persistent identifier'() {
      expect(new URL(ontology).host).to.equal('w3id.org');
    },
    'HTTP1 an open protocol'() {
      expect(ontology).to.match(/^https?:/);
    },
    async 'URI1 the IRI resolves'() {
      expect((await resolve(ontology, 'application/rdf+xml')).status).to.equal(200);
    },
    'URI2 the IRI that it is had from is the one that it calls itself'() {
      const itself = quads.filter((q) => q.object.value === `${prefixes.owl}Ontology`).map((q) => q.subject.value);
      expect(itself).to.deep.equal([ontology]);
    },
    'VER1 an IRI for the version, other than its own'() {
      const [version] = valuesOf(metadata['version iri']);
      expect(version).to.match(/^https:\/\/w3id\.org\/migraph\/ontology\/\d+\.\d+\.\d+$/);
    },
    async 'VER2 that resolves, and so does the version before'() {
      for (const iri of [...valuesOf(metadata['version iri']), ...valuesOf(metadata['previous version'])])
        for (const type of ['text/turtle', 'text/html']) expect((await resolve(iri, type)).status, iri).to.equal(200);
    },
    'OM1 minimum metadata'() {
      expect(missing(['title', 'description', 'license', 'version iri', 'author', 'namespace URI'])).to.deep.equal([]);
    },
    'OM2 recommended metadata'() {
      expect(missing(['namespace prefix', 'version info', 'creation date', 'citation'])).to.deep.equal([]);
    },
    'OM3 detailed metadata, but for the DOI that nobody has registered'() {
      expect(missing(['publisher', 'logo', 'status', 'source', 'issued'])).to.deep.equal([]);
      expect(missing(['previous version', 'backwards compatibility', 'modified'])).to.deep.equal([]);
      expect(missing(['doi'])).to.deep.equal(['doi']);
    },
    async 'OM3 the logo is there'() {
      const [logo = ''] = valuesOf(metadata.logo);
      expect((await resolve(logo, 'image/*')).headers.get('content-type')).to.equal('image/svg+xml');
    },
    'OM4.1 a licence'() {
      expect(valuesOf(metadata.license)).to.have.length(1);
    },
    'OM4.2 the licence is an address that resolves'() {
      expect(valuesOf(metadata.license)[0]).to.match(/^https:\/\/creativecommons\.org\/licenses\/[a-z-]+\/4\.0\/$/);
    },
    'OM5.1 basic provenance'() {
      expect(missing(['creation date', 'author', 'previous version'])).to.deep.equal([]);
    },
    'OM5.2 detailed provenance'() {
      expect(missing(['issued', 'publisher'])).to.deep.equal([]);
    },
    'FIND1 a prefix'() {
      expect(valuesOf(metadata['namespace prefix'])).to.deep.equal(['mig']);
      expect(valuesOf(metadata['namespace URI'])).to.deep.equal([prefixes.mig]);
    },
    async 'FIND3, FIND_3_BIS it is in a data catalogue, and the catalogue has it'() {
      const [catalogue = ''] = valuesOf(`${prefixes.schema}includedInDataCatalog`);
      const listed = await parseRdf(await (await resolve(catalogue, 'text/turtle')).text(), 'turtle', base);
      const resources = listed.filter((q) => q.predicate.value === `${prefixes.dcat}resource`);
      expect(resources.map((q) => [q.subject.value, q.object.value])).to.deep.equal([[catalogue, ontology]]);
    },
    'VOC1 other vocabularies for its metadata'() {
      const used = quads.filter((q) => q.subject.value === ontology).map((q) => q.predicate.value);
      for (const namespace of [dct, vann, bibo, prefixes.foaf]) expect(used.join(' ')).to.include(namespace);
    },
    'VOC2 it extends other vocabularies'() {
      const extended = quads
        .filter((q) => q.predicate.value === `${prefixes.rdfs}subClassOf`)
        .map((q) => q.object.value);
      for (const namespace of [prefixes.dcat, prefixes.foaf, prefixes.prov])
        expect(extended.join(' ')).to.include(namespace);
    },
    'VOC3 a label for every term'() {
      expect(terms().length).to.be.greaterThan(60);
      expect(without(`${prefixes.rdfs}label`)).to.deep.equal([]);
    },
    'VOC4 a definition for every term'() {
      expect(without(`${prefixes.skos}definition`)).to.deep.equal([]);
    },
  };
  for (const [name, check] of Object.entries(checks)) it(name, check);

  it('finds all that needs no registry', () => {
    const all =
      'CN1 DOC1 FIND1 FIND2 FIND3 FIND_3_BIS HTTP1 OM1 OM2 OM3 OM4.1 OM4.2 OM5.1 OM5.2 PURL1 RDF1 URI1 URI2 VER1 VER2 VOC1 VOC2 VOC3 VOC4';
    const made = Object.keys(checks).join(' ');
    const left = all.split(' ').filter((id) => !new RegExp(`\\b${id.replace('.', '\\.')}(?![\\w.])`).test(made));
    expect(left).to.deep.equal(fromRegistries.filter((name) => name.startsWith('FIND')));
  });
});
