/** The forms of our JSON-LD, held against jsonld, and read back by a second parser: the catalogue of the note loses nothing. */
import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { expect } from 'chai';
import jsonld, { type JsonLdDocument } from 'jsonld';
import { JsonLdParser } from 'jsonld-streaming-parser';
import { contextFile, frameFile, readContext, readFrameText } from '../../src/export/json-ld-context.js';
import { readQueryText } from '../../src/export/query-text.js';
import { createIris } from '../../src/iris.js';
import { type Quad, rdf } from '../../src/rdf.js';
import { expandQuads } from '../../src/serialise/expand-quads.js';
import { type JsonLdShape, readDirection, writeJsonLd } from '../../src/serialise/json-ld.js';
import { parseRdf } from '../../src/store/rdf/parse-rdf.js';
import { rdfTerms } from '../../src/vocabularies.js';
import { isIsomorphic } from '../conformance/compare/isomorphic.js';
import { readBuilt } from '../queries/ask.js';

const base = 'https://w3id.org/migraph/';
const context = readContext();
const frame = readFrameText();
const catalogue = createIris(base).catalogue();

const write = (quads: readonly Quad[], shape: JsonLdShape): string =>
  [...writeJsonLd(quads, { context, ...shape })].join('');

/** Serves the two files that our documents name, and nothing else. */
async function documentLoader(url: string) {
  if (!url.startsWith(`${base}ontology/context`)) throw new Error(`nothing is fetched: ${url}`);
  return { document: JSON.parse(readFileSync(contextFile, 'utf8')), documentUrl: url };
}

async function readBySecondParser(text: string): Promise<Quad[]> {
  const parser = new JsonLdParser({ dataFactory: rdf as never, baseIRI: base, rdfDirection: 'i18n-datatype' });
  const quads: Quad[] = [];
  for await (const quad of Readable.from([text]).pipe(parser)) {
    const { subject, predicate, object, graph } = quad as Quad;
    const isTyped = object.termType === 'Literal' && object.language === '';
    const read = isTyped ? readDirection(object.value, object.datatype.value) : object;
    quads.push(rdf.quad(subject, predicate, read, graph));
  }
  return quads;
}

/** Numbers as jsonld takes them, which it gets as texts; but for those that a claim repeats. */
function withNumbers(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withNumbers);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(
    ([key, part]) => [key, key === rdfTerms.object.value ? part : withNumbers(part)] as const,
  );
  const object = Object.fromEntries(entries);
  const isNumber = /#(?:integer|nonNegativeInteger|gYear)$/.test(String(object['@type']));
  return isNumber ? { ...object, '@value': Number(object['@value']) } : object;
}

/** In one order: jsonld sorts what it frames; which claims there are none of it does not say. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([key, part]) => key !== 'claims' || (part as unknown[]).length > 0);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, part]) => [key, inOrder(part)]));
}

/** Values with a base direction, two titles in one language, a year that is no number, a list. */
const oddTurtle = `@prefix dct: <http://purl.org/dc/terms/> . @prefix mig: <https://w3id.org/migraph/ontology#> .
@prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . @prefix prov: <http://www.w3.org/ns/prov#> .
<catalog> a dcat:Catalog ; dcat:dataset <d/1>, _:unnamed, "no dataset" .
<d/1> a dcat:Dataset ; dct:title "السجل"@ar--rtl, "one"@en, "another"@en, "plain" ; mig:startYear "007"^^xsd:integer, 1975 ;
  dct:issued "1975"^^xsd:gYear, "0099"^^xsd:gYear, "1975-01-01"^^xsd:date ; mig:countryCount 1, 2 ; dct:spatial <nowhere>, "sea" ;
  dct:temporal _:p ; dct:identifier 1.0, <an/iri> ; <dct:odd> <schema:odd> ; dct:creator ( <a> "b"@en ) .
_:p mig:endYear 1e0 . _:unnamed dct:title "unnamed"@en ; dct:temporal _:p .
<claim/1> rdf:subject <d/1> ; rdf:predicate dct:title ; rdf:object "1975"^^xsd:gYear, "السجل"@ar--rtl ;
  prov:wasQuotedFrom <note#1> . <alone> dct:relation <alone> .`;

describe('the forms of JSON-LD', () => {
  let quads: Quad[];
  let odd: Quad[];
  before(async () => {
    const { store } = await readBuilt();
    const result = await store.query(readQueryText('profiles/dcat'), { bindings: { catalog: catalogue } });
    quads = [];
    if (result.kind === 'graph') for await (const quad of result.quads) quads.push(quad);
    odd = await parseRdf(oddTurtle, 'turtle', base);
  });

  const shapes: [string, JsonLdShape][] = [
    ['expanded', { form: 'expanded' }],
    ['flattened', { form: 'flattened' }],
    ['compacted', { form: 'compacted' }],
    ['framed about the catalogue', { form: 'framed', frame, root: catalogue.value }],
    ['framed about nothing that there is', { form: 'framed', frame, root: `${base}none` }],
    ['framed as a list', { form: 'framed', frame }],
  ];
  for (const [name, shape] of shapes)
    it(`${name}: two parsers read the graph that was written`, async () => {
      expect(quads.length).to.be.greaterThan(2000);
      for (const graph of [quads, odd]) {
        const text = write(graph, shape);
        expect(isIsomorphic(await parseRdf(text, 'jsonld', base), graph)).to.equal(true);
        expect(isIsomorphic(await readBySecondParser(text), graph)).to.equal(true);
      }
    });

  it('compacted is what jsonld compacts, with numbers', async () => {
    const expanded = withNumbers(expandQuads(quads)) as JsonLdDocument;
    const theirs = await jsonld.compact(expanded, context, { graph: true });
    const ours = JSON.parse(write(quads, { form: 'compacted' }));
    expect(inOrder(ours)).to.deep.equal(inOrder(theirs));
  });

  it('flattened is what jsonld flattens', async () => {
    const theirs = await jsonld.flatten(expandQuads(quads) as JsonLdDocument);
    expect(inOrder(JSON.parse(write(quads, { form: 'flattened' })))).to.deep.equal(inOrder(theirs));
  });

  it('framed is what jsonld frames by the published frame', async () => {
    const published = JSON.parse(readFileSync(frameFile, 'utf8'));
    const expanded = withNumbers(expandQuads(quads)) as JsonLdDocument;
    // Its published type knows no options.
    const options = { documentLoader, omitGraph: true } as object;
    const theirs = await jsonld.frame(expanded, published, options);
    const ours = JSON.parse(
      write(quads, { form: 'framed', frame, root: catalogue.value, contextIri: published['@context'] }),
    );
    expect(inOrder(ours)).to.deep.equal(inOrder(theirs));
  });

  it('no name of a property is left without a term', () => {
    const names = [...write(quads, { form: 'compacted' }).matchAll(/^ {2,}"([^"]*:[^"]*)": /gm)].map(
      ([, name]) => name,
    );
    expect(names).to.deep.equal([]);
  });
});
