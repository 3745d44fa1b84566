/** How a server ends: open answers go on, nothing new is taken, and a second signal waits for nobody. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import { crowd } from '../attack/crowd.js';
import { cli, temporaryFolder } from './run-migraph.js';

const token = 'a-token-for-the-tests';
const folder = temporaryFolder();
const graph = join(folder, 'crowd.nt');
const running = new Set<ChildProcess>();

interface Running {
  readonly child: ChildProcess;
  readonly port: number;
  /** Code and signal. */
  readonly ended: Promise<unknown[]>;
  /** All that it has written to stdout. */
  said(): string;
}

async function start(settings: Record<string, string> = {}): Promise<Running> {
  const env = { ...process.env, MIGRAPH_OUT: join(folder, 'var'), MIGRAPH_WRITE_TOKEN: token, ...settings };
  const child = spawn(process.execPath, [cli, 'serve', '--graph', graph, '--port', '0'], { env });
  running.add(child);
  const ended = once(child, 'exit');
  let said = '';
  child.stdout.on('data', (chunk) => {
    said += String(chunk);
  });
  while (!said.includes('Ctrl-C')) await Promise.race([once(child.stdout, 'data'), ended]);
  const port = Number(/127\.0\.0\.1:(\d+)/.exec(said)?.[1]);
  // Only then has a query somebody to work on it beside others.
  while ((await fetch(`http://127.0.0.1:${port}/readyz`)).status !== 200) await wait(50);
  return { child, port, ended, said: () => said };
}

/** A connection on which requests are written by hand, and all that came back on it. */
async function open(port: number): Promise<{ socket: Socket; came(): string; closed: Promise<unknown> }> {
  const socket = connect(port, '127.0.0.1');
  let came = '';
  socket.on('data', (chunk) => {
    came += chunk.toString('latin1');
  });
  socket.on('error', () => {});
  const closed = new Promise((resolve) => socket.once('close', resolve));
  await once(socket, 'connect');
  return { socket, came: () => came, closed };
}

/** Works for seconds, and then has an answer of one row. */
const slow = `SELECT (COUNT(*) AS ?n) { { SELECT ?a ?d { ?a ?b ?c . ?d ?e ?f FILTER (STRLEN(STR(?c)) + STRLEN(STR(?f)) > 9) } LIMIT 600000 } }`;
const request = (path: string): string => `GET ${path} HTTP/1.1\r\nHost: localhost\r\nAccept: text/csv\r\n\r\n`;
const slowRequest = (n: number): string => request(`/sparql?query=${encodeURIComponent(`# ${n}\n${slow}`)}`);

const isRefused = (port: number): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/healthz`).then(
    () => false,
    () => true,
  );

describe('migraph serve, told to stop', function () {
  this.timeout(120_000);
  before(() => writeFileSync(graph, `${[...crowd(400)].join('\n')}\n`));
  after(() => {
    for (const child of running) child.kill('SIGKILL');
  });

  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    it(`ends open answers, says that it is not ready, and takes no connections: ${signal}`, async () => {
      const { child, port, ended, said } = await start({ MIGRAPH_QUERY_DEADLINE: '60' });
      const busy = await open(port);
      const idle = await open(port);
      busy.socket.write(slowRequest(1));
      await wait(400);
      expect(busy.came()).to.equal('');
      child.kill(signal);
      await wait(300);
      expect(child.exitCode).to.equal(null);
      expect(await isRefused(port)).to.equal(true);
      // Whoever is still being answered may ask how it is.
      busy.socket.write(request('/readyz'));
      await idle.closed;
      await busy.closed;
      expect(busy.came()).to.match(/^HTTP\/1\.1 200 OK[\s\S]*\r\nn\r\n\d+\r\n/);
      expect(busy.came()).to.match(/HTTP\/1\.1 503 [\s\S]*\{"status":"the server is stopping"\}/);
      expect(await ended).to.deep.equal([0, null]);
      expect(said()).to.include(`"signal":"${signal}","msg":"stopping`).and.include('"msg":"stopped"');
    });

  it('breaks off what has not ended in time, so that nobody takes it for whole', async () => {
    const { child, port, ended, said } = await start({ MIGRAPH_QUERY_DEADLINE: '60', MIGRAPH_STOP_TIMEOUT: '1' });
    const busy = await open(port);
    busy.socket.write(slowRequest(2).replace('600000', '60000000'));
    await wait(300);
    const began = performance.now();
    child.kill('SIGTERM');
    expect(await ended).to.deep.equal([0, null]);
    expect(performance.now() - began)
      .to.be.greaterThan(900)
      .and.lessThan(15_000);
    await busy.closed;
    expect(busy.came()).to.equal('');
    expect(said()).to.include('had not ended within 1 s');
  });

  it('ends at once with the second signal', async () => {
    const { child, port, ended } = await start({ MIGRAPH_QUERY_DEADLINE: '60' });
    const busy = await open(port);
    busy.socket.write(slowRequest(3).replace('600000', '60000000'));
    await wait(300);
    child.kill('SIGTERM');
    await wait(300);
    expect(child.exitCode).to.equal(null);
    child.kill('SIGTERM');
    expect(await ended).to.deep.equal([143, null]);
  });

  it('has kept what it acknowledged while it was stopping', async () => {
    const first = await start();
    const update = 'INSERT DATA { <urn:late> <urn:is> "kept" }';
    const { socket, came, closed } = await open(first.port);
    const head = `POST /sparql HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/sparql-update\r\nContent-Length: ${update.length}\r\n\r\n`;
    socket.write(head + update.slice(0, 10));
    await wait(200);
    first.child.kill('SIGTERM');
    await wait(200);
    socket.write(update.slice(10));
    await closed;
    expect(came()).to.match(/^HTTP\/1\.1 204 /);
    expect(await first.ended).to.deep.equal([0, null]);
    const second = await start();
    const query = encodeURIComponent('ASK { <urn:late> <urn:is> "kept" }');
    const answer = await fetch(`http://127.0.0.1:${second.port}/sparql?query=${query}&format=json`);
    expect(await answer.json()).to.have.property('boolean', true);
    second.child.kill('SIGTERM');
    await second.ended;
  });

  it('answers on where nobody reads its log', async () => {
    const env = { ...process.env, MIGRAPH_OUT: join(folder, 'var') };
    const child = spawn(process.execPath, [cli, 'serve', '--graph', graph, '--port', '0'], { env });
    running.add(child);
    const ended = once(child, 'exit');
    let said = '';
    for await (const chunk of child.stdout.iterator({ destroyOnReturn: false })) {
      said += String(chunk);
      if (said.includes('Ctrl-C')) break;
    }
    const origin = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0] ?? '';
    // Three hundred bytes a line fill a pipe of 64 KB, and what is read ahead of us.
    for (let n = 0; n < 800; n += 1) expect((await fetch(`${origin}/healthz`)).status).to.equal(200);
    // Then even the reader goes.
    child.stdout.destroy();
    for (let n = 0; n < 5; n += 1) {
      await wait(30);
      expect((await fetch(`${origin}/healthz`)).status).to.equal(200);
    }
    child.kill('SIGTERM');
    expect(await ended).to.deep.equal([0, null]);
  });
});
