/** The Graph Store Protocol over HTTP: which graph, what is done with it, what is answered. */
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { ask, type Sent } from './http-client.js';
import { type Served, serve, serveByPool } from './serve.js';

const token = 'a-token-for-the-tests.1234';
const base = 'https://w3id.org/migraph/';
const authorization = `Bearer ${token}`;
const turtle = { 'content-type': 'text/turtle' };

describe('/graphs', () => {
  let server: Served;
  beforeEach(async () => {
    server = await serve(undefined, { MIGRAPH_WRITE_TOKEN: token, MIGRAPH_MAX_UPLOAD_MB: '2' });
  });
  afterEach(() => server.close());

  const send = (method: string, path: string, body: Sent['body'] = '', headers: Record<string, string> = {}) =>
    ask(server.origin, { method, path, ...(body === '' ? {} : { body }), headers: { authorization, ...headers } });
  const put = (path: string, body: Sent['body'], headers: Record<string, string> = turtle) =>
    send('PUT', path, body, headers);
  const get = (path: string, accept = 'application/n-triples') => send('GET', path, '', { accept });
  const one = '<urn:s> <urn:p> "1" .\n';
  const two = '<urn:s> <urn:p> "2" .\n';
  const g = '/graphs?graph=urn:g';

  it('makes a graph, replaces it, adds to it, and removes it', async () => {
    expect((await get(g)).status).to.equal(404);
    expect((await put(g, one)).status).to.equal(201);
    expect((await put(g, two)).status).to.equal(204);
    expect((await get(g)).text).to.equal(two);
    expect((await send('POST', g, one, turtle)).status).to.equal(204);
    expect((await get(g)).text).to.equal(one + two);
    expect((await send('DELETE', g)).status).to.equal(204);
    expect([(await get(g)).status, (await send('DELETE', g)).status]).to.deep.equal([404, 404]);
    expect((await send('POST', g, one, turtle)).status).to.equal(201);
  });
  it('has the unnamed graph, always', async () => {
    expect((await send('DELETE', '/graphs?default')).status).to.equal(204);
    expect([(await get('/graphs?default')).status, (await get('/graphs?default=')).text]).to.deep.equal([200, '']);
    expect((await put('/graphs?default', one)).status).to.equal(204);
    expect((await get('/graphs?default')).text).to.equal(one);
    expect((await send('DELETE', '/graphs?default')).status).to.equal(204);
  });
  it('finds graphs of its own by their path, under the canonical base and under its own address', async () => {
    expect((await put('/graphs/people/1.ttl', one)).status).to.equal(201);
    for (const name of [`${base}graphs/people/1.ttl`, `${server.origin}/graphs/people/1.ttl`])
      expect((await get(`/graphs?graph=${encodeURIComponent(name)}`)).text).to.equal(one);
    const query = `SELECT ?g { GRAPH ?g { <urn:s> ?p ?o } }`;
    expect(
      (await ask(server.origin, { path: `/sparql?format=csv&query=${encodeURIComponent(query)}` })).text,
    ).to.include(`${base}graphs/people/1.ttl`);
    expect((await put('/graphs/a%20b', one)).status).to.equal(201);
    expect((await get(`/graphs?graph=${encodeURIComponent(`${base}graphs/a%20b`)}`)).status).to.equal(200);
  });
  it('takes percent-encoding off once', async () => {
    await put('/graphs?graph=http://e/%31', one);
    await put('/graphs?graph=http://e/%2531', two);
    expect((await get('/graphs?graph=http%3A%2F%2Fe%2F1')).text).to.equal(one);
    expect((await get('/graphs?graph=http://e/%2531')).text).to.equal(two);
  });
  it('names a graph that is sent without a name', async () => {
    const made = await send('POST', '/graphs', '<> <urn:p> "1" .', turtle);
    expect(made.status).to.equal(201);
    const location = made.headers.location ?? '';
    expect(location.startsWith(`${server.origin}/graphs/`)).to.equal(true);
    const iri = made.text.trim();
    expect(iri).to.equal(location.replace(`${server.origin}/`, base));
    for (const path of [
      new URL(location).pathname,
      `/graphs?graph=${encodeURIComponent(location)}`,
      `/graphs?graph=${iri}`,
    ])
      expect((await get(path)).text).to.equal(`<${iri}> <urn:p> "1" .\n`);
    expect((await send('POST', '/graphs', one, turtle)).headers.location).not.to.equal(location);
    expect((await send('POST', '/graphs', '# nothing', turtle)).status).to.equal(204);
  });
  it('resolves relative IRIs against the graph', async () => {
    await put('/graphs?graph=http://e/a/b', '<c> <#p> <../d> .');
    expect((await get('/graphs?graph=http://e/a/b')).text).to.equal('<http://e/a/c> <http://e/a/b#p> <http://e/d> .\n');
  });

  describe('names one graph', () => {
    const cases: [string, number][] = [
      ['/graphs', 400],
      ['/graphs/', 400],
      ['/graphs?graph=urn:g&default', 400],
      ['/graphs?default&default', 400],
      ['/graphs?graph=urn:g&graph=urn:h', 400],
      ['/graphs?graph=relative', 400],
      ['/graphs?graph=', 400],
      ['/graphs?graph=urn:a%20b', 400],
      ['/graphs?graph=urn:a%3Eb', 400],
      ['/graphs?graph=%FF', 400],
      ['/graphs?grahp=urn:g', 400],
      ['/graphs/a?default', 400],
      ['/graphs/a/../b', 400],
      ['/graphs/%2e%2E/b', 400],
      ['/graphs/a%', 400],
    ];
    for (const [path, status] of cases)
      it(`and not ${path}`, async () => {
        for (const method of path.startsWith('/graphs?') || path.length > 8
          ? ['GET', 'PUT', 'POST', 'DELETE', 'PATCH']
          : ['GET', 'PUT', 'DELETE', 'PATCH'])
          expect(
            (await send(method, path, method === 'GET' || method === 'DELETE' ? '' : one, turtle)).status,
            method,
          ).to.equal(status);
      });
  });

  describe('reads', () => {
    beforeEach(() => put(g, one + two));
    it('in every syntax for graphs', async () => {
      for (const type of [
        'text/turtle',
        'application/n-triples',
        'application/ld+json',
        'application/rdf+xml',
        'application/trig',
        'application/n-quads',
      ]) {
        const reply = await get(g, type);
        expect([reply.status, reply.headers['content-type']?.split(';')[0]]).to.deep.equal([200, type]);
        expect((await put('/graphs?graph=urn:copy', reply.body, { 'content-type': type })).status, type).to.be.oneOf([
          201, 204,
        ]);
        expect((await get('/graphs?graph=urn:copy')).text, type).to.equal(one + two);
      }
      expect((await get(`${g}&format=ttl`, '*/*')).headers['content-type']).to.match(/^text\/turtle/);
      expect((await get(g, 'image/png')).status).to.equal(406);
    });
    it('by HEAD with the headers of GET', async () => {
      const [whole, head] = [await get(g), await send('HEAD', g, '', { accept: 'application/n-triples' })];
      expect([head.status, head.text]).to.deep.equal([200, '']);
      for (const name of ['etag', 'content-length', 'content-type'] as const)
        expect(head.headers[name]).to.equal(whole.headers[name]);
      expect((await send('HEAD', '/graphs?graph=urn:none')).status).to.equal(404);
    });
    it('not again what the client has', async () => {
      const { etag = '' } = (await get(g)).headers;
      const again = await send('GET', g, '', { accept: 'application/n-triples', 'if-none-match': etag });
      expect(again.status).to.equal(304);
      await put(g, one);
      expect((await send('GET', g, '', { accept: 'application/n-triples', 'if-none-match': etag })).status).to.equal(
        200,
      );
    });
  });

  describe('takes', () => {
    const form = (type: string, name = 'x', text = one) =>
      `--b\r\nContent-Disposition: form-data; name="f"; filename="${name}"\r\n${type === '' ? '' : `Content-Type: ${type}\r\n`}\r\n${text}\r\n`;
    const multipart = { 'content-type': 'multipart/form-data; boundary=b' };

    it('packed uploads', async () => {
      expect((await put(g, gzipSync(one), { ...turtle, 'content-encoding': 'gzip' })).status).to.equal(201);
      expect((await put(g, brotliCompressSync(two), { ...turtle, 'content-encoding': 'br' })).status).to.equal(204);
      expect((await get(g)).text).to.equal(two);
    });
    it('the files of a form, each in its syntax, as one', async () => {
      const body = `${form('text/turtle; charset=utf-8')}${form('', 'y.nt', two)}${form('application/octet-stream', 'Z.TTL', '_:x <urn:q> 1 .')}--b--\r\n`;
      expect((await send('POST', g, body, multipart)).status).to.equal(201);
      expect((await get(g)).text.split('\n')).to.have.length(4);
      expect((await send('POST', '/graphs', body, multipart)).status).to.equal(201);
    });
    it('no form that is broken, and nothing of it', async () => {
      const cases: [number, string, Record<string, string>?][] = [
        [400, form('text/turtle')],
        [400, `${form('text/turtle')}${form('text/turtle', 'x', 'no Turtle')}--b--`],
        [400, `${form('text/turtle')}--b\r\nContent-Type: text/turtle\r\n--b--`],
        [400, '--c--'],
        [400, `${form('text/turtle')}--b--`, { 'content-type': 'multipart/form-data' }],
        [400, `${form('text/turtle').repeat(101)}--b--`],
        [415, `${form('image/png', 'x.png')}--b--`],
        [415, `${form('text/turtle; charset=latin1')}--b--`],
      ];
      for (const [status, body, headers = multipart] of cases)
        expect((await send('POST', g, body, headers)).status, body.slice(0, 200)).to.equal(status);
      expect((await put(g, `${form('text/turtle')}--b--`, multipart)).status).to.equal(415);
      expect((await get(g)).status).to.equal(404);
    });
    it('nothing that is wrong, and says in a line why', async () => {
      await put(g, one);
      const cases: [number, RegExp, Sent['body'], Record<string, string>?][] = [
        [400, /^line 2: /, `${two}<urn:s> <urn:p> .`],
        [400, /UTF-8/, Buffer.from('<urn:s> <urn:p> "\xe9" .', 'latin1')],
        [400, /part of a body/, one, { ...turtle, 'content-range': 'bytes 0-20/100' }],
        [400, /nested/, `<urn:s> <urn:p> ${'['.repeat(200)}${']'.repeat(200)} .`],
        [400, /names a graph/, '<urn:x> { <urn:s> <urn:p> 1 }', { 'content-type': 'application/trig' }],
        [400, /content coding/, Buffer.from('no gzip'), { ...turtle, 'content-encoding': 'gzip' }],
        [413, /longer/, `# ${'x'.repeat(2 * 1024 * 1024)}`],
        [413, /longer/, gzipSync(Buffer.alloc(100_000_000, '#')), { ...turtle, 'content-encoding': 'gzip' }],
        [413, /longer/, brotliCompressSync(Buffer.alloc(100_000_000, '#')), { ...turtle, 'content-encoding': 'br' }],
        [415, /gzip, deflate and br/, one, { ...turtle, 'content-encoding': 'zstd' }],
        [415, /media type/, one, {}],
        [415, /text\/html/, one, { 'content-type': 'text/html' }],
        [415, /UTF-8/, one, { 'content-type': 'text/turtle; charset=utf-16' }],
      ];
      for (const [status, reason, body, headers = turtle] of cases)
        for (const method of ['PUT', 'POST']) {
          const reply = await send(method, g, body, headers);
          expect([reply.status, reply.text.trim().split('\n').length], String(reason)).to.deep.equal([status, 1]);
          expect(reply.text).to.match(reason);
        }
      expect((await get(g)).text).to.equal(one);
    });
    it('no method that it does not know', async () => {
      const reply = await send('QUERY', g, 'x', turtle);
      expect([reply.status, reply.headers.allow]).to.deep.equal([405, 'GET, HEAD, PUT, POST, DELETE, PATCH, OPTIONS']);
      const options = await send('OPTIONS', g);
      expect([options.status, options.headers.allow, options.headers['accept-patch']]).to.deep.equal([
        204,
        'GET, HEAD, PUT, POST, DELETE, PATCH, OPTIONS',
        'application/sparql-update',
      ]);
    });
  });

  describe('patches', () => {
    const patch = (path: string, text: string, headers: Record<string, string> = {}) =>
      send('PATCH', path, text, { 'content-type': 'application/sparql-update', ...headers });
    it('one graph, which is the default graph of the update', async () => {
      await put(g, one);
      expect((await patch(g, 'DELETE { ?s ?p ?o } INSERT { ?s ?p "2" } WHERE { ?s ?p ?o }')).status).to.equal(204);
      expect((await get(g)).text).to.equal(two);
      expect((await patch('/graphs?default', 'CLEAR DEFAULT ; INSERT DATA { <urn:s> <urn:p> "1" }')).status).to.equal(
        204,
      );
      expect((await get('/graphs?default')).text).to.equal(one);
    });
    it('no other, none that is not there, and with nothing else', async () => {
      await put(g, one);
      expect((await patch(g, 'INSERT DATA { GRAPH <urn:h> { <urn:a> <urn:b> 1 } }')).status).to.equal(400);
      expect((await patch(g, 'CLEAR ALL')).status).to.equal(400);
      expect((await patch(g, 'INSERT {')).status).to.equal(400);
      expect((await patch('/graphs?graph=urn:none', 'INSERT DATA { <urn:a> <urn:b> 1 }')).status).to.equal(404);
      const wrong = await send('PATCH', g, one, turtle);
      expect([wrong.status, wrong.headers['accept-patch']]).to.deep.equal([415, 'application/sparql-update']);
      expect((await get(g)).text).to.equal(one);
    });
  });

  describe('under a condition', () => {
    const etag = async (accept = 'application/n-triples') => (await get(g, accept)).headers.etag ?? '';
    const all: [string, Sent['body'], Record<string, string>][] = [
      ['PUT', two, turtle],
      ['POST', two, turtle],
      ['PATCH', 'INSERT DATA { <urn:s> <urn:p> "2" }', { 'content-type': 'application/sparql-update' }],
      ['DELETE', '', {}],
    ];
    it('writes to what the client knows, in whichever syntax and coding it knows it', async () => {
      for (const [method, body, headers] of all)
        for (const accept of ['application/n-triples', 'text/turtle', 'application/ld+json']) {
          await put(g, one);
          const tag = await etag(accept);
          const stale = await send(method, g, body, { ...headers, 'if-match': tag.replace('"', '"x') });
          expect(stale.status, method).to.equal(412);
          expect((await get(g)).text).to.equal(one);
          const [known, besides] = [
            await send(method, g, body, { ...headers, 'if-match': `"a", ${tag}` }),
            await send(method, g, body, { ...headers, 'if-match': tag }),
          ];
          expect([known.status, besides.status], `${method} ${accept}`).to.deep.equal([204, 412]);
        }
      const long = Array.from({ length: 1000 }, (_, n) => `<urn:s> <urn:p> "${n}" .\n`).join('');
      await put(g, long);
      const packed = (await send('GET', g, '', { accept: 'text/turtle', 'accept-encoding': 'br' })).headers;
      expect(packed['content-encoding']).to.equal('br');
      expect((await put(g, one, { ...turtle, 'if-match': packed.etag ?? '' })).status).to.equal(204);
    });
    it('writes to what is there, or to what is not', async () => {
      for (const [method, body, headers] of all)
        expect((await send(method, g, body, { ...headers, 'if-match': '*' })).status, method).to.be.oneOf([412, 404]);
      expect((await put(g, one, { ...turtle, 'if-none-match': '*' })).status).to.equal(201);
      expect((await put(g, two, { ...turtle, 'if-none-match': '*' })).status).to.equal(412);
      expect((await get(g)).text).to.equal(one);
      expect((await send('DELETE', g, '', { 'if-match': '*' })).status).to.equal(204);
    });
    it('lets one of many win', async () => {
      await put(g, one);
      const tag = await etag();
      const replies = await Promise.all(
        Array.from({ length: 8 }, (_, n) => put(g, `<urn:s> <urn:p> "${n + 10}" .`, { ...turtle, 'if-match': tag })),
      );
      expect(replies.map(({ status }) => status).sort()).to.deep.equal([204, 412, 412, 412, 412, 412, 412, 412]);
    });
  });

  it('is not put off by others who write without a pause', async () => {
    const pool = await serveByPool({ MIGRAPH_WRITE_TOKEN: token });
    const write = async (method: string, path: string, body: string, headers: Record<string, string>) =>
      (await ask(pool.origin, { method, path, body, headers: { authorization, ...headers } })).status;
    let isOver = false;
    const others = Array.from({ length: 20 }, async (_, n) => {
      for (let k = 0; !isOver; k += 1) await write('PUT', `/graphs?graph=urn:${n}`, `<urn:s> <urn:k> ${k} .`, turtle);
    });
    try {
      await write('PUT', g, one, turtle);
      const tag = (await ask(pool.origin, { path: g, headers: { accept: 'text/turtle' } })).headers.etag ?? '';
      const statuses = [
        await write('PATCH', g, 'INSERT DATA { <urn:s> <urn:p> "1" }', { 'content-type': 'application/sparql-update' }),
        await write('PUT', g, two, { ...turtle, 'if-match': tag }),
      ];
      expect(statuses).to.deep.equal([204, 204]);
    } finally {
      isOver = true;
      await Promise.all(others);
      await pool.close();
    }
  });
});
