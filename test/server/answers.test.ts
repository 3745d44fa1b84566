/** Answers as representations: codings, entity tags, conditions, HEAD, versions, problems, and what caches are told. */
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect } from 'chai';
import { ask, type Reply, type Sent } from './http-client.js';
import { type Served, serve, untilCounted } from './serve.js';

/** 200 rows, or a short answer. */
const rows = (n: number): string =>
  `SELECT ?a ?b { VALUES ?a { ${Array.from({ length: n }, (_, i) => `<http://a.example/${i}>`).join(' ')} } BIND("wave" AS ?b) }`;
const pathOf = (query: string, more = ''): string => `/sparql?query=${encodeURIComponent(query)}${more}`;
const long = pathOf(rows(200));
const short = pathOf('ASK {}');
const json = 'application/sparql-results+json';

describe('answers', () => {
  let server: Served;
  before(async () => {
    server = await serve();
  });
  after(() => server.close());

  const get = (path: string, headers: Record<string, string> = {}, more: Partial<Sent> = {}): Promise<Reply> =>
    ask(server.origin, { path, headers, ...more });
  const etagOf = ({ headers }: Reply): string => String(headers.etag);

  describe('codings', () => {
    it('br and gzip say the same as the plain answer, and their length', async () => {
      const plain = await get(long);
      expect(plain.headers['content-encoding']).to.equal(undefined);
      for (const [coding, unpack] of [
        ['br', brotliDecompressSync],
        ['gzip', gunzipSync],
      ] as const) {
        const packed = await get(long, { 'accept-encoding': coding });
        expect(packed.headers['content-encoding']).to.equal(coding);
        expect(Number(packed.headers['content-length']))
          .to.equal(packed.body.length)
          .and.below(plain.body.length / 4);
        expect(unpack(packed.body).equals(plain.body)).to.equal(true);
      }
    });
    it('a short answer is left as it is, unless that is excluded', async () => {
      expect((await get(short, { 'accept-encoding': 'gzip' })).headers['content-encoding']).to.equal(undefined);
      const forced = await get(short, { 'accept-encoding': 'gzip, identity;q=0' });
      expect(JSON.parse(gunzipSync(forced.body).toString())).to.have.property('boolean', true);
    });
    it('406 where no coding will do', async () => {
      expect((await get(long, { 'accept-encoding': 'identity;q=0' })).status).to.equal(406);
    });
    it('pages and the catalogue too', async () => {
      for (const path of ['/', '/catalog', '/ontology.ttl', '/dataset/arrivals-register.html'])
        expect(
          (await get(path, { 'accept-encoding': 'gzip', accept: '*/*' })).headers['content-encoding'],
          path,
        ).to.equal('gzip');
    });
  });

  describe('entity tags', () => {
    it('there is one for each representation, and it stays', async () => {
      const asked = [
        {},
        { 'accept-encoding': 'gzip' },
        { 'accept-encoding': 'br' },
        { accept: 'application/json' },
        { accept: `${json};version=1.2` },
        { accept: 'text/csv' },
      ];
      const tags = await Promise.all(asked.map(async (headers) => etagOf(await get(long, headers))));
      expect(new Set(tags).size).to.equal(asked.length);
      expect(etagOf(await get(long))).to.equal(tags[0]);
      for (const tag of tags) expect(tag).to.match(/^"[\x21\x23-\x7e]+"$/);
    });
    it('304 for a copy that is still good: in a list, weak, or any; with the headers that a cache needs', async () => {
      const tag = etagOf(await get(long, { 'accept-encoding': 'br' }));
      for (const held of [tag, `W/${tag}`, `"x", W/"a,b" , ${tag}`, '*']) {
        const answer = await get(long, { 'accept-encoding': 'br', 'if-none-match': held });
        expect([answer.status, answer.text], held).to.deep.equal([304, '']);
        expect(answer.headers).to.include({ etag: tag, vary: 'Accept, Accept-Encoding', 'cache-control': 'no-cache' });
        expect(answer.headers).to.not.have.any.keys('content-type', 'content-length', 'content-encoding');
      }
      for (const held of ['"x"', tag.slice(1, -1), `"${tag}"`, ''])
        expect((await get(long, { 'accept-encoding': 'br', 'if-none-match': held })).status, held).to.equal(200);
      expect((await get(long, { 'if-none-match': tag })).status).to.equal(200);
    });
    it('304 also for HEAD and QUERY; POST is no selection of a representation', async () => {
      const tag = etagOf(await get(long));
      expect((await get(long, { 'if-none-match': tag }, { method: 'HEAD' })).status).to.equal(304);
      const body = { headers: { 'content-type': 'application/sparql-query', 'if-none-match': tag }, body: rows(200) };
      expect((await ask(server.origin, { method: 'QUERY', ...body })).status).to.equal(304);
      const post = await ask(server.origin, { method: 'POST', ...body });
      expect([post.status, post.headers.etag]).to.deep.equal([200, undefined]);
    });
    it('If-Match compares strongly', async () => {
      const tag = etagOf(await get(long));
      expect((await get(long, { 'if-match': tag })).status).to.equal(200);
      expect((await get(long, { 'if-match': '*' })).status).to.equal(200);
      expect((await get(long, { 'if-match': `W/${tag}` })).status).to.equal(412);
      expect((await get(long, { 'if-match': '"x"' })).status).to.equal(412);
    });
    it('a weak one, or none, is never taken for another', async () => {
      expect((await get('/healthz')).headers.etag).to.equal(undefined);
    });
  });

  it('HEAD has the very headers of GET', async () => {
    await untilCounted(server.origin);
    /** What is of each request alone. */
    const own = { date: '', 'x-request-id': '' };
    for (const path of [
      long,
      short,
      '/sparql',
      '/catalog',
      '/',
      '/dataset/none',
      pathOf('ASK {'),
      '/note/harbours',
      '/healthz',
    ])
      for (const coding of ['identity', 'gzip']) {
        const headers = { 'accept-encoding': coding };
        const [head, whole] = [await get(path, headers, { method: 'HEAD' }), await get(path, headers)];
        expect(head.text).to.equal('');
        expect({ ...head.headers, ...own }, path).to.deep.equal({ ...whole.headers, ...own });
        expect(head.status).to.equal(whole.status);
      }
  });

  it('says by what an answer varies, and only that', async () => {
    const browser = { accept: 'text/html' };
    for (const [path, vary, headers] of [
      [long, 'Accept, Accept-Encoding', {}],
      [`${long}&format=csv`, 'Accept-Encoding', {}],
      ['/sparql', 'Accept, Accept-Language, Cookie, Accept-Encoding', browser],
      ['/catalog', 'Accept-Profile, Accept, Accept-Encoding', {}],
      ['/catalog.ttl', 'Accept-Profile, Accept-Encoding', {}],
      ['/', 'Accept-Language, Cookie, Accept-Encoding', browser],
      ['/note/harbours', 'Accept, Accept-Encoding', {}],
      ['/note/harbours.txt', 'Accept-Encoding', {}],
      ['/ontology/context.jsonld', 'Accept-Encoding', {}],
      ['/healthz', undefined, {}],
      ['/dataset/none.ttl', 'Accept, Accept-Profile', {}],
    ] as const)
      expect((await get(path, headers)).headers.vary, path).to.equal(vary);
  });

  describe('failures', () => {
    const bad = pathOf('SELECT *\nWHERE { ?s ?p }');
    it('are problems where JSON is preferred, lines of text elsewhere', async () => {
      for (const [accept, type] of [
        [json, 'application/problem+json'],
        ['application/problem+json', 'application/problem+json'],
        ['application/*', 'application/problem+json'],
        [`${json}, text/plain`, 'text/plain; charset=utf-8'],
        [`${json}, text/plain;q=0.5`, 'application/problem+json'],
        [`${json};q=0`, 'text/plain; charset=utf-8'],
        ['*/*', 'text/plain; charset=utf-8'],
        ['image/png', 'text/plain; charset=utf-8'],
      ] as const)
        expect((await get(bad, { accept })).headers['content-type'], accept).to.equal(type);
    });
    it('are not kept by caches, not coded, and carry no tag', async () => {
      const { headers } = await get(bad, { 'accept-encoding': 'gzip' });
      expect(headers).to.include({ 'cache-control': 'no-store', vary: 'Accept' });
      expect(headers).to.not.have.any.keys('etag', 'content-encoding');
    });
  });

  describe('versions', () => {
    it('are echoed where they promise nothing', async () => {
      for (const [accept, type] of [
        [`${json};version=1.2`, `${json}; version=1.2`],
        [`${json}; Version="1.2"`, `${json}; version=1.2`],
        [`${json};version=1.1`, json],
        [`${json};version=1.2-basic`, json],
        ['text/csv;version=1.2', 'text/csv; charset=utf-8'],
        [`${json};version=9, application/sparql-results+xml;q=0.1`, 'application/sparql-results+xml'],
        [`${json};version=1.2;q=0.1, ${json}`, json],
      ] as const)
        expect((await get(short, { accept })).headers['content-type'], accept).to.equal(type);
      expect((await get(short, { accept: `${json};version=9` })).status).to.equal(406);
      const turtle = await get(pathOf('CONSTRUCT {} {}'), { accept: 'text/turtle;version=1.2' });
      expect(turtle.headers['content-type']).to.equal('text/turtle; charset=utf-8; version=1.2');
    });
    it('of the query come as a parameter, in the form, or with the media type', async () => {
      const send = (type: string, body: string) =>
        ask(server.origin, { method: 'POST', headers: { 'content-type': type }, body });
      for (const [version, status] of [
        ['1.2', 200],
        ['1.2-basic', 200],
        ['1.1', 200],
        ['', 200],
        ['3', 400],
        ['1.2&version=1.1', 400],
      ] as const) {
        expect((await get(`${short}&version=${version}`)).status, version).to.equal(status);
        const form = await send('application/x-www-form-urlencoded', `query=ASK{}&version=${version}`);
        expect(form.status, version).to.equal(status);
      }
      expect((await send('application/sparql-query;version=1.2', 'ASK {}')).status).to.equal(200);
      expect((await send('application/sparql-query; VERSION="1.2"', 'VERSION "1.2" ASK {}')).status).to.equal(200);
      expect((await send('application/sparql-query;version=7', 'ASK {}')).status).to.equal(400);
    });
  });

  describe('our own address', () => {
    const endpointOf = async ({ origin }: Served, headers: Record<string, string>): Promise<string | undefined> =>
      /sd:endpoint <([^>]*)>/.exec((await ask(origin, { headers })).text)?.[1];
    const proxied = { 'x-forwarded-proto': 'http, https', 'x-forwarded-host': 'evil.example, data.example' };
    it('is the one that was asked; a proxy has a say only where it is trusted', async () => {
      expect(await endpointOf(server, { host: 'a.example:81' })).to.equal('http://a.example:81/sparql');
      expect(await endpointOf(server, { host: '[::1]:81' })).to.equal('http://[::1]:81/sparql');
      expect(await endpointOf(server, { host: 'a.example', ...proxied })).to.equal('http://a.example/sparql');
      const behind = await serve(undefined, { MIGRAPH_TRUST_PROXY: 'true' });
      expect(await endpointOf(behind, { host: 'a.example', ...proxied })).to.equal('https://data.example/sparql');
      expect(await endpointOf(behind, { host: 'a.example' })).to.equal('http://a.example/sparql');
      expect((await ask(behind.origin, { headers: { 'x-forwarded-host': '"><script>' } })).status).to.equal(400);
      await behind.close();
    });
    it('is no way to put anything into an answer', async () => {
      for (const host of ["a.example'&x", 'a%22b', 'a(b)'])
        expect((await ask(server.origin, { headers: { host } })).status, host).to.equal(400);
    });
  });

  it('an Accept of 30,000 hostile characters is read at once', async () => {
    for (const accept of ['"\\'.repeat(15_000), ';q="'.repeat(7_000), 'a/b;c="'.repeat(4_000), ','.repeat(30_000)]) {
      const begun = performance.now();
      await get(short, { accept, 'accept-encoding': accept });
      expect(performance.now() - begun).to.be.below(500);
    }
  });
});
