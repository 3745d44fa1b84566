/** `/about?iri=`: what is known of a thing by any name. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { temporaryFolder } from '../cli/run-migraph.js';
import { ask, type Sent } from './http-client.js';
import { type Served, serve } from './serve.js';

const folder = temporaryFolder();
const iri = 'https://sea.example/d?x=1&y=é';
const path = `/about?iri=${encodeURIComponent(iri)}`;
const graph = `
@prefix dct: <http://purl.org/dc/terms/> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix dcat: <http://www.w3.org/ns/dcat#> .
<https://w3id.org/migraph/graph/import/sea> {
  <${iri}> a dcat:Dataset ; dct:title "Tides <b>"@en ; dct:relation <javascript:alert(1)> .
}
<https://w3id.org/migraph/graph/catalogue> {
  <https://w3id.org/migraph/graph/import/sea> prov:generatedAtTime "2026-02-03T04:05:06Z" ; dct:source "sea.ttl" .
  <https://w3id.org/migraph/catalog> dcat:dataset <${iri}> .
}`;

describe('/about', () => {
  let served: Served;
  const get = (from: string, headers: Sent['headers'] = {}) => ask(served.origin, { path: from, headers });
  before(async () => {
    const file = join(folder, 'sea.trig');
    writeFileSync(file, graph);
    served = await serve(file);
  });
  after(() => served.close());

  it('is a page that says where it was taken from, and leads there and to its formats', async () => {
    const { status, headers, text } = await get(path, { accept: 'text/html' });
    expect(status).to.equal(200);
    expect(headers['content-type']).to.equal('text/html; charset=utf-8');
    expect(text).to.include('<h1>Tides &lt;b&gt;</h1>').and.to.include('Taken from another catalogue');
    expect(text).to.include(
      '<span>sea.ttl</span>, which states no licence, <time datetime="2026-02-03T04:05:06Z">2026-02-03</time>',
    );
    expect(text)
      .to.include(`<a href="https://sea.example/d?x=1&amp;y=é">`)
      .and.to.include(`<a href="${path}&amp;format=ttl">`);
    expect(text).not.to.match(/href="javascript/);
  });

  it('is where the pages of others lead', async () => {
    const { text } = await get('/catalog', { accept: 'text/html' });
    expect(text).to.include(`<a href="${path}">Tides &lt;b&gt;</a>`);
    expect(text).not.to.include('Taken from another');
  });

  it('gives its statements in every format, by Accept and by name', async () => {
    const turtle = await get(path, { accept: 'text/turtle' });
    expect(turtle.headers['content-type']).to.equal('text/turtle; charset=utf-8');
    expect(turtle.text).to.include('dct:title "Tides <b>"@en');
    for (const format of ['jsonld', 'rdfxml', 'nt', 'nquads', 'trig'])
      expect((await get(`${path}&format=${format}`)).text, format).to.include('Tides');
  });

  it('keeps to HEAD and If-None-Match', async () => {
    const { headers } = await get(path);
    const head = await ask(served.origin, { method: 'HEAD', path });
    expect(head.headers['content-length']).to.equal(headers['content-length']);
    expect(head.body).to.have.length(0);
    expect((await get(path, { 'if-none-match': headers.etag ?? '' })).status).to.equal(304);
  });

  it('sends on to the page of what is ours', async () => {
    const own = `/about?iri=${encodeURIComponent('https://w3id.org/migraph/dataset/x')}`;
    for (const [from, to] of [
      [own, '/dataset/x'],
      [`${own}&format=ttl`, '/dataset/x?format=ttl'],
      ['/about?iri=https://w3id.org/migraph///else.example/x', '///else.example/x'],
    ] as const) {
      const { status, headers } = await get(from);
      expect(status).to.equal(303);
      expect(new URL(headers.location ?? '', served.origin).origin, to).to.equal(served.origin);
    }
    expect((await get(own)).headers.location).to.equal('/dataset/x');
    expect((await get(`${own}&format=ttl`)).headers.location).to.equal('/dataset/x?format=ttl');
  });

  it('says in one line what is wrong', async () => {
    for (const [from, status, reason] of [
      ['/about', 400, /^say once of what: /],
      [`${path}&iri=urn:x:y`, 400, /^say once of what: /],
      ['/about?iri=tides', 400, /^"tides" is not an absolute IRI\n$/],
      ['/about?iri=http://x/%3Cscript%3E', 400, /is not an absolute IRI\n$/],
      ['/about?iri=urn:x:y', 404, /^nothing is known here of <urn:x:y>\n$/],
      [`${path}&format=csv`, 406, /^this is available as /],
    ] as const) {
      const reply = await get(from);
      expect(reply.status, from).to.equal(status);
      expect(reply.text, from).to.match(reason);
      expect((await get(from, { accept: 'text/html' })).status, from).to.equal(status);
    }
    expect((await ask(served.origin, { method: 'POST', path })).status).to.equal(405);
  });
});
