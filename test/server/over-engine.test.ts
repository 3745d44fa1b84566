/** Pages, exports and feeds over another engine are those over our own store, the order of statements apart. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { type Config, readConfig } from '../../src/config.js';
import { formats } from '../../src/formats.js';
import type { Quad } from '../../src/rdf.js';
import { serialiseNQuads } from '../../src/serialise/quads.js';
import { createApp } from '../../src/server/app.js';
import type { GraphStore } from '../../src/store/graph-store.js';
import { readRdf } from '../../src/store/open.js';
import { parseRdf } from '../../src/store/rdf/parse-rdf.js';
import { openRemote } from '../../src/store/remote/remote.js';
import { engineOf, fillVirtuoso } from '../store/remote/fill-virtuoso.js';
import { openSecondServer } from '../store/remote/second-server.js';
import { startVirtuoso, virtuosoProgram } from '../store/remote/virtuoso-server.js';
import { itBut, type Skipped } from '../store/skipped.js';
import { harbourGraph, listen, type Served, serve } from './serve.js';

const dataset = 'dataset/arrivals-register';
const paths = [
  ...['/', '/?place=NLD', '/search?q=harbor+ofice', '/catalog', '/catalog?q=arrivals', '/void', '/dump/'],
  ...['ttl', 'nt', 'jsonld', 'rdf'].flatMap((form) => [
    `/catalog.${form}`,
    `/${dataset}.${form}`,
    `/note/harbours.${form}`,
  ]),
  ...['dcat', 'dcat-ap', 'statdcat-ap', 'schema-org', 'void'].map((profile) => `/catalog.ttl?profile=${profile}`),
  ...['compacted', 'framed', 'expanded', 'flattened'].map((form) => `/catalog.jsonld?form=${form}`),
  ...[`/${dataset}`, '/agency/harbour-office', '/country/NLD', '/note/harbours', '/note/harbours.txt', '/claim/1'],
  ...[`/${dataset}.bib`, `/linkset/${dataset}`, `/about?iri=http://nowhere.example/`],
  ...['/catalog.atom', '/sitemap.xml', '/oai?verb=ListRecords&metadataPrefix=oai_dc', '/dump/index.json'],
  ...[
    '/graphs?default',
    '/graphs?graph=https://w3id.org/migraph/graph/note/piers',
    '/api/datasets-by-owner',
    '/openapi.json',
  ],
  `/sparql?query=${encodeURIComponent('SELECT ?g ?s ?o { GRAPH ?g { ?s a ?o } } ORDER BY ?g ?s ?o')}`,
];

function inOrder(tree: unknown): unknown {
  if (typeof tree !== 'object' || tree === null) return tree;
  if (Array.isArray(tree))
    return tree.map(inOrder).sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
  return Object.fromEntries(
    Object.entries(tree)
      .map(([name, value]) => [name, inOrder(value)] as const)
      .sort(),
  );
}

/** In what order the statements of a graph come is the engine's. */
async function settle(text: string, type: string): Promise<unknown> {
  if (type.includes('json')) return inOrder(JSON.parse(text));
  const format = formats.find(({ mediaType, carries }) => carries.includes('graph') && type.startsWith(mediaType))?.id;
  if (format === undefined) return text;
  return serialiseNQuads(await parseRdf(text, format, 'http://here/')).replace(/_:\w[\w.]*/g, '_:x');
}

/** Status, media type and text, without what is of the moment or of the address. */
async function read({ origin }: Served, path: string): Promise<unknown> {
  const answer = await fetch(origin + path, { redirect: 'manual' });
  const text = (await answer.text())
    .replaceAll(origin, 'http://here')
    .replaceAll(origin.slice('http://'.length), 'here')
    .replace(/<responseDate>[^<]*/, '')
    .replace(/_:\w[\w.]*/g, '_:x');
  const type = answer.headers.get('Content-Type') ?? '';
  return { path, status: answer.status, type, text: await settle(text, type) };
}

/** Opens a store that is another engine, with the graph in it. */
type Open = (quads: Quad[], config: Config) => Promise<GraphStore>;

function testOver(name: string, open: Open, skipped: Skipped = {}): void {
  describe(`The server over ${name}`, () => {
    const it = itBut(skipped);
    let own: Served;
    let over: Served;
    const folder = mkdtempSync(join(tmpdir(), 'migraph-over-'));
    before(async () => {
      own = await serve(harbourGraph, { MIGRAPH_OUT: join(folder, 'own') });
      const config = readConfig({ MIGRAPH_OUT: join(folder, 'over') });
      const store = await open(await readRdf(harbourGraph, config.base), config);
      over = await listen(createServer(createApp({ store, config })), store);
    });
    after(async () => {
      await own.close();
      await over.close();
      rmSync(folder, { recursive: true });
    });
    for (const path of paths)
      it(`answers the same at ${path}`, async () => {
        expect(await read(over, path)).to.deep.equal(await read(own, path));
      });
  });
}

testOver('a second one', openSecondServer);

/** With Virtuoso 7.2.5. */
const compiler = 'its compiler fails on the query: sparp_gp_deprecate()';
const counts = 'a triple that stands in two graphs is counted twice: it does not merge graphs';
const skippedOverVirtuoso: Skipped = {
  'answers the same at /': counts,
  'answers the same at /void': counts,
  'answers the same at /catalog.ttl?profile=void': counts,
  'answers the same at /catalog?q=…': 'it finds no dataset by a word of its title',
  'answers the same at /sparql?query=…': 'what is under review is hidden from all queries',
  'answers the same at /catalog.ttl?profile=dcat-ap': compiler,
  'answers the same at /catalog.ttl?profile=statdcat-ap': compiler,
  'answers the same at /catalog.ttl?profile=schema-org': compiler,
};

if (virtuosoProgram !== undefined)
  testOver(
    'Virtuoso',
    async (quads, config) => {
      const virtuoso = await startVirtuoso();
      const store = openRemote(engineOf(virtuoso, config.base), config);
      await fillVirtuoso(virtuoso, store, quads, config.base);
      return {
        ...store,
        async close() {
          await store.close();
          await virtuoso.close();
        },
      };
    },
    skippedOverVirtuoso,
  );
