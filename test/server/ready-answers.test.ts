/** Answers that stand ready are those that the application would give. */
import { expect } from 'chai';
import { ask, type Sent } from './http-client.js';
import { type Served, serveByPool } from './serve.js';

const token = 'a-token-for-the-tests.1234';
const path = (query: string, more = ''): string => `/sparql?query=${encodeURIComponent(query)}${more}`;
const all = path('SELECT ?o { <urn:s> <urn:p> ?o }');

describe('answers that stand ready', () => {
  let server: Served;
  beforeEach(async () => {
    server = await serveByPool({ MIGRAPH_WRITE_TOKEN: token });
  });
  afterEach(() => server.close());
  const get = (target: string, headers: Record<string, string> = {}, more: Partial<Sent> = {}) =>
    ask(server.origin, { path: target, headers, ...more });
  const update = (text: string) =>
    ask(server.origin, {
      method: 'POST',
      path: '/sparql',
      body: text,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/sparql-update' },
    });
  /** Without what is another each time. */
  const lasting = ({ date: _, 'x-request-id': __, ...headers }: Record<string, unknown>) => headers;

  it('have the same headers and body, for whoever asks in the same words and for the same format', async () => {
    const long = path(`SELECT ?n { VALUES ?n { ${Array.from({ length: 900 }, (_, n) => n).join(' ')} } }`);
    for (const target of [all, path('ASK {}', '&format=csv'), long])
      for (const headers of [{}, { accept: 'text/csv' }, { 'accept-encoding': 'gzip' }]) {
        const [first, second, third] = [
          await get(target, headers),
          await get(target, headers),
          await get(target, headers),
        ];
        for (const again of [second, third]) {
          expect(again.status).to.equal(200);
          expect(again.text).to.equal(first.text);
          expect(lasting(again.headers)).to.deep.equal(lasting(first.headers));
        }
      }
    expect((await get(all, { accept: 'text/csv' })).headers['content-type']).to.match(/^text\/csv/);
    expect((await get(all)).headers['content-type']).to.match(/json/);
  });
  it('are forgotten when the graph has changed', async () => {
    for (const value of ['1', '2', '3']) {
      expect(
        (await update(`DELETE WHERE { <urn:s> <urn:p> ?o } ; INSERT DATA { <urn:s> <urn:p> "${value}" }`)).status,
      ).to.equal(204);
      for (let n = 0; n < 3; n += 1)
        expect((await get(all, { accept: 'text/csv' })).text).to.equal(`o\r\n${value}\r\n`);
    }
  });
  it('are not for those who name a state, ask for headers alone, or are wrong', async () => {
    const { etag = '' } = (await get(all)).headers;
    expect((await get(all)).status).to.equal(200);
    expect((await get(all, { 'if-none-match': etag })).status).to.equal(304);
    expect((await get(all, { 'if-match': '"other"' })).status).to.equal(412);
    expect((await get(all, {}, { method: 'HEAD' })).text).to.equal('');
    expect((await get(all, { host: 'not a host' })).status).to.equal(400);
  });
  it('are none where each answer is another', async () => {
    const answers = new Set<string>();
    for (let n = 0; n < 4; n += 1) answers.add((await get(path('SELECT (STRUUID() AS ?x) {}'))).text);
    expect(answers.size).to.equal(4);
  });
  it('are counted like all others', async () => {
    const limited = await serveByPool({ MIGRAPH_CLIENT_BUDGET: '1', MIGRAPH_LIMIT_LOOPBACK: 'true' });
    try {
      const statuses: number[] = [];
      for (let n = 0; n < 400 && statuses.at(-1) !== 429; n += 1)
        statuses.push((await ask(limited.origin, { path: all })).status);
      expect(statuses.at(-1)).to.equal(429);
      expect(statuses.length).to.be.greaterThan(20);
    } finally {
      await limited.close();
    }
  });
});
