/** `/validate`: good data, bad data, and data that were made to do harm. */
import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import type { Report } from '../../src/export/validation/report.js';
import { parseRdf } from '../../src/store/rdf/parse-rdf.js';
import { sh } from '../../src/vocabularies.js';
import { harbourGraph, type Served, serve, serveByPool } from './serve.js';

const good = `<http://e/c> a <http://www.w3.org/ns/dcat#Catalog> ; <http://purl.org/dc/terms/title> "C" ;
  <http://www.w3.org/ns/dcat#dataset> <http://e/d> .
<http://e/d> a <http://www.w3.org/ns/dcat#Dataset> ; <http://purl.org/dc/terms/title> "Tides <b>"@en ;
  <http://purl.org/dc/terms/publisher> <http://e/p> .`;
const bad = good.replace('"Tides <b>"@en', '<http://e/t>');

describe('/validate', () => testValidate(serve));
describe('/validate, over query processes', () => testValidate(serveByPool));

function testValidate(open: () => Promise<Served>): void {
  let server: Served;
  before(async () => {
    server = await open();
  });
  after(() => server.close());

  const post = (
    body: string | Uint8Array<ArrayBuffer>,
    headers: Record<string, string> = {},
    query = '?profile=dcat',
  ): Promise<Response> =>
    fetch(`${server.origin}/validate${query}`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'text/turtle', ...headers },
    });
  const postForm = (fields: Record<string, string | Blob>, headers: Record<string, string> = {}): Promise<Response> => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields))
      if (typeof value === 'string') form.set(name, value);
      else form.set(name, value, 'catalogue.ttl');
    return fetch(`${server.origin}/validate`, { method: 'POST', body: form, headers });
  };
  const typeOf = (response: Response) => response.headers.get('content-type')?.split(';')[0];
  const json = { accept: 'application/json' };

  it('has a form that needs no script', async () => {
    const page = await (await fetch(`${server.origin}/validate`)).text();
    expect(page)
      .to.include('enctype="multipart/form-data"')
      .and.include('<option value="dcat-ap">')
      .and.not.include('<script');
  });

  it('says that good data conform, in every syntax', async () => {
    const quads = JSON.stringify({
      '@id': 'http://e/d',
      '@type': 'http://www.w3.org/ns/dcat#Dataset',
      'http://purl.org/dc/terms/title': 'T',
      'http://purl.org/dc/terms/publisher': { '@id': 'http://e/p' },
    });
    for (const [type, body] of [
      ['text/turtle', good],
      ['application/ld+json', quads],
      ['application/trig', `<http://e/g> { ${good} }`],
      [
        'application/rdf+xml',
        `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dct="http://purl.org/dc/terms/" xmlns="http://www.w3.org/ns/dcat#"><Dataset><dct:title>T</dct:title><dct:publisher rdf:resource="http://e/p"/></Dataset></rdf:RDF>`,
      ],
    ] as const) {
      const response = await post(body, { 'content-type': type, ...json });
      expect(response.status, type).to.equal(200);
      expect(await response.json(), type).to.include({ conforms: true, datasets: 1, violations: 0 });
    }
  });

  it('names the dataset, the property and the cure, as text, page, JSON and RDF', async () => {
    const text = await (await post(bad)).text();
    expect(text).to.include('does not conform to dcat').and.include('dct:title').and.include('to mend it:');
    const page = await post(bad.replace('<http://e/p>', '"<script>"'), { accept: 'text/html' });
    expect(typeOf(page)).to.equal('text/html');
    expect(await page.text())
      .to.include('class="failure"')
      .and.include('&lt;script&gt;')
      .and.not.include('<script');
    const report = (await (await post(bad, json)).json()) as Report;
    expect(report.findings[0]).to.deep.include({
      severity: 'Violation',
      entry: 'http://e/d',
      property: 'http://purl.org/dc/terms/title',
    });
    for (const [type, format] of [
      ['text/turtle', 'turtle'],
      ['application/ld+json', 'jsonld'],
      ['application/rdf+xml', 'rdfxml'],
    ] as const) {
      const quads = await parseRdf(await (await post(bad, { accept: type })).text(), format, 'http://e/');
      expect(quads.find((q) => q.predicate.equals(sh.focusNode))?.object.value, type).to.equal('http://e/d');
    }
  });

  it('takes a file or a text of a form, and the usual profile', async () => {
    for (const fields of [
      { file: new Blob([bad], { type: 'text/turtle' }) },
      { file: new Blob([bad]) },
      { text: bad },
    ]) {
      const response = await postForm({ ...fields, profile: 'dcat' }, json);
      expect(await response.json()).to.include({ profile: 'dcat', conforms: false });
    }
    expect(await (await postForm({ text: good }, json)).json()).to.include({ profile: 'dcat-ap' });
    expect(typeOf(await postForm({ text: good, format: 'json' }))).to.equal('application/json');
    expect((await postForm({ text: ' ', file: new Blob([]) })).status).to.equal(400);
    expect((await postForm({ text: good, profile: 'none' })).status).to.equal(400);
  });

  it('says in one line what cannot be validated', async () => {
    for (const [status, response] of [
      [400, post('<a> <b> "c')],
      [400, post('')],
      [400, post(Buffer.from([0xff, 0xfe]))],
      [400, post('{', { 'content-type': 'application/ld+json' })],
      [400, post(good, {}, '?profile=none')],
      [415, post(good, { 'content-type': 'text/plain' })],
      [415, post(good, { 'content-type': 'application/x-www-form-urlencoded' })],
      [406, post(good, { accept: 'image/png' })],
      [405, fetch(`${server.origin}/validate`, { method: 'PUT', body: good })],
    ] as const) {
      const answer = await response;
      expect(answer.status).to.equal(status);
      expect((await answer.text()).trim()).to.match(/^[^\n]+$/);
    }
    expect(await (await post('<a> <b>\n"c')).text()).to.match(/^line \d+: /);
  });

  it('fetches nothing, and is bounded in length and depth', async () => {
    const remote = '{"@context": "http://127.0.0.1:1/context", "@id": "a:b", "p": "q"}';
    const deep = `${'{"a:b":['.repeat(3000)}1${']}'.repeat(3000)}`;
    const entities =
      '<!DOCTYPE r [<!ENTITY a "x"><!ENTITY b SYSTEM "file:///etc/passwd">]><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description><a xmlns="u:">&b;</a></rdf:Description></rdf:RDF>';
    for (const [status, body, headers] of [
      [400, remote, { 'content-type': 'application/ld+json' }],
      [400, deep, { 'content-type': 'application/ld+json' }],
      [413, ' '.repeat(8 * 2 ** 20 + 1), {}],
      [413, gzipSync(' '.repeat(9 * 2 ** 20)), { 'content-encoding': 'gzip' }],
    ] as const)
      expect((await post(body, headers)).status).to.equal(status);
    const answer = await post(entities, { 'content-type': 'application/rdf+xml', ...json });
    expect(await answer.text()).not.to.include('root:');
  });
}

describe('/validate under what takes too long or too much', () => {
  const heavy = Array.from(
    { length: 60_000 },
    (_, n) => `<http://e/${n}> a <http://www.w3.org/ns/dcat#Dataset>, <http://www.w3.org/ns/dcat#Catalog> .`,
  ).join('\n');
  for (const [name, settings] of [
    ['time', { MIGRAPH_QUERY_DEADLINE: '1' }],
    ['memory', { MIGRAPH_QUERY_MEMORY_MB: '1' }],
  ] as const)
    it(`ends for want of ${name} with 503, and holds nobody up meanwhile`, async () => {
      const server = await serve(harbourGraph, settings);
      try {
        const validated = fetch(`${server.origin}/validate`, {
          method: 'POST',
          body: heavy,
          headers: { 'content-type': 'text/turtle' },
        });
        let slowest = 0;
        let isOver = false;
        void validated.finally(() => {
          isOver = true;
        });
        while (!isOver) {
          const began = performance.now();
          await (await fetch(`${server.origin}/healthz`)).text();
          slowest = Math.max(slowest, performance.now() - began);
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
        expect((await validated).status).to.equal(503);
        expect(slowest).to.be.lessThan(1000);
      } finally {
        await server.close();
      }
    });

  it('takes what it costs from the budget of whoever asks', async () => {
    const server = await serveByPool({ MIGRAPH_LIMIT_LOOPBACK: 'true', MIGRAPH_CLIENT_BUDGET: '1' });
    try {
      const statuses: number[] = [];
      for (let n = 0; n < 20 && !statuses.includes(429); n += 1) {
        const response = await fetch(`${server.origin}/validate`, {
          method: 'POST',
          body: good,
          headers: { 'content-type': 'text/turtle' },
        });
        statuses.push(response.status);
      }
      expect(statuses[0]).to.equal(200);
      expect(statuses.at(-1)).to.equal(429);
    } finally {
      await server.close();
    }
  });
});
