/** Who may write: nobody, or who bears the token, and no page of another origin. */
import { once } from 'node:events';
import { expect } from 'chai';
import { readConfig } from '../../src/config.js';
import { ask, dial } from './http-client.js';
import { type Served, serve } from './serve.js';

const token = 'a-token-for-the-tests.1234';

/** Every kind of request that writes, each of which would change the graph. */
const writes = [
  {
    method: 'POST',
    path: '/sparql',
    headers: { 'content-type': 'application/sparql-update' },
    body: 'INSERT DATA { <urn:a> <urn:b> 1 }',
  },
  {
    method: 'POST',
    path: '/sparql',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'update=INSERT+DATA+%7B+%3Curn%3Aa%3E+%3Curn%3Ab%3E+1+%7D',
  },
  {
    method: 'PUT',
    path: '/graphs?graph=urn:g',
    headers: { 'content-type': 'text/turtle' },
    body: '<urn:a> <urn:b> 1 .',
  },
  { method: 'POST', path: '/graphs?default', headers: { 'content-type': 'text/turtle' }, body: '<urn:a> <urn:b> 1 .' },
  { method: 'POST', path: '/graphs', headers: { 'content-type': 'text/turtle' }, body: '<urn:a> <urn:b> 1 .' },
  {
    method: 'PATCH',
    path: '/graphs?default',
    headers: { 'content-type': 'application/sparql-update' },
    body: 'INSERT DATA { <urn:a> <urn:b> 1 }',
  },
  { method: 'DELETE', path: '/graphs?default', headers: {}, body: '' },
] as const;

describe('writing', () => {
  let closed: Served;
  let open: Served;
  before(async () => {
    closed = await serve();
    open = await serve(undefined, { MIGRAPH_WRITE_TOKEN: token });
  });
  after(() => Promise.all([closed.close(), open.close()]));

  /** The status of each write, with these headers besides its own. */
  const tryAll = (server: Served, headers: Record<string, string>) =>
    Promise.all(
      writes.map(
        async (write) => (await ask(server.origin, { ...write, headers: { ...write.headers, ...headers } })).status,
      ),
    );
  const all = (status: number) => writes.map(() => status);
  const dump = async () =>
    (
      await ask(open.origin, {
        path: '/sparql?query=SELECT%20*%20%7B%20GRAPH%20%3Fg%20%7B%3Fs%20%3Fp%20%3Fo%7D%7D&format=csv',
      })
    ).text + (await ask(open.origin, { path: '/graphs?default', headers: { accept: 'application/n-triples' } })).text;

  it('is forbidden where the server has no token', async () => {
    expect(await tryAll(closed, {})).to.deep.equal(all(403));
    expect(await tryAll(closed, { authorization: `Bearer ${token}` })).to.deep.equal(all(403));
  });
  it('is for those who bear the token', async () => {
    const before = await dump();
    for (const authorization of [
      '',
      'Bearer',
      'Bearer ',
      `Bearer ${token}x`,
      `Bearer ${token.slice(1)}`,
      `Basic ${token}`,
      `Bearer ${token}, Bearer x`,
      token,
      `Bearer "${token}"`,
    ])
      expect(await tryAll(open, authorization === '' ? {} : { authorization }), authorization).to.deep.equal(all(401));
    expect(await dump()).to.equal(before);
  });
  it('tells what is missing, and not what the token is', async () => {
    const bare = await ask(open.origin, writes[0]);
    expect([bare.headers['www-authenticate'], bare.headers['cache-control']]).to.deep.equal([
      'Bearer realm="migraph"',
      'no-store',
    ]);
    const wrong = await ask(open.origin, {
      ...writes[0],
      headers: { ...writes[0].headers, authorization: 'Bearer wrong' },
    });
    expect(wrong.headers['www-authenticate']).to.equal('Bearer realm="migraph", error="invalid_token"');
    expect(bare.text + wrong.text).not.to.include(token);
  });
  it('takes the scheme in any case, and more than one space', async () => {
    for (const authorization of [`bearer ${token}`, `BEARER  ${token}`])
      expect(
        (await ask(open.origin, { ...writes[0], headers: { ...writes[0].headers, authorization } })).status,
      ).to.equal(204);
  });
  it('is for no page of another origin, also with the token', async () => {
    const before = await dump();
    const authorization = `Bearer ${token}`;
    const foreign: Record<string, string>[] = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: open.origin.replace('127.0.0.1', 'localhost') },
      { origin: open.origin.replace(/\d+$/, '1') },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'cross-site', origin: open.origin },
    ];
    for (const headers of foreign)
      expect(await tryAll(open, { authorization, ...headers }), JSON.stringify(headers)).to.deep.equal(all(403));
    expect(await dump()).to.equal(before);
    const own: Record<string, string>[] = [
      { origin: open.origin },
      { origin: open.origin.replace('http:', 'https:') },
      { 'sec-fetch-site': 'same-origin', origin: open.origin },
      { 'sec-fetch-site': 'none' },
    ];
    for (const headers of own)
      expect(
        (await ask(open.origin, { ...writes[0], headers: { ...writes[0].headers, authorization, ...headers } })).status,
      ).to.equal(204);
  });
  it('is not offered to pages of other origins', async () => {
    const { headers } = await ask(open.origin, {
      method: 'OPTIONS',
      path: '/graphs?default',
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'PUT' },
    });
    expect(headers['access-control-allow-methods']).to.equal('GET, HEAD, OPTIONS');
    expect(headers['access-control-allow-headers']).not.to.match(/authorization/i);
    expect(headers.allow).to.equal('GET, HEAD, PUT, POST, DELETE, PATCH, OPTIONS');
  });
  it('is refused before the body has come', async () => {
    const socket = await dial(open.origin);
    socket.write(
      'PUT /graphs?default HTTP/1.1\r\nHost: a\r\nContent-Type: text/turtle\r\nContent-Length: 1000000\r\n\r\n',
    );
    const [answer] = await once(socket, 'data');
    expect(String(answer)).to.match(/^HTTP\/1\.1 401 /);
    socket.destroy();
  });
  it('needs no token for reading', async () => {
    expect((await ask(open.origin, { path: '/graphs?default' })).status).to.equal(200);
    expect(
      (await ask(closed.origin, { path: '/graphs?default', headers: { origin: 'https://evil.example' } })).status,
    ).to.equal(200);
  });

  describe('the token', () => {
    it('is none where it is empty', () => {
      expect(readConfig({}).writeToken).to.equal(undefined);
      expect(readConfig({ MIGRAPH_WRITE_TOKEN: '' }).writeToken).to.equal(undefined);
    });
    it('is one that can be sent and is not guessed, else the server does not start', () => {
      expect(readConfig({ MIGRAPH_WRITE_TOKEN: token }).writeToken).to.equal(token);
      for (const bad of ['short', 'x'.repeat(15), `${token} `, `${token}\n`, 'ünïcode-ünïcode-ünïcode'])
        expect(() => readConfig({ MIGRAPH_WRITE_TOKEN: bad }))
          .to.throw(/^MIGRAPH_WRITE_TOKEN: /)
          .with.property('message')
          .that.does.not.include(bad.trim().slice(0, 5));
    });
  });
});
