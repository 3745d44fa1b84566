/** Answers that are sent while they are made: what breaks off is seen to break off, who reads slowly gets all of it. */
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { expect } from 'chai';
import { readConfig } from '../../src/config.js';
import { createApp } from '../../src/server/app.js';
import { createBoundedServer } from '../../src/server/connections.js';
import { openEmbedded } from '../../src/store/embedded.js';
import type { GraphStore } from '../../src/store/graph-store.js';
import { parseQuery } from '../../src/store/parse/parse-query.js';
import { ask, dial, readAll } from './http-client.js';
import { listen, type Served } from './serve.js';

/** A store that holds nothing back: each text is handed on as it comes; a failure comes when `gate` has opened. */
function openStreaming(settings: Record<string, string>, gate: () => Promise<unknown>): GraphStore {
  const config = readConfig(settings);
  const store = openEmbedded([], config);
  return {
    ...store,
    async respond(query, wanted, options = {}) {
      const { chunks, ...what } = await store.answer(parseQuery(query, options), wanted, options);
      async function* encode(): AsyncGenerator<Uint8Array> {
        try {
          yield* chunks;
        } catch (error) {
          await gate();
          throw error;
        }
      }
      return { ...what, byteLength: undefined, tag: undefined, body: encode() };
    },
  };
}

/** 10^digits rows in order, 128 characters each that hardly pack; the last is of another kind where it is named. */
function rows(digits: number, last = '1'): string {
  const names = 'abcdefg'.slice(0, digits).split('');
  const number = names.map((name, i) => `?${name} * ${10 ** i}`).join(' + ');
  return `SELECT (IF(?n = ${10 ** digits - 1}, ${last}, SHA512(STR(?n))) AS ?x) {
    ${names.map((name) => `VALUES ?${name} { 0 1 2 3 4 5 6 7 8 9 }`).join(' ')} BIND(${number} AS ?n) } ORDER BY ?n`;
}
const pathOf = (query: string, format: string): string => `/sparql?format=${format}&query=${encodeURIComponent(query)}`;

/** A client that finds data and a reset at once may be told of an end by its own libraries. */
async function untilAllIsRead(client: Socket, server: Socket): Promise<void> {
  // What is coded comes a moment later than what it was made from.
  for (let read = -1; read < client.bytesRead; await wait(50)) {
    while (client.bytesRead === 0 || client.bytesRead < server.bytesWritten) await once(client, 'data');
    read = client.bytesRead;
    await wait(50);
  }
}

describe('a streamed answer', () => {
  let server: Served;
  let gate = async (): Promise<void> => {};
  const accepted = new Set<Socket>();
  before(async () => {
    const settings = { MIGRAPH_QUERY_DEADLINE: '5' };
    const config = readConfig(settings);
    const store = openStreaming(settings, () => gate());
    const bounded = createBoundedServer(createApp({ store, config }), config);
    bounded.on('connection', (socket) => accepted.add(socket));
    server = await listen(bounded, store);
  });
  after(() => server.close());

  it('comes in chunks, without length or tag, and whole', async () => {
    const answer = await ask(server.origin, { path: pathOf(rows(3), 'csv') });
    expect(answer.headers).to.include({ 'transfer-encoding': 'chunked', vary: 'Accept-Encoding' });
    expect(answer.headers).to.not.have.any.keys('content-length', 'etag');
    expect(answer.text.split('\r\n')).to.have.length(1002);
  });
  it('is coded while it is sent', async () => {
    const path = pathOf(rows(3), 'csv');
    const packed = await ask(server.origin, { path, headers: { 'accept-encoding': 'gzip' } });
    expect(packed.headers['content-encoding']).to.equal('gzip');
    expect(gunzipSync(packed.body).toString()).to.equal((await ask(server.origin, { path })).text);
  });
  it('HEAD ends at once', async () => {
    const answer = await ask(server.origin, { method: 'HEAD', path: pathOf(rows(3), 'csv') });
    expect([answer.status, answer.text, answer.headers['content-type']]).to.deep.equal([
      200,
      '',
      'text/csv; charset=utf-8',
    ]);
  });
  it('that fails before its first byte is a status', async () => {
    const query = 'CONSTRUCT { <a:b> <a:b> "\\u0001" } WHERE {}';
    const answer = await ask(server.origin, { path: pathOf(query, 'rdfxml') });
    expect(answer.status).to.equal(406);
  });
  for (const [coding, header] of [
    ['plain', ''],
    ['gzip', 'Accept-Encoding: gzip\r\n'],
  ] as const)
    for (const version of ['1.1', '1.0'])
      it(`that fails late, ${coding}, in HTTP/${version}: the connection is reset, and no end is written`, async () => {
        const path = pathOf(rows(3, '"\\u0001"'), 'xml');
        const socket = await dial(server.origin);
        gate = () => untilAllIsRead(socket, [...accepted].at(-1) ?? socket);
        const outcome = readAll(socket);
        socket.write(`GET ${path} HTTP/${version}\r\nHost: a\r\n${header}\r\n`);
        const { text, reset } = await outcome;
        expect(text).to.match(/^HTTP\/1\.1 200 OK\r\n/);
        expect(text).to.not.match(/\r\n0\r\n\r\n$/);
        expect(reset).to.equal(true);
      });
  it('a client sees the failure as one', async () => {
    const path = pathOf(rows(3, '"\\u0001"'), 'xml');
    gate = async () => {};
    const outcome = await ask(server.origin, { path }).then(
      () => 'whole',
      () => 'broken',
    );
    expect(outcome).to.equal('broken');
  });
  it('waits for a slow reader, and ends when he leaves', async () => {
    const socket = await dial(server.origin);
    socket.pause();
    socket.write(`GET ${pathOf(rows(3), 'json')} HTTP/1.1\r\nHost: a\r\n\r\n`);
    await once(socket, 'readable');
    expect((await ask(server.origin, { path: '/healthz' })).status).to.equal(200);
    socket.destroy();
    expect((await ask(server.origin, { path: '/healthz' })).status).to.equal(200);
  });
});
