/** `migraph serve` takes a graph anew, at SIGHUP or by itself, while it answers; nobody is refused meanwhile. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { cli, temporaryFolder } from './run-migraph.js';

describe('migraph serve, with a graph that changes', function () {
  this.timeout(240_000);
  const folder = temporaryFolder();
  const graph = join(folder, 'graph.ttl');
  const write = (number: number): void =>
    writeFileSync(graph, Array.from({ length: 500 }, (_, at) => `<urn:${at}> <urn:of> ${number} .\n`).join(''));
  let child: ChildProcess;
  let said = '';
  let url = '';
  async function start(...args: string[]): Promise<void> {
    said = '';
    child = spawn(process.execPath, [cli, 'serve', '--graph', graph, '--port', '0', ...args], {
      env: {
        ...process.env,
        MIGRAPH_OUT: join(folder, 'var'),
        MIGRAPH_QUERY_PROCESSES: '2',
        MIGRAPH_QUERY_DEADLINE: '60',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk) => {
        said += String(chunk);
      });
    await said_(/Ctrl-C/);
    url = /http:\/\/127\.0\.0\.1:\d+\//.exec(said)?.[0] ?? '';
  }
  /** Waits until it says that. */
  async function said_(what: RegExp): Promise<void> {
    while (!what.test(said)) await new Promise((resolve) => setTimeout(resolve, 20));
    said = said.replace(what, '');
  }
  afterEach(async () => {
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  });
  let asked = 0;
  /** Status and rows: how many things there are, and of which graph. */
  async function look(): Promise<string> {
    asked += 1;
    const query = `SELECT (COUNT(*) AS ?n) (MIN(?v) AS ?low) (MAX(?v) AS ?high) { ?s <urn:of> ?v FILTER(?v != ${asked}000) }`;
    const answer = await fetch(`${url}sparql?format=csv&query=${encodeURIComponent(query)}`);
    return `${answer.status} ${(await answer.text()).trim().split('\r\n').at(-1)}`;
  }

  it('answers all that is asked meanwhile, each of one graph alone', async () => {
    write(1);
    await start();
    const seen = new Map<string, number>();
    let isOver = false;
    const clients = Array.from({ length: 10 }, async () => {
      while (!isOver) {
        const row = await look();
        seen.set(row, (seen.get(row) ?? 0) + 1);
      }
    });
    for (const number of [2, 3]) {
      write(number);
      child.kill('SIGHUP');
      await said_(/the graph was taken anew/);
      expect(await look()).to.equal(`200 500,${number},${number}`);
    }
    isOver = true;
    await Promise.all(clients);
    expect([...seen.keys()].sort()).to.deep.equal(['200 500,1,1', '200 500,2,2', '200 500,3,3']);
  });
  it('looks by itself where it is to watch, and keeps the old one where the new one is broken', async () => {
    write(4);
    await start('--watch');
    expect(await look()).to.equal('200 500,4,4');
    write(5);
    await said_(/the graph was taken anew/);
    expect(await look()).to.equal('200 500,5,5');
    writeFileSync(graph, '<urn:a> <urn:b> .');
    await said_(/the graph was not taken anew, the old one is served on: [^"]*graph\.ttl:1: /);
    expect(await look()).to.equal('200 500,5,5');
  });
});
