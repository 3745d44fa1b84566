/** `/dump/`: its lists, and its files whole, in ranges and under conditions. */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { indexFile, sumsFile } from '../../src/export/dump/files.js';
import type { Manifest } from '../../src/export/dump/manifest.js';
import { parseRdf } from '../../src/store/rdf/parse-rdf.js';
import { dcat, rdfTerms, spdx } from '../../src/vocabularies.js';
import { harbourGraph, type Served, serve, serveByPool } from './serve.js';

const base = 'https://w3id.org/migraph/';
const out = mkdtempSync(join(tmpdir(), 'migraph-served-dump-'));
after(() => rmSync(out, { recursive: true, force: true }));

describe('/dump/', () => testDump(() => serve(harbourGraph, { MIGRAPH_OUT: out })));
describe('/dump/, over query processes', () => testDump(() => serveByPool({ MIGRAPH_OUT: out })));

function testDump(open: () => Promise<Served>): void {
  let server: Served;
  before(async () => {
    server = await open();
  });
  after(() => server.close());

  const get = (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Response> =>
    fetch(server.origin + path, { headers, method, redirect: 'manual' });
  const typeOf = (response: Response) => response.headers.get('content-type');

  it('leads there, and lists the files as a page, as JSON and as distributions in RDF', async () => {
    const moved = await get('/dump');
    expect([moved.status, moved.headers.get('location')]).to.deep.equal([301, '/dump/']);
    expect(typeOf(await get('/dump/', { accept: 'text/html' }))).to.equal('text/html; charset=utf-8');
    const manifest = (await (await get(`/dump/${indexFile}`)).json()) as Manifest;
    expect(await (await get('/dump/', { accept: 'application/json' })).json()).to.deep.equal(manifest);
    for (const [extension, format] of [
      ['ttl', 'turtle'],
      ['jsonld', 'jsonld'],
      ['rdf', 'rdfxml'],
    ] as const) {
      const quads = await parseRdf(await (await get(`/dump/index.${extension}`)).text(), format, base);
      const described = quads.filter((q) => q.predicate.equals(rdfTerms.type) && q.object.equals(dcat.Distribution));
      expect(described, extension).to.have.length(manifest.files.length);
    }
    expect((await get('/dump/index.zip')).status).to.equal(406);
    expect((await get('/dump/', { accept: 'image/png' })).status).to.equal(406);
  });

  it('names where each file is to be had from whoever asked, with its hash', async () => {
    const quads = await parseRdf(await (await get('/dump/index.ttl')).text(), 'turtle', base);
    const urls = quads.filter((q) => q.predicate.equals(dcat.downloadURL));
    expect(urls.length).to.be.greaterThan(20);
    for (const { subject, object } of urls) {
      expect(object.value).to.equal(subject.value.replace(base, `${server.origin}/`));
      const bytes = new Uint8Array(await (await fetch(object.value)).arrayBuffer());
      const checksum = quads.find((q) => q.subject.equals(subject) && q.predicate.equals(spdx.checksum))?.object.value;
      const stated = quads.find((q) => q.subject.value === checksum && q.predicate.equals(spdx.checksumValue));
      expect(createHash('sha256').update(bytes).digest('hex'), object.value).to.equal(stated?.object.value);
    }
  });

  it('every link on its page works', async () => {
    const page = await (await get('/dump/', { accept: 'text/html' })).text();
    const links = [...page.matchAll(/href="(\/[^"]*)"/g)].flatMap(([, link]) => link ?? []);
    expect(links.length).to.be.greaterThan(30);
    for (const link of new Set(links))
      expect((await get(link, { accept: 'text/html,*/*;q=0.1' })).status, link).to.equal(200);
  });

  it('gives each file its media type, tables the place of their metadata', async () => {
    for (const [name, type] of [
      ['graph.nq', 'application/n-quads'],
      ['graph.ttl', 'text/turtle; charset=utf-8'],
      ['graph.nq.gz', 'application/gzip'],
      ['datasets.csv', 'text/csv; charset=utf-8; header=present'],
      ['tables-metadata.json', 'application/csvm+json'],
      [sumsFile, 'text/plain; charset=utf-8'],
    ] as const)
      expect(typeOf(await get(`/dump/${name}`)), name).to.equal(type);
    const { headers } = await get('/dump/datasets.csv');
    expect(headers.get('link')).to.equal('<tables-metadata.json>; rel="describedby"; type="application/csvm+json"');
    expect(headers.get('content-encoding')).to.equal(null);
  });

  it('sends ranges, unless what they are of has changed', async () => {
    const whole = Buffer.from(await (await get('/dump/graph.nq')).arrayBuffer()).toString('latin1');
    const tag = (await get('/dump/graph.nq', {}, 'HEAD')).headers.get('etag') ?? '';
    const part = await get('/dump/graph.nq', { range: 'bytes=10-19' });
    expect([part.status, part.headers.get('content-range'), await part.text()]).to.deep.equal([
      206,
      `bytes 10-19/${whole.length}`,
      whole.slice(10, 20),
    ]);
    expect(await (await get('/dump/graph.nq', { range: 'bytes=-5' })).text()).to.equal(whole.slice(-5));
    expect((await get('/dump/graph.nq', { range: 'bytes=0-4', 'if-range': tag })).status).to.equal(206);
    const other = await get('/dump/graph.nq', { range: 'bytes=0-4', 'if-range': '"another"' });
    expect([other.status, (await other.arrayBuffer()).byteLength]).to.deep.equal([200, whole.length]);
    const beyond = await get('/dump/graph.nq', { range: `bytes=${whole.length}-` });
    expect([beyond.status, beyond.headers.get('content-range')]).to.deep.equal([416, `bytes */${whole.length}`]);
    expect((await beyond.text()).trim().split('\n')).to.have.length(1);
  });

  it('is not sent twice; HEAD tells the length', async () => {
    for (const name of ['graph.trig', 'graph.rdf.gz', 'statements.csv', sumsFile]) {
      const head = await get(`/dump/${name}`, {}, 'HEAD');
      const tag = head.headers.get('etag') ?? '';
      const bytes = await (await get(`/dump/${name}`)).arrayBuffer();
      expect(head.headers.get('content-length'), name).to.equal(String(bytes.byteLength));
      expect((await get(`/dump/${name}`, { 'if-none-match': tag })).status, name).to.equal(304);
      expect((await get(`/dump/${name}`, { 'if-none-match': '"another"' })).status, name).to.equal(200);
      expect((await get(`/dump/${name}`, { 'if-match': '"another"' })).status, name).to.equal(412);
    }
  });

  it('404 for what is no file of it, one line, however it is asked for', async () => {
    for (const path of [
      'nothing',
      '..%2Findex.json',
      '%2e%2e%2f%2e%2e%2fpackage.json',
      '.1.part',
      'graph.nq%00',
      'graph',
    ]) {
      const response = await get(`/dump/${path}`);
      expect(response.status, path).to.equal(404);
      expect((await response.text()).trim()).to.match(/^[^\n]+$/);
    }
    expect((await get('/dump/graph.nq', {}, 'DELETE')).status).to.equal(405);
  });
}
