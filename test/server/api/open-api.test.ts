/** The OpenAPI document: valid by the schema of OpenAPI 3.1, whole, and true: each of its operations is called. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Validator } from '@seriousme/openapi-schema-validator';
import { expect } from 'chai';
import { packageRoot } from '../../../src/config.js';
import { readQuestions } from '../../../src/questions/read.js';
import type { OpenApi, Operation } from '../../../src/server/api/open-api.js';
import { temporaryFolder } from '../../cli/run-migraph.js';
import { harbourGraph, type Served, serve } from '../serve.js';

const token = 'a-token-for-the-tests';
const graph = 'https://example.org/graph';

/** What a request has to be made with, by the name of the parameter. */
const pathValues: Readonly<Record<string, string>> = {
  kind: 'country',
  key: 'NLD',
  slug: 'harbours',
  path: 'country/NLD',
  id: 'dcat',
  part: 'query',
  number: '1',
  moment: '2001-01-01T08:00:00Z',
  file: 'style.css',
};
/** Where one name stands for different things. */
const ownPathValues: Readonly<Record<string, Record<string, string>>> = {
  dataset: { slug: 'tides' },
  publication: { slug: 'charts' },
  dump: { file: 'SHA256SUMS' },
};
const queryValues: Readonly<Record<string, Record<string, string>>> = {
  oai: { verb: 'Identify' },
  about: { iri: 'https://w3id.org/migraph/country/NLD' },
  query: { query: 'ASK {}' },
  readGraph: { graph: 'https://w3id.org/migraph/graph/reference' },
  replaceGraph: { graph },
  addToGraph: { graph },
  updateGraph: { graph },
  dropGraph: { graph },
};
const bodies: Readonly<Record<string, readonly [type: string, text: string]>> = {
  oaiByForm: ['application/x-www-form-urlencoded', 'verb=Identify'],
  decide: ['application/x-www-form-urlencoded', 'note=harbours&candidate=aaaaaaaa1&who=Ada&says=reject'],
  validate: ['text/turtle', '<urn:a> a <http://www.w3.org/ns/dcat#Dataset> .'],
  queryOrUpdate: ['application/sparql-query', 'ASK {}'],
  replaceGraph: ['text/turtle', '<urn:a> <urn:b> <urn:c> .'],
  addToGraph: ['application/n-triples', '<urn:a> <urn:b> <urn:d> .'],
  updateGraph: ['application/sparql-update', 'INSERT DATA { <urn:a> <urn:b> <urn:e> }'],
};

/** Both invented graphs, so that every door has something behind it. */
function writeGraph(folder: string): string {
  const file = join(folder, 'graph.trig');
  const history = readFileSync(join(packageRoot, 'test', 'fixtures', 'graphs', 'history.trig'), 'utf8');
  const publication = '<graph/note/tides> { <publication/charts> a mig:Publication ; dct:title "Charts" . }\n';
  const candidate =
    '<graph/review/harbours> { <candidate/aaaaaaaa1> dct:source <note/harbours> ; dct:type "damaged" ; rdfs:label "x" ; dct:description "x" ; prov:wasQuotedFrom <note/harbours#char=0,30> . }\n';
  writeFileSync(file, `${readFileSync(harbourGraph, 'utf8')}\n${history}\n${publication}${candidate}`);
  return file;
}

/** Nothing runs in any answer, and no type is guessed; what is had again is told by its tag and what it depends on. */
function expectGuarded({ operationId: id, tags }: Operation, method: string, { status, headers }: Response): void {
  expect(headers.get('content-security-policy'), id).to.match(/^default-src 'none'/);
  expect(headers.get('x-content-type-options'), id).to.equal('nosniff');
  // How the server is doing is asked anew each time.
  const isLasting = !tags.includes('Operation') || id === 'openapi';
  if (method !== 'get' || status !== 200 || !isLasting) return;
  expect(headers.get('etag'), `${id}: ETag`).to.match(/^(?:W\/)?"/);
  // A packed file of the dump has a name of its own: that is the one answer which depends on nothing but its address.
  if (id !== 'dump') expect(headers.get('vary'), `${id}: Vary`).to.be.a('string');
}

describe('the OpenAPI document', () => {
  const folder = temporaryFolder();
  let server: Served;
  let document: OpenApi;
  before(async () => {
    server = await serve(writeGraph(folder), {
      MIGRAPH_WRITE_TOKEN: token,
      MIGRAPH_OUT: folder,
      MIGRAPH_DATA: folder,
    });
    document = (await (await fetch(`${server.origin}/openapi.json`)).json()) as OpenApi;
  });
  after(() => server.close());

  const operations = (): { path: string; method: string; operation: Operation }[] =>
    Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
    );

  it('is valid', async () => {
    const { valid, errors } = await new Validator().validate({ ...structuredClone(document) });
    expect(errors ?? []).to.deep.equal([]);
    expect(valid).to.equal(true);
    const broken = { ...structuredClone(document), info: {} };
    expect((await new Validator().validate(broken)).valid).to.equal(false);
  });

  it('has every question, with its parameters', () => {
    for (const { name, parameters } of readQuestions()) {
      const described = document.paths[`/api/${name}`]?.['get']?.parameters?.map((one) => one.name);
      expect(described, name).to.include.members([...parameters.map((one) => one.name), 'limit', 'page', 'offset']);
    }
  });

  it('has every route', () => {
    const folder = join(packageRoot, 'src', 'server', 'routes');
    const text = readdirSync(folder)
      .map((file) => readFileSync(join(folder, file), 'utf8'))
      .join('\n');
    const routes = [...text.matchAll(/(?:get|all)\(\s*\[?'(\/[a-z.][^':*{]*)/g)].map(([, route = '']) => route);
    expect(routes.length).to.be.at.least(12);
    const paths = Object.keys(document.paths);
    /** `/ui/{file}` has what is under it. */
    const covers = (path: string, route: string): boolean =>
      path.startsWith(route.replace(/[./]$/, '')) ||
      /^(\/[a-z]+\/)\{/.exec(path)?.[1] === route.slice(0, path.indexOf('{'));
    const missing = routes.filter((route) => !paths.some((path) => covers(path, route)));
    expect(missing).to.deep.equal([]);
  });

  it('names no operation twice', () => {
    const ids = operations().map(({ operation }) => operation.operationId);
    expect(ids.length).to.equal(new Set(ids).size).and.be.greaterThan(40);
  });

  it('tells the truth of each operation: its status and media type', async () => {
    for (const { path, method, operation } of operations()) {
      const { operationId: id, parameters = [], responses, security } = operation;
      const target = new URL(
        server.origin +
          path.replace(/\{(\w+)\}/g, (_, name: string) => ownPathValues[id]?.[name] ?? pathValues[name] ?? ''),
      );
      for (const { name, in: place, example } of parameters)
        if (place === 'query' && example !== undefined) target.searchParams.set(name, String(example));
      for (const [name, value] of Object.entries(queryValues[id] ?? {})) target.searchParams.set(name, value);
      const [type, body] = bodies[id] ?? [];
      const response = await fetch(target, {
        method: method.toUpperCase(),
        redirect: 'manual',
        headers: {
          ...(type === undefined ? {} : { 'content-type': type }),
          ...(security === undefined ? {} : { authorization: `Bearer ${token}` }),
        },
        ...(body === undefined ? {} : { body }),
      });
      const given = responses[String(response.status)];
      expect(given, `${id}: ${response.status} ${await response.clone().text()}`).to.be.an('object');
      // So many things that a sitemap has parts are more than a test needs.
      if (id !== 'sitemapPart') expect(response.status, id).to.be.lessThan(400);
      const sent = response.headers.get('content-type')?.split(';')[0];
      const types = given !== undefined && 'content' in given ? Object.keys(given.content ?? {}) : [];
      if (types.length > 0 && !types.includes('*/*')) expect(types, id).to.include(sent);
      expectGuarded(operation, method, response);
      await response.body?.cancel();
    }
  });

  it('says that writing takes the token', async () => {
    const guarded = operations().filter(({ operation }) => operation.security !== undefined);
    expect(guarded.filter(({ path }) => path === '/review')).to.have.length(2);
    const writes = guarded.filter(({ path }) => path !== '/review');
    expect(writes.map(({ method }) => method).sort()).to.deep.equal(['delete', 'patch', 'post', 'put']);
    for (const { method } of writes) {
      const response = await fetch(`${server.origin}/graphs?graph=${graph}`, { method: method.toUpperCase() });
      expect(response.status, method).to.equal(401);
    }
  });

  it('names the host by which the server was reached', () => {
    expect(document.servers).to.deep.equal([{ url: server.origin }]);
  });

  it('is a page as well, which leads to every question', async () => {
    const response = await fetch(`${server.origin}/api`, { headers: { accept: 'text/html' } });
    const page = await response.text();
    for (const { name } of readQuestions()) expect(page).to.include(`<a href="/api/${name}">`);
    expect(page).to.include('<code>/graphs</code>').and.not.include('<script').and.not.include('style=');
    expect((await fetch(`${server.origin}/api`, { headers: { accept: 'image/png' } })).status).to.equal(406);
  });
});
