/** HTTP itself, byte for byte: targets, hosts, bodies, pipelining, and what is no request at all. */
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { ask, dial, exchange, readAll, statusOf } from './http-client.js';
import { type Served, serve } from './serve.js';

const askPath = '/sparql?query=ASK%7B%7D';

describe('HTTP', () => {
  let server: Served;
  before(async () => {
    server = await serve();
  });
  after(() => server.close());

  const raw = (text: string | Uint8Array) => exchange(server.origin, text);
  const post = (type: string, body: string | Uint8Array, headers: Record<string, string> = {}) =>
    ask(server.origin, { method: 'POST', headers: { 'content-type': type, ...headers }, body });

  describe('targets and hosts', () => {
    const close = 'Connection: close\r\n\r\n';
    const cases: [string, number, string][] = [
      ['the origin form', 200, `GET ${askPath} HTTP/1.1\r\nHost: a.example\r\n${close}`],
      ['the absolute form', 200, `GET http://a.example${askPath} HTTP/1.1\r\nHost: other.example\r\n${close}`],
      ['the absolute form of a file', 200, `GET http://a.example/ui/style.css HTTP/1.1\r\nHost: a.example\r\n${close}`],
      ['the absolute form without a path', 200, `GET http://a.example HTTP/1.1\r\nHost: a.example\r\n${close}`],
      ['HTTP/1.0 without a host', 200, `GET ${askPath} HTTP/1.0\r\n\r\n`],
      ['OPTIONS *', 204, `OPTIONS * HTTP/1.1\r\nHost: a.example\r\n${close}`],
      ['GET *', 400, `GET * HTTP/1.1\r\nHost: a.example\r\n${close}`],
      ['a line without a version, as of HTTP/0.9', 505, `GET ${askPath}\r\n\r\n`],
      ['no host', 400, `GET ${askPath} HTTP/1.1\r\n${close}`],
      ['two hosts', 400, `GET ${askPath} HTTP/1.1\r\nHost: a.example\r\nHost: b.example\r\n${close}`],
      ['a host that is none', 400, `GET ${askPath} HTTP/1.1\r\nHost: a b/c\r\n${close}`],
      ['an empty host', 400, `GET ${askPath} HTTP/1.1\r\nHost: \r\n${close}`],
      ['an absolute form without a host', 400, `GET http:///sparql HTTP/1.1\r\nHost: a.example\r\n${close}`],
      ['a target of another scheme', 400, `GET ftp://a.example/sparql HTTP/1.1\r\nHost: a.example\r\n${close}`],
      ['a fragment', 400, `GET /sparql#x HTTP/1.1\r\nHost: a.example\r\n${close}`],
      [
        'raw UTF-8 in the URL',
        400,
        `GET /sparql?query=ASK%7B%22\u00c3\u00a9%22%7D HTTP/1.1\r\nHost: a.example\r\n${close}`,
      ],
      [
        'two media types',
        400,
        `POST /sparql HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nContent-Type: application/sparql-query\r\nContent-Length: 5\r\n${close}ASK{}`,
      ],
      [
        'two different lengths',
        400,
        `POST /sparql HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n${close}ASK{}`,
      ],
      [
        'a length and chunks',
        400,
        `POST /sparql HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n${close}0\r\n\r\n`,
      ],
      [
        'a body packed for the way',
        501,
        `POST /sparql HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n${close}0\r\n\r\n`,
      ],
      ['chunks in HTTP/1.0', 400, `POST /sparql HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`],
      ['a bare LF in a header', 400, `GET ${askPath} HTTP/1.1\nHost: a.example\n\n`],
      ['a header line that is folded', 400, `GET ${askPath} HTTP/1.1\r\nHost: a.example\r\n folded\r\n${close}`],
      ['TRACE', 405, `TRACE ${askPath} HTTP/1.1\r\nHost: a.example\r\n${close}`],
      ['TRACE of a page', 405, `TRACE / HTTP/1.1\r\nHost: a.example\r\n${close}`],
      ['CONNECT', 405, `CONNECT a.example:80 HTTP/1.1\r\nHost: a.example:80\r\n\r\n`],
      ['a method that there is not', 501, `BREW /sparql HTTP/1.1\r\nHost: a.example\r\n${close}`],
      ['no HTTP', 400, '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\r\n\r\n'],
      ['another HTTP', 400, `GET ${askPath} HTTP/3.7\r\nHost: a.example\r\n${close}`],
      [
        'a URL that is too long',
        414,
        `GET /sparql?query=${'a'.repeat(25_000)} HTTP/1.1\r\nHost: a.example\r\n${close}`,
      ],
      ['a URL that is far too long', 414, `GET /?${'a'.repeat(40_000)} HTTP/1.1\r\nHost: a.example\r\n${close}`],
      ['a URL without an end', 414, `GET /sparql?query=${'a'.repeat(50_000)}`],
      ['headers that are too long', 431, `GET / HTTP/1.1\r\nHost: a.example\r\nX: ${'a'.repeat(40_000)}\r\n${close}`],
      ['too many headers', 431, `GET / HTTP/1.1\r\nHost: a.example\r\n${'X: y\r\n'.repeat(130)}${close}`],
    ];
    for (const [what, status, text] of cases)
      it(`${what}: ${status}`, async () => {
        const { text: answer } = await raw(text);
        expect(statusOf(answer), answer.slice(0, 400)).to.equal(status);
        if (status === 200) expect(answer.split('\r\n\r\n')[1]).to.not.equal('');
      });
    it('a hundred headers are not too many, and none is dropped', async () => {
      const many = Array.from({ length: 97 }, (_, i) => `X-${i}: y\r\n`).join('');
      const { text } = await raw(
        `GET ${askPath} HTTP/1.1\r\nHost: a\r\n${many}Accept: text/csv\r\nConnection: close\r\n\r\n`,
      );
      expect(text).to.include('text/csv');
    });
    it('the absolute form says under which address we are asked', async () => {
      const { text } = await raw('GET http://a.example:81/sparql HTTP/1.1\r\nHost: other\r\nConnection: close\r\n\r\n');
      expect(text).to.include('<http://a.example:81/sparql>').and.not.include('other');
    });
  });

  describe('bodies', () => {
    it('in chunks', async () => {
      const head =
        'POST /sparql HTTP/1.1\r\nHost: a\r\nContent-Type: application/sparql-query\r\nTransfer-Encoding: chunked\r\n';
      const { text } = await raw(`${head}Connection: close\r\n\r\n2\r\nAS\r\n3;x=y\r\nK{}\r\n0\r\nTrailer: x\r\n\r\n`);
      expect(text).to.include('"boolean":true');
    });
    it('without one: no query is there', async () => {
      const answer = await post('application/sparql-query', '');
      expect(answer.status).to.equal(400);
    });
    it('with GET it means nothing', async () => {
      const answer = await ask(server.origin, {
        path: askPath,
        headers: { 'content-type': 'application/sparql-query', 'content-length': '7' },
        body: 'nothing',
      });
      expect([answer.status, JSON.parse(answer.text).boolean]).to.deep.equal([200, true]);
    });
    it('packed, by every coding that is known', async () => {
      const { brotliCompressSync, deflateSync } = await import('node:zlib');
      for (const [coding, pack] of [
        ['gzip', gzipSync],
        ['X-GZip', gzipSync],
        ['deflate', deflateSync],
        ['br', brotliCompressSync],
        ['identity', Buffer.from],
      ] as const) {
        const answer = await post('application/sparql-query', pack(Buffer.from('ASK {}')), {
          'content-encoding': coding,
        });
        expect([answer.status, answer.text.includes('true')], coding).to.deep.equal([200, true]);
      }
    });
    it('packed by another, or badly, or too well', async () => {
      const other = await post('application/sparql-query', 'ASK {}', { 'content-encoding': 'zip' });
      expect([other.status, other.headers['accept-encoding']]).to.deep.equal([415, 'gzip, deflate, br']);
      expect((await post('application/sparql-query', 'ASK {}', { 'content-encoding': 'gzip' })).status).to.equal(400);
      const cut = gzipSync('ASK {}').subarray(0, 15);
      expect((await post('application/sparql-query', cut, { 'content-encoding': 'gzip' })).status).to.equal(400);
      const bomb = gzipSync(Buffer.alloc(100_000_000, 32));
      expect((await post('application/sparql-query', bomb, { 'content-encoding': 'gzip' })).status).to.equal(413);
    });
    it('of more fields than any form has', async () => {
      const form = 'application/x-www-form-urlencoded';
      expect((await post(form, `query=ASK%7B%7D${'&a='.repeat(900)}`)).status).to.equal(200);
      expect((await post(form, `query=ASK%7B%7D${'&'.repeat(400_000)}`)).status).to.equal(400);
    });
    it('too long a one is refused at once, and the connection goes on', async () => {
      const socket = await dial(server.origin);
      const head =
        'POST /sparql HTTP/1.1\r\nHost: a\r\nContent-Type: application/sparql-query\r\nContent-Length: 2000000\r\n\r\n';
      socket.write(head);
      const [first] = await once(socket, 'data');
      expect(statusOf(String(first))).to.equal(413);
      socket.write('a'.repeat(2_000_000));
      socket.write(`GET ${askPath} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`);
      const [second] = await once(socket, 'data');
      expect(statusOf(String(second))).to.equal(200);
    });
    it('too long a one is refused in words that reach who goes on sending, though the connection is to be closed', async () => {
      const socket = await dial(server.origin);
      socket.on('error', () => {});
      const type = 'Content-Type: application/sparql-query\r\nConnection: close\r\n';
      socket.write(`POST /sparql HTTP/1.1\r\nHost: a\r\n${type}Content-Length: 2000000\r\n\r\n`);
      for (let sent = 0; sent < 2_000_000; sent += 200_000) {
        await wait(20);
        socket.write('a'.repeat(200_000));
      }
      const { text, reset } = await readAll(socket);
      expect([statusOf(text), reset]).to.deep.equal([413, false]);
    });
    it('are asked for where the client waits, but not where they would be refused', async () => {
      const head = 'POST /sparql HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 6\r\n';
      const socket = await dial(server.origin);
      socket.write(`${head}Content-Type: application/sparql-query\r\nConnection: close\r\n\r\n`);
      expect(String((await once(socket, 'data'))[0])).to.equal('HTTP/1.1 100 Continue\r\n\r\n');
      socket.write('ASK {}');
      expect(String((await once(socket, 'data'))[0]))
        .to.include('HTTP/1.1 200 OK')
        .and.include('true');
      const refused = await raw(`${head}Content-Type: text/plain\r\n\r\n`);
      expect(statusOf(refused.text)).to.equal(415);
      expect(refused.text).to.include('Connection: close');
      const odd = await raw(`GET / HTTP/1.1\r\nHost: a\r\nExpect: a-miracle\r\nConnection: close\r\n\r\n`);
      expect(statusOf(odd.text)).to.equal(417);
    });
  });

  describe('what is no request, behind one that is', () => {
    const fine = `GET ${askPath} HTTP/1.1\r\nHost: a\r\n`;
    const statuses = (text: string) => [...text.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => Number(status));
    it('leaves the answer alone, and the connection is closed after it', async () => {
      for (const rest of ['\r\n', 'nonsense\r\n\r\n', '{"a": 1}'])
        for (const end of ['Connection: close\r\n\r\n', '\r\n']) {
          if (rest === '\r\n' && end === '\r\n') continue;
          const { text } = await raw(fine + end + rest);
          expect(statuses(text)[0], JSON.stringify(end + rest)).to.equal(200);
          expect(text).to.include('"boolean":true');
        }
    });
    it('in its body is told: 400', async () => {
      const head =
        'POST /sparql HTTP/1.1\r\nHost: a\r\nContent-Type: application/sparql-query\r\nTransfer-Encoding: chunked\r\n\r\n';
      expect(statuses((await raw(`${head}5\r\nASK{}\r\nzzz\r\n`)).text)).to.deep.equal([400]);
    });
  });

  describe('pipelining', () => {
    it('answers in order', async () => {
      const paths = ['/sparql?query=SELECT(1%20AS%20%3Fx)%7B%7D&format=csv', '/healthz', '/none', askPath];
      const requests = paths.map(
        (path, i) => `GET ${path} HTTP/1.1\r\nHost: a\r\n${i === 3 ? 'Connection: close\r\n' : ''}\r\n`,
      );
      const { text } = await raw(requests.join(''));
      const statuses = [...text.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status);
      expect(statuses).to.deep.equal(['200', '200', '404', '200']);
      expect(text.indexOf('x\r\n1')).to.be.lessThan(text.indexOf('"ok"')).and.greaterThan(0);
    });
  });
});
