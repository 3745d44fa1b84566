/** What is fetched at somebody's wish, against real servers: bounded, unpacked, and not led into private networks. */
import { createServer } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { openPageFetch } from '../../../src/store/outside/fetch-page.js';
import { type PageServer, servePages } from '../../cli/import/serve-pages.js';

type ResolveName = NonNullable<Parameters<typeof openPageFetch>[1]['resolveName']>;

/** Leads names to addresses; what is not listed is public, and nobody. */
const names =
  (table: Readonly<Record<string, string>>): ResolveName =>
  (name, _options, done) =>
    done(null, [{ address: table[name] ?? '192.0.9.1', family: 4 }]);

describe('fetching pages', () => {
  let server: PageServer;
  before(async () => {
    server = await servePages();
    const packed = (coding: string, bytes: Buffer) => (_: unknown, response: import('node:http').ServerResponse) =>
      response.writeHead(200, { 'Content-Encoding': coding }).end(bytes);
    const send = (location: string) => (_: unknown, response: import('node:http').ServerResponse) =>
      response.writeHead(302, { Location: location }).end();
    const text = Buffer.from('<urn:a> <urn:b> "c" .\n');
    for (const [path, page] of [
      ['/plain', { type: 'text/turtle; charset=utf-8', text: 'é' }],
      ['/gzip', packed('gzip', gzipSync(text))],
      ['/br', packed('br', brotliCompressSync(text))],
      ['/deflate', packed('deflate', deflateSync(text))],
      ['/odd', packed('compress', text)],
      ['/cut', packed('gzip', gzipSync(Buffer.alloc(10_000, 'x')).subarray(0, 30))],
      ['/bomb', packed('gzip', gzipSync(Buffer.alloc(50 * 1024 * 1024)))],
      ['/file.gz', (_: unknown, response: import('node:http').ServerResponse) => response.end(gzipSync(text))],
      ['/once', send('/plain')],
      ['/round', send('/round')],
      ['/file', send('file:///etc/passwd')],
      ['/secret', send('http://user:word@127.0.0.1/')],
      ['/slow', (_: unknown, response: import('node:http').ServerResponse) => response.write('<urn:a> ')],
      [
        '/short',
        (_: unknown, response: import('node:http').ServerResponse) => {
          response.writeHead(200, { 'Content-Length': 100 }).write('x');
          setTimeout(() => response.destroy(), 50);
        },
      ],
    ] as const)
      server.pages.set(path, page);
  });
  after(() => server.close());

  const get = async (path: string, request: object = {}, seconds = 20) => {
    const fetch = await openPageFetch(server.origin, { seconds });
    return fetch({ url: server.origin + path, accept: 'text/turtle', maxBytes: 1024 * 1024, ...request });
  };
  const fault = async (promise: Promise<unknown>): Promise<string> => {
    const error = await promise.catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(Error);
    return (error as Error).message.replaceAll(server.origin, '');
  };

  it('gives the bytes, their type and where they came from', async () => {
    const page = await get('/once');
    expect(Buffer.from(page.bytes).toString()).to.equal('é');
    expect(page.url).to.equal(`${server.origin}/plain`);
    expect(page.contentType).to.equal('text/turtle; charset=utf-8');
  });

  it('unpacks what is packed on the way, and what is packed itself', async () => {
    for (const path of ['/gzip', '/br', '/deflate', '/file.gz'])
      expect(Buffer.from((await get(path)).bytes).toString(), path).to.equal('<urn:a> <urn:b> "c" .\n');
    expect(await fault(get('/odd'))).to.equal('/odd: is packed as "compress", which is not known');
    expect(await fault(get('/cut'))).to.match(/^\/cut: unexpected end/);
  });

  it('asks whether it is still the same', async () => {
    const { etag } = await get('/plain');
    expect((await get('/plain', { etag })).status).to.equal(304);
    expect((await get('/plain', { etag: '"other"' })).status).to.equal(200);
  });

  it('ends with the bytes that are allowed, unpacked', async () => {
    expect(await fault(get('/bomb'))).to.equal('/bomb: is longer than the 1048576 bytes that are left');
    expect(await fault(get('/file.gz', { maxBytes: 5 }))).to.match(/longer than the 5 bytes/);
    expect((await get('/plain', { maxBytes: 2 })).bytes).to.have.length(2);
  });

  it('ends with the time, and with a body that is cut off', async () => {
    expect(await fault(get('/slow', {}, 1))).to.equal('/slow: is not all there after 1 s');
    expect(await fault(get('/short'))).to.match(/^\/short: aborted/);
  });

  it('follows few redirects, to http and https alone, without passwords', async () => {
    expect(await fault(get('/round'))).to.equal('/round: sends on and on');
    expect(await fault(get('/file'))).to.match(/only http and https/);
    expect(await fault(get('/secret'))).to.match(/no password/);
    expect(await fault(get('/none'))).to.equal('/none: answers with 404');
  });

  it('says who does not answer', async () => {
    const silent = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1');
    await new Promise((resolve) => silent.once('listening', resolve));
    const { port } = silent.address() as import('node:net').AddressInfo;
    expect(await fault(get('', { url: `http://127.0.0.1:${port}/` }))).to.match(
      /^http:\/\/127\.0\.0\.1:\d+\/: socket hang up/,
    );
    silent.close();
    await new Promise((resolve) => silent.once('close', resolve));
    expect(await fault(get('', { url: `http://127.0.0.1:${port}/` }))).to.match(/ECONNREFUSED/);
  });

  describe('of a public address', () => {
    const port = () => new URL(server.origin).port;
    const open = () =>
      openPageFetch('http://public.example/', {
        seconds: 5,
        resolveName: names({ 'public.example': '93.184.215.14', 'inside.example': '127.0.0.1' }),
      });
    const to = async (url: string) => fault((await open())({ url, accept: '*/*', maxBytes: 1000 }));

    it('does not lead to a private one, by name or written out', async () => {
      expect(await to(`http://inside.example:${port()}/plain`)).to.match(
        /inside\.example leads into a private network/,
      );
      expect(await to(`http://127.0.0.1:${port()}/plain`)).to.match(/127\.0\.0\.1 leads into a private network/);
      expect(await to(`http://[::1]:${port()}/plain`)).to.match(/leads into a private network/);
      expect(await to('http://169.254.169.254/')).to.match(/leads into a private network/);
      expect(server.asked.filter((path) => path.includes('/inside'))).to.deep.equal([]);
    });

    it('may be private where the first one is', async () => {
      const fetch = await openPageFetch('http://inside.example/', {
        seconds: 5,
        resolveName: names({ 'inside.example': '127.0.0.1' }),
      });
      const page = await fetch({ url: `http://inside.example:${port()}/plain`, accept: '*/*', maxBytes: 1000 });
      expect(page.status).to.equal(200);
    });
  });

  it('refuses what is no web address at once', async () => {
    for (const [url, reason] of [
      ['ftp://x.example/', /only http and https/],
      ['http://', /is no URL/],
      ['http://a:b@x.example/', /no password/],
    ] as const)
      expect(await fault(openPageFetch(url, { seconds: 1 }))).to.match(reason);
  });
});
