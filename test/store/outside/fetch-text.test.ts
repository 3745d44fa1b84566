/** The one way out, against real servers: where it goes, and what it takes. */
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { QueryFault } from '../../../src/store/graph-store.js';
import { createFetch } from '../../../src/store/outside/fetch-text.js';
import { createHosts } from '../../../src/store/outside/hosts.js';

type ResolveName = NonNullable<Parameters<typeof createFetch>[1]>;

/** Leads every name to the addresses given. */
const leadTo =
  (...addresses: string[]): ResolveName =>
  (_name, _options, done) =>
    done(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );

const answers: Readonly<Record<string, RequestListener>> = {
  '/text': (_, response) => response.setHeader('Content-Type', 'text/Turtle; charset=utf-8').end('é'),
  '/moved': (_, response) => response.writeHead(302, { Location: '/text' }).end(),
  '/round': (_, response) => response.writeHead(302, { Location: '/round' }).end(),
  '/away': (_, response) => response.writeHead(302, { Location: 'http://other.example/text' }).end(),
  '/file': (_, response) => response.writeHead(302, { Location: 'file:///etc/passwd' }).end(),
  '/nowhere': (_, response) => response.writeHead(302, { Location: 'http://' }).end(),
  '/zipped': (_, response) => response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync('x')),
  '/latin': (_, response) => response.end(Buffer.from([0xe9])),
  '/long': (_, response) => {
    const piece = Buffer.alloc(1024 * 1024, 'x');
    for (let megabytes = 0; megabytes < 22; megabytes += 1) response.write(piece);
    response.end();
  },
  '/silent': () => {},
  '/gone': (request) => request.socket.destroy(),
};

describe('fetching', () => {
  let server: Server;
  let port: number;
  const seen: string[] = [];
  before(async () => {
    server = createServer((request, response) => {
      seen.push(`${request.method} ${request.url}`);
      const answer = answers[request.url ?? ''];
      if (answer !== undefined) return void answer(request, response);
      const chunks: Buffer[] = [];
      request.on('data', (chunk) => chunks.push(chunk));
      request.on('end', () => response.end(`${request.headers['content-type']} ${Buffer.concat(chunks)}`));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    port = (server.address() as AddressInfo).port;
  });
  beforeEach(() => seen.splice(0));
  after(() => {
    server.closeAllConnections();
    server.close();
  });

  const own = () => `127.0.0.1:${port}`;
  const get = (path: string, listed = [own()], host = own(), resolve = leadTo('127.0.0.1')) =>
    createFetch(
      createHosts(listed),
      resolve,
    )({ url: `http://${host}${path}`, accept: 'text/turtle', signal: new AbortController().signal });
  const fault = async (promise: Promise<unknown>): Promise<string> => {
    const error = await promise.catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(QueryFault);
    return (error as QueryFault).kind;
  };

  it('gives the text, its type and where it came from', async () => {
    expect(await get('/text')).to.deep.equal({
      status: 200,
      mediaType: 'text/turtle',
      text: 'é',
      url: `http://${own()}/text`,
    });
  });
  it('posts a form', async () => {
    const send = createFetch(createHosts([own()]));
    const signal = new AbortController().signal;
    const { text } = await send({ url: `http://${own()}/`, accept: '*/*', form: { query: 'ASK {} # é&' }, signal });
    expect(text).to.equal('application/x-www-form-urlencoded query=ASK+%7B%7D+%23+%C3%A9%26');
  });
  it('asks no host that is not listed', async () => {
    expect(await fault(get('/text', ['data.example']))).to.equal('refused');
    expect(seen).to.deep.equal([]);
  });

  describe('a listed name that leads inside', () => {
    const host = () => `inside.example:${port}`;
    for (const address of ['127.0.0.1', '::1', '::ffff:127.0.0.1', '10.0.0.1', '169.254.169.254'])
      it(`to ${address}: refused before anything is sent`, async () => {
        expect(await fault(get('/text', [host()], host(), leadTo(address)))).to.equal('refused');
        expect(seen).to.deep.equal([]);
      });
    it('is refused for one such address among others', async () => {
      expect(await fault(get('/text', [host()], host(), leadTo('93.184.216.34', '127.0.0.1')))).to.equal('refused');
    });
    it('is asked where that very address is listed', async () => {
      expect((await get('/text', [host(), '127.0.0.1'], host())).text).to.equal('é');
    });
    it('is looked at again for each request: it may lead elsewhere by now', async () => {
      const turns = [leadTo('127.0.0.1'), leadTo('127.0.0.2')];
      let turn = 0;
      const send = createFetch(createHosts([host(), '127.0.0.1']), (...args) => {
        turns[turn]?.(...args);
        turn += 1;
      });
      const request = { url: `http://${host()}/text`, accept: '*/*', signal: new AbortController().signal };
      expect((await send(request)).text).to.equal('é');
      expect(await fault(send(request))).to.equal('refused');
      expect(turn).to.equal(2);
    });
  });

  it('follows a redirect to the same host', async () => {
    expect((await get('/moved')).text).to.equal('é');
  });
  for (const path of ['/away', '/file'])
    it(`follows none elsewhere: ${path}`, async () => {
      expect(await fault(get(path, [own(), 'other.example']))).to.equal('refused');
      expect(seen).to.deep.equal([`GET ${path}`]);
    });
  for (const path of ['/round', '/nowhere', '/zipped', '/latin', '/gone'])
    it(`gives up on ${path}`, async () => {
      expect(await fault(get(path))).to.equal('unreachable');
    });
  it('takes no more than it can hold', async () => {
    expect(await fault(get('/long'))).to.equal('too-long');
  });
  it('ends when it is no longer wanted, with the reason', async () => {
    const leaving = new AbortController();
    const send = createFetch(createHosts([own()]));
    const asked = send({ url: `http://${own()}/silent`, accept: '*/*', signal: leaving.signal });
    await once(server, 'request');
    leaving.abort(new QueryFault('timeout', 'too late'));
    expect(await fault(asked)).to.equal('timeout');
  });
});
