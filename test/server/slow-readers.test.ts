/** Clients who read large answers slowly, more of them than there are query processes: others are answered meanwhile, and they get it all. */
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { readConfig } from '../../src/config.js';
import { createListener } from '../../src/server/app.js';
import { createBoundedServer } from '../../src/server/connections.js';
import type { StoreFigures } from '../../src/store/graph-store.js';
import { readRdf } from '../../src/store/open.js';
import { openTestPool } from '../store/pool/open-test-pool.js';
import { ask, dial, readAll, statusOf } from './http-client.js';
import { harbourGraph, listen, type Served } from './serve.js';

/** Megabytes, more than all buffers on the way take; none is asked by another. */
const large = (rows: number): string => `SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } LIMIT ${rows}`;
const leastBytes = 10_000_000;
const pathOf = (query: string, format = 'xml'): string => `/sparql?format=${format}&query=${encodeURIComponent(query)}`;

interface Running extends Served {
  figures(): StoreFigures;
  /** Resolves when no process is at work. */
  untilIdle(): Promise<void>;
}

async function start(changes: { out?: string; maxAnswerBytes?: number } = {}): Promise<Running> {
  const config = { ...readConfig({ MIGRAPH_READER_TIMEOUT: '60' }), queryProcesses: 2, clientBudget: 1e6, ...changes };
  const store = await openTestPool(await readRdf(harbourGraph, config.base), config);
  await store.complete();
  const server = await listen(createBoundedServer(createListener({ store, config }), config), store);
  const figures = () => store.figures?.() as StoreFigures;
  return {
    ...server,
    figures,
    async untilIdle() {
      while (figures().processes.busy > 0) await new Promise((resolve) => setTimeout(resolve, 20));
    },
  };
}

/** Takes the first bytes of the answer, and then nothing until it is resumed. Without chunks, the rows can be counted. */
async function beginSlowly(origin: string, path: string, version = '1.0'): Promise<Socket> {
  const socket = await dial(origin);
  socket.on('error', () => {});
  socket.write(`GET ${path} HTTP/${version}\r\nHost: a\r\nConnection: close\r\n\r\n`);
  await once(socket, 'readable');
  return socket;
}

/** The last byte may be with its reader before its file is closed. */
async function untilNothingOnDisk({ figures }: Running): Promise<void> {
  for (let tries = 0; figures().onDisk.answers > 0 && tries < 100; tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 20));
  expect(figures().onDisk).to.deep.equal({ answers: 0, bytes: 0 });
}

const timeOf = async (work: Promise<unknown>): Promise<number> => {
  const begun = performance.now();
  await work;
  return performance.now() - begun;
};

describe('clients who read slowly', function () {
  this.timeout(120_000);
  let out: string;
  let server: Running;
  before(async () => {
    out = mkdtempSync(join(tmpdir(), 'migraph-slow-'));
    server = await start({ out });
  });
  after(async () => {
    await server.close();
    rmSync(out, { recursive: true });
  });

  it('hold no query process: queries and pages are answered at once, and each gets every byte', async () => {
    const { origin } = server;
    const rows = Array.from({ length: 6 }, (_, n) => 15_000 + n);
    // All six of them begin: none waits for another to have read its answer.
    const slow = await Promise.all(rows.map((count) => beginSlowly(origin, pathOf(large(count)))));
    await server.untilIdle();
    expect(server.figures().onDisk.answers).to.equal(rows.length);
    expect(readdirSync(out)).to.deep.equal([]);
    const times: number[] = [];
    for (const n of [1, 2, 3])
      times.push(
        await timeOf(ask(origin, { path: pathOf(`SELECT * { ?s ?p ?o FILTER(REGEX(STR(?o), "${n}")) }`) })),
        await timeOf(ask(origin, { path: `/datasets?from=${1950 + n}` })),
      );
    expect(Math.min(...times.filter((_, n) => n % 2 === 0))).to.be.below(1000);
    expect(Math.min(...times.filter((_, n) => n % 2 === 1))).to.be.below(1000);
    const texts = await Promise.all(slow.map((socket) => readAll(socket)));
    for (const [n, { text, reset }] of texts.entries()) {
      expect([statusOf(text), reset]).to.deep.equal([200, false]);
      expect(text.length).to.be.greaterThan(leastBytes);
      expect(text.match(/<result>/g)).to.have.length(rows[n] ?? 0);
      expect(text).to.match(/<\/sparql>\s*$/);
    }
    await untilNothingOnDisk(server);
  });
  it('who leave, or want the head alone, leave nothing behind', async () => {
    const { origin } = server;
    const socket = await beginSlowly(origin, pathOf(large(15_100)));
    expect((await ask(origin, { method: 'HEAD', path: pathOf(large(15_101)) })).status).to.equal(200);
    await server.untilIdle();
    socket.destroy();
    await untilNothingOnDisk(server);
  });
  it('see an answer that fails broken off, with nothing that looks like its end', async () => {
    const failing = `SELECT * { { ${large(15_200)} } UNION { BIND("\\u0001" AS ?x) } }`;
    const socket = await beginSlowly(server.origin, pathOf(failing), '1.1');
    await server.untilIdle();
    const { text } = await readAll(socket);
    expect(statusOf(text)).to.equal(200);
    expect(text.slice(-5)).to.not.equal('0\r\n\r\n');
    expect(text).to.not.include('</sparql>');
    await untilNothingOnDisk(server);
  });
});

describe('clients who read slowly, where nothing may be written', function () {
  this.timeout(120_000);

  it('get every byte, and a process waits for them', async () => {
    const server = await start({ maxAnswerBytes: 2 ** 50 });
    const socket = await beginSlowly(server.origin, pathOf(large(15_000)));
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(server.figures().processes.busy).to.equal(1);
    expect(server.figures().onDisk).to.deep.equal({ answers: 0, bytes: 0 });
    const { text } = await readAll(socket);
    expect(text.match(/<result>/g)).to.have.length(15_000);
    await server.close();
  });
});
