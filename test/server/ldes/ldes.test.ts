/** The event stream: by its pages, and as a client reads it that others wrote. */
import { join } from 'node:path';
import { expect } from 'chai';
import { intoConfig, replicateLDES } from 'ldes-client';
import { packageRoot } from '../../../src/config.js';
import type { Quad } from '../../../src/rdf.js';
import { rdfDatasets } from '../../../src/rdf-datasets.js';
import { readTurtle } from '../../../src/shapes/read-turtle.js';
import { validate } from '../../../src/shapes/validate.js';
import { parseRdf } from '../../../src/store/rdf/parse-rdf.js';
import { as, dct, ldes, rdfTerms, tree } from '../../../src/vocabularies.js';
import { base, foreignCatalogue, moments, serveChronicle, serveText } from '../feeds/chronicle.js';
import type { Served } from '../serve.js';

/** As many datasets as make the first build two pages and a bit, with its agencies. */
const size = 230;

describe('/ldes', () => {
  let server: Served;
  before(async () => {
    server = await serveChronicle(size);
  });
  after(() => server.close());

  const get = (path: string, headers: Record<string, string> = {}) => fetch(server.origin + path, { headers });
  const quadsOf = async (path: string, format = 'trig', accept = 'application/trig'): Promise<readonly Quad[]> =>
    parseRdf(await (await get(path, { accept })).text(), format, server.origin + path);
  const objectsOf = (quads: readonly Quad[], predicate: { readonly value: string }, subject?: string): string[] =>
    quads
      .filter(
        (quad) => quad.predicate.value === predicate.value && (subject ?? quad.subject.value) === quad.subject.value,
      )
      .map(({ object }) => object.value);
  const page = (n: number, number = 1) => `/ldes/${moments[n - 1]}${number === 1 ? '' : `?page=${number}`}`;

  it('has a root that says what it is, what it keeps, and where all of it is', async () => {
    const quads = await quadsOf('/ldes');
    const stream = `${base}ldes#stream`;
    expect(objectsOf(quads, rdfTerms.type, stream)).to.deep.equal([ldes.EventStream.value]);
    expect(objectsOf(quads, tree.view, stream)).to.deep.equal([`${server.origin}/ldes`]);
    expect(objectsOf(quads, ldes.timestampPath)).to.deep.equal([as.published.value]);
    expect(objectsOf(quads, ldes.versionOfPath)).to.deep.equal([as.object.value]);
    expect(objectsOf(quads, ldes.versionAmount)).to.deep.equal(['1']);
    const nodes = objectsOf(quads, tree.node);
    expect(new Set(nodes)).to.deep.equal(new Set([1, 2, 3].map((n) => server.origin + page(n))));
    // Each but the newest is bounded on both sides.
    expect(nodes).to.have.length(5);
    expect(
      quads.some(({ subject, object }) => [subject, object].some(({ termType }) => termType === 'BlankNode')),
    ).to.equal(false);
  });

  it('is replicated by a client that others wrote: of each thing the last change, with what the thing is', async () => {
    const client = replicateLDES(intoConfig({ url: `${server.origin}/ldes` }), 'ascending');
    const members = [];
    for await (const member of client.stream() as unknown as AsyncIterable<{ id: { value: string }; quads: Quad[] }>)
      members.push(member);
    const changes = new Map(members.map(({ id, quads }) => [id.value, quads]));
    expect(changes.size)
      .to.equal(members.length)
      .and.to.equal(size + 2 + 2);
    const published = members.map(({ quads }) => objectsOf(quads, as.published)[0] ?? '');
    expect(published).to.deep.equal([...published].sort());
    const update = changes.get(`${base}change/3/dataset/d1`) ?? [];
    expect(objectsOf(update, rdfTerms.type, `${base}change/3/dataset/d1`)).to.deep.equal([as.Update.value]);
    expect(objectsOf(update, dct.title)).to.deep.equal(['Register 1 of tides']);
    const gone = changes.get(`${base}change/2/dataset/old`) ?? [];
    expect(gone.filter(({ graph }) => graph.termType !== 'DefaultGraph')).to.deep.equal([]);
    expect(objectsOf(gone, as.object)).to.deep.equal([`${base}dataset/old`]);
    // A copy of the catalogue, made of them alone.
    const living = [...changes.values()]
      .filter((quads) => objectsOf(quads, as.published).length > 0)
      .filter((quads) => !objectsOf(quads, rdfTerms.type).includes(as.Delete.value))
      .flatMap((quads) => objectsOf(quads, as.object));
    expect(living.filter((iri) => iri.startsWith(`${base}dataset/`))).to.have.length(size);
  });

  it('cuts a long build in pages, which say that nothing will be added to them once that is so', async () => {
    const first = await quadsOf(page(1));
    expect(objectsOf(first, tree.node)).to.include(server.origin + page(1, 2));
    expect(objectsOf(first, ldes.immutable)).to.deep.equal(['true']);
    expect((await get(page(1))).headers.get('cache-control')).to.equal('public, max-age=604800, immutable');
    const last = await quadsOf(page(1, 3));
    expect(objectsOf(last, tree.node)).to.deep.equal([]);
    expect(objectsOf(last, tree.member).length).to.be.greaterThan(0);
    expect((await get(page(3))).headers.get('cache-control')).to.equal('no-cache');
    expect(objectsOf(await quadsOf(page(3)), ldes.immutable)).to.deep.equal([]);
  });

  it('has members that keep its shape', async () => {
    const shapes = rdfDatasets.dataset(
      readTurtle(join(packageRoot, 'ontology', 'shapes', 'feeds', 'change.ttl'), {
        base: `${server.origin}/ldes/shape`,
      }),
    );
    const quads = [...(await quadsOf(page(1))), ...(await quadsOf(page(2)))].filter(
      ({ graph }) => graph.termType === 'DefaultGraph',
    );
    expect((await validate(quads, shapes)).results).to.deep.equal([]);
    const broken = quads.filter(({ predicate }) => !predicate.equals(as.published));
    expect((await validate(broken, shapes)).results).not.to.deep.equal([]);
    const [shape] = objectsOf(await quadsOf('/ldes'), tree.shape);
    expect((await fetch(shape ?? '')).headers.get('content-type')).to.equal('text/turtle; charset=utf-8');
  });

  it('says the same in each format that can hold graphs, and names those to who wants another', async () => {
    const trig = await quadsOf(page(2));
    for (const [format, mediaType] of [
      ['nquads', 'application/n-quads'],
      ['jsonld', 'application/ld+json'],
    ] as const)
      expect(await quadsOf(page(2), format, mediaType), format).to.have.length(trig.length);
    expect((await get('/ldes', { accept: '*/*' })).headers.get('content-type')).to.match(/^application\/trig/);
    expect((await get('/ldes', { accept: 'text/html' })).status).to.equal(406);
  });

  it('is not sent again, and says in a line what is not there', async () => {
    for (const path of ['/ldes', page(1), page(3)]) {
      const { headers } = await get(path);
      expect((await get(path, { 'if-none-match': headers.get('etag') ?? '' })).status, path).to.equal(304);
      expect((await get(path, { 'if-modified-since': headers.get('last-modified') ?? '' })).status, path).to.equal(304);
    }
    for (const [path, status] of [
      ['/ldes/2020-01-01T00:00:00Z', 404],
      [page(1, 4), 404],
      [`${page(1)}?page=x`, 400],
    ] as const)
      expect((await get(path)).status, path).to.equal(status);
  });
});

describe('/ldes over a graph without a history', () => {
  it('is not there', async () => {
    const server = await serveText(foreignCatalogue, 'ttl');
    const response = await fetch(`${server.origin}/ldes`);
    expect(response.status).to.equal(404);
    expect(await response.text()).to.match(/^this graph says nothing of its history, [^\n]+\n$/);
    await server.close();
  });
});
