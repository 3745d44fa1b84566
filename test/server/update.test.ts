/** SPARQL Update over HTTP (SPARQL 1.1 Protocol, section 2.2). */
import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { ask } from './http-client.js';
import { type Served, serve } from './serve.js';

const token = 'a-token-for-the-tests.1234';

describe('updates at /sparql', () => {
  let server: Served;
  beforeEach(async () => {
    server = await serve(undefined, { MIGRAPH_WRITE_TOKEN: token });
  });
  afterEach(() => server.close());

  const authorization = `Bearer ${token}`;
  const update = (body: string | Uint8Array, path = '/sparql', headers: Record<string, string> = {}) =>
    ask(server.origin, {
      method: 'POST',
      path,
      body,
      headers: { authorization, 'content-type': 'application/sparql-update', ...headers },
    });
  const form = (fields: [string, string][], path = '/sparql') =>
    update(new URLSearchParams(fields).toString(), path, { 'content-type': 'application/x-www-form-urlencoded' });
  const rows = async (query: string) =>
    (await ask(server.origin, { path: `/sparql?format=csv&query=${encodeURIComponent(query)}` })).text
      .trim()
      .split('\r\n')
      .slice(1)
      .sort();

  it('are the body itself, or a field of a form', async () => {
    const direct = await update('INSERT DATA { <urn:a> <urn:b> 1 }');
    expect([direct.status, direct.text]).to.deep.equal([204, '']);
    expect((await form([['update', 'INSERT DATA { <urn:a> <urn:b> 2 }']])).status).to.equal(204);
    expect(await rows('SELECT ?o { <urn:a> ?p ?o }')).to.deep.equal(['1', '2']);
  });
  it('may come packed, with a charset, in any case', async () => {
    const type = { 'content-type': 'Application/SPARQL-Update; charset="UTF-8"' };
    expect(
      (
        await update(gzipSync('INSERT DATA { <urn:a> <urn:b> "é" }'), '/sparql', {
          ...type,
          'content-encoding': 'gzip',
        })
      ).status,
    ).to.equal(204);
    expect(await rows('SELECT ?o { <urn:a> ?p ?o }')).to.deep.equal(['é']);
  });
  it('have the dataset that the protocol gives them, in the URL or the form', async () => {
    await update('INSERT DATA { GRAPH <urn:g1> { <urn:a> <urn:b> 1 } GRAPH <urn:g2> { <urn:a> <urn:b> 2 } }');
    const copy = 'INSERT { GRAPH <urn:to> { ?s ?p ?o } } WHERE { ?s ?p ?o }';
    expect((await update(copy, '/sparql?using-graph-uri=urn:g1')).status).to.equal(204);
    expect(await rows('SELECT ?o { GRAPH <urn:to> { ?s ?p ?o } }')).to.deep.equal(['1']);
    expect(
      (
        await form([
          ['update', copy],
          ['using-graph-uri', 'urn:g2'],
        ])
      ).status,
    ).to.equal(204);
    expect(await rows('SELECT ?o { GRAPH <urn:to> { ?s ?p ?o } }')).to.deep.equal(['1', '2']);
    const named = 'DELETE { GRAPH ?g { ?s ?p ?o } } WHERE { GRAPH ?g { ?s ?p ?o } }';
    expect((await update(named, '/sparql?using-named-graph-uri=urn:g1&using-named-graph-uri=urn:to')).status).to.equal(
      204,
    );
    expect(await rows('SELECT ?g { GRAPH ?g { ?s <urn:b> ?o } }')).to.deep.equal(['urn:g2']);
  });
  it('resolve relative IRIs against the canonical base', async () => {
    await update('INSERT DATA { <x> <urn:b> 1 }');
    expect(await rows('SELECT ?s { ?s <urn:b> 1 }')).to.deep.equal(['https://w3id.org/migraph/x']);
  });
  it('that are wrong are a status and a line, and change nothing', async () => {
    const count = () => rows('SELECT (COUNT(*) AS ?n) { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }');
    const before = await count();
    const first = 'INSERT DATA { <urn:a> <urn:b> 1 } ;\n';
    const cases: [string, number, ReturnType<typeof update>, RegExp][] = [
      ['broken', 400, update(`${first}INSERT {`), /line 2/],
      ['a query', 400, update('ASK {}'), /query/],
      ['not UTF-8', 400, update(Buffer.from(`${first} # \xe9`, 'latin1')), /UTF-8/],
      ['LOAD', 400, update(`${first} LOAD <http://127.0.0.1/>`), /LOAD/],
      [
        'SERVICE',
        400,
        update(`${first} INSERT { ?s ?p ?o } WHERE { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }`),
        /SERVICE/,
      ],
      ['a graph that is not there', 400, update(`${first} DROP GRAPH <urn:none>`), /urn:none/],
      [
        'both datasets',
        400,
        update(`${first} WITH <urn:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }`, '/sparql?using-graph-uri=urn:g'),
        /WITH or USING/,
      ],
      ['the dataset of a query', 400, update(first, '/sparql?default-graph-uri=urn:g'), /belongs to/],
      [
        'two',
        400,
        form([
          ['update', first],
          ['update', first],
        ]),
        /one/,
      ],
      [
        'with a query',
        400,
        form([
          ['update', first],
          ['query', 'ASK {}'],
        ]),
        /one/,
      ],
      ['of another type', 415, update(first, '/sparql', { 'content-type': 'text/plain' }), /sparql-update/],
      [
        'of another charset',
        415,
        update(first, '/sparql', { 'content-type': 'application/sparql-update; charset=latin1' }),
        /UTF-8/,
      ],
      ['too long', 413, update(`${first}${' '.repeat(1_100_000)}`), /longer/],
      [
        'a bomb',
        413,
        update(gzipSync(Buffer.alloc(50_000_000, ' ')), '/sparql', { 'content-encoding': 'gzip' }),
        /longer/,
      ],
      [
        'by GET',
        400,
        ask(server.origin, { path: `/sparql?update=${encodeURIComponent(first)}`, headers: { authorization } }),
        /GET/,
      ],
      [
        'by QUERY',
        415,
        ask(server.origin, {
          method: 'QUERY',
          body: first,
          headers: { authorization, 'content-type': 'application/sparql-update' },
        }),
        /QUERY/,
      ],
    ];
    for (const [what, status, sent, line] of cases) {
      const reply = await sent;
      expect([reply.status, reply.text.trim().split('\n').length], what).to.deep.equal([status, 1]);
      expect(reply.text, what).to.match(line);
    }
    expect(await count()).to.deep.equal(before);
  });
});
