/** How many connections there may be, and how slow a client may be: real sockets, real clocks. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { Socket } from 'node:net';
import { expect } from 'chai';
import { type ConnectionLimits, createBoundedServer } from '../../src/server/connections.js';
import { writeBody } from '../../src/server/write-body.js';
import { ask, dial, exchange, readAll, statusOf } from './http-client.js';
import { type Served, serve } from './serve.js';

const generous: ConnectionLimits = { maxConnections: 5000, requestTimeout: 60, readerTimeout: 30 };

/** More than all buffers on the way will take. */
const bytesOfLong = 24_000_000;

async function* chunks(): AsyncGenerator<Uint8Array> {
  const chunk = Buffer.alloc(60_000, 'a');
  for (let sent = 0; sent < bytesOfLong; sent += chunk.length) yield chunk;
}

/** Answers `/long` with more than a reader who does not read will get, and `/wait` when told to. */
const app: RequestListener = (request, response) => {
  if (request.url === '/long') void writeBody(response, chunks(), undefined);
  else if (request.url === '/wait') request.socket.server?.once('go', () => response.end('done'));
  else response.end('ok');
};

declare module 'node:net' {
  interface Socket {
    readonly server?: Server;
  }
}

describe('connections', function () {
  this.timeout(60_000);
  const open: Server[] = [];
  const start = async (limits: Partial<ConnectionLimits>): Promise<{ server: Server; origin: string }> => {
    const server = createBoundedServer(app, { ...generous, ...limits }).listen(0, '127.0.0.1');
    open.push(server);
    await once(server, 'listening');
    const address = server.address();
    return { server, origin: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}` };
  };
  afterEach(() => {
    for (const server of open.splice(0)) {
      server.closeAllConnections();
      server.close();
    }
  });
  const closed = (socket: Socket): Promise<number> => {
    const begun = performance.now();
    socket.resume();
    return once(socket, 'close').then(() => performance.now() - begun);
  };

  it('one too many closes the one that was idle the longest, and never one at work', async () => {
    const { server, origin } = await start({ maxConnections: 3 });
    const working = await dial(origin);
    working.write('GET /wait HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n');
    await once(server, 'request');
    const oldest = await dial(origin);
    const older = await dial(origin);
    const gone = once(oldest, 'close');
    oldest.resume();
    expect((await ask(origin, { path: '/' })).text).to.equal('ok');
    await gone;
    expect(older.destroyed).to.equal(false);
    const answer = readAll(working);
    server.emit('go');
    expect((await answer).text).to.include('done');
  });
  it('where all are at work the newest is closed', async () => {
    const { server, origin } = await start({ maxConnections: 1 });
    const working = await dial(origin);
    working.write('GET /wait HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n');
    await once(server, 'request');
    await closed(await dial(origin));
    const answer = readAll(working);
    server.emit('go');
    expect((await answer).text).to.include('done');
  });
  it('3,000 idle ones hurt nobody', async () => {
    const server: Served = await serve();
    const idle: Socket[] = [];
    for (let i = 0; i < 3000; i += 250)
      idle.push(...(await Promise.all(Array.from({ length: 250 }, () => dial(server.origin)))));
    const times: number[] = [];
    for (let i = 0; i < 3; i += 1) {
      const begun = performance.now();
      expect((await ask(server.origin, { path: '/sparql?query=ASK%7B%7D' })).status).to.equal(200);
      times.push(performance.now() - begun);
    }
    expect(Math.min(...times)).to.be.below(250);
    for (const socket of idle) socket.destroy();
    await server.close();
  });
  it('headers that do not come to an end: 408', async () => {
    const { origin } = await start({ requestTimeout: 1 });
    const socket = await dial(origin);
    socket.write('GET / HTTP/1.1\r\nHost: a\r\nX: ');
    expect(statusOf((await readAll(socket)).text)).to.equal(408);
  });
  it('a body that does not come to an end: 408, or nothing where an answer has been given', async () => {
    const { origin } = await start({ requestTimeout: 1 });
    const texts = ['/wait', '/'].map(async (path) => {
      const socket = await dial(origin);
      const all = readAll(socket);
      socket.write(`POST ${path} HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc`);
      return (await all).text;
    });
    const [waiting, answered] = await Promise.all(texts);
    expect(statusOf(waiting ?? '')).to.equal(408);
    expect(answered?.match(/HTTP\/1\.1 \d+/g)).to.deep.equal(['HTTP/1.1 200']);
  });
  it('a body whose framing is broken: 400, and the client can read it', async () => {
    const { origin } = await start({});
    const { text, reset } = await exchange(
      origin,
      'POST /wait HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nabcdef\r\n',
    );
    expect([statusOf(text), reset]).to.deep.equal([400, false]);
  });
  it('what is no request behind one that is: the one is answered', async () => {
    const { server, origin } = await start({});
    const answer = exchange(origin, 'GET /wait HTTP/1.1\r\nHost: a\r\n\r\nno request at all\r\n\r\n');
    await once(server, 'clientError');
    server.emit('go');
    const { text } = await answer;
    expect(statusOf(text)).to.equal(200);
    expect(text).to.include('done').and.not.include('400');
  });
  it('what comes after the last word is not answered again', async () => {
    const { origin } = await start({});
    const socket = await dial(origin);
    const all = readAll(socket);
    for (const _ of [1, 2, 3]) socket.write('no request at all\r\n\r\n');
    expect((await all).text.match(/HTTP\/1\.1/g)).to.have.length(1);
  });
  it('a hundred requests at once are answered, a thousand are not even begun', async () => {
    const { server, origin } = await start({});
    server.setMaxListeners(0);
    let begun = 0;
    server.on('request', (request: IncomingMessage) => {
      begun += request.socket.destroyed ? 0 : 1;
    });
    const some = 'GET / HTTP/1.1\r\nHost: a\r\n\r\n'.repeat(99);
    const last = 'GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n';
    const wait = 'GET /wait HTTP/1.1\r\nHost: a\r\n\r\n'.repeat(1000);
    expect((await exchange(origin, some + last)).text.match(/200 OK/g)).to.have.length(100);
    begun = 0;
    await exchange(origin, wait);
    expect(begun).to.be.below(110);
  });
  it('a connection on which nothing is asked is closed without a word', async () => {
    const { origin } = await start({ requestTimeout: 1 });
    const socket = await dial(origin);
    const all = readAll(socket);
    expect(await closed(socket)).to.be.within(500, 4000);
    expect((await all).text).to.equal('');
  });
  it('is kept a little longer than is told', async () => {
    const { origin } = await start({});
    const socket = await dial(origin);
    let told = '';
    socket.setEncoding('utf8').on('data', (text: string) => (told += text));
    const again = async (): Promise<string> => {
      told = '';
      socket.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n');
      while (!told.endsWith('0\r\n\r\n') && !/\r\n\r\nok$/.test(told)) await once(socket, 'data');
      return told;
    };
    expect(await again()).to.match(/^Keep-Alive: timeout=5\r$/m);
    await new Promise((resolve) => setTimeout(resolve, 5300));
    expect(statusOf(await again())).to.equal(200);
    socket.destroy();
  });
  it('a reader who takes nothing is cut off; one who takes a little is not', async () => {
    const { origin } = await start({ readerTimeout: 1 });
    const stopped = await dial(origin);
    stopped.write('GET /long HTTP/1.1\r\nHost: a\r\n\r\n');
    stopped.pause();
    const slow = await dial(origin);
    slow.write('GET /long HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n');
    let taken = 0;
    slow.on('data', (chunk: Buffer) => {
      taken += chunk.length;
      if (taken < 16_000_000) slow.pause();
    });
    const sips = setInterval(() => slow.resume(), 10);
    await once(slow, 'close');
    clearInterval(sips);
    expect(taken).to.be.above(bytesOfLong);
    // What was on the way still arrives; the rest does not.
    const rest = await readAll(stopped);
    expect(rest.text.length).to.be.below(bytesOfLong);
  });
  it('a reader who takes next to nothing is cut off too', async () => {
    const { origin } = await start({ readerTimeout: 1 });
    const dripping = await dial(origin);
    const gone = new Promise((resolve) => dripping.once('close', resolve));
    dripping.on('error', () => {});
    dripping.write('GET /long HTTP/1.1\r\nHost: a\r\n\r\n');
    // What he takes never fills a chunk: the buffers on the way are emptied first.
    const sips = setInterval(() => dripping.read(1000), 50);
    const begun = performance.now();
    await gone;
    clearInterval(sips);
    expect(performance.now() - begun).to.be.below(30_000);
  });
  it('an answer that takes longer to make than a reader may rest is waited for', async () => {
    const { server, origin } = await start({ readerTimeout: 1 });
    const answer = ask(origin, { path: '/wait' });
    const control = createServer().listen(0);
    // Twice the time, told by a socket's own clock.
    const clock = await dial(`http://127.0.0.1:${(control.address() as { port: number }).port}`);
    clock.setTimeout(2000);
    await once(clock, 'timeout');
    server.emit('go');
    expect((await answer).text).to.equal('done');
    clock.destroy();
    control.close();
  });
});
