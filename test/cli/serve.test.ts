/** `migraph serve` from its first line to the signal that ends it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { expect } from 'chai';
import { cli, migraph, temporaryFolder } from './run-migraph.js';

const folder = temporaryFolder();
const running = new Set<ChildProcess>();

/** Starts a server on a free port and waits until it says where it is. */
async function serve(...args: string[]) {
  const env = { ...process.env, MIGRAPH_OUT: join(folder, 'var') };
  const child = spawn(process.execPath, [cli, 'serve', '--port', '0', ...args], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let said = '';
  for await (const chunk of child.stdout) {
    said += String(chunk);
    if (said.includes('Ctrl-C')) break;
  }
  const url = /http:\/\/127\.0\.0\.1:\d+\//.exec(said)?.[0] ?? '';
  return { child, said, url };
}

async function stop(child: ChildProcess, signal: 'SIGINT' | 'SIGTERM'): Promise<unknown[]> {
  const ended = once(child, 'exit');
  child.kill(signal);
  running.delete(child);
  return ended;
}

describe('migraph serve', function () {
  this.timeout(60_000);
  after(() => {
    for (const child of running) child.kill('SIGKILL');
  });

  it('builds the graph, says what it built and where to look, answers there, and ends cleanly', async () => {
    const { child, said, url } = await serve();
    expect(said).to.match(/[\d,]+ triples: 1 note, \d+ agencies, .*\d+ claims/);
    expect(said).to.include(`${url}sparql`).and.to.include(`${url}catalog`);
    expect(said).to.include(`https://w3id.org/migraph/dataset/x is at ${url}dataset/x`);
    expect((await fetch(`${url}healthz`)).status).to.equal(200);
    const catalogue = await fetch(`${url}catalog`, { headers: { Accept: 'application/ld+json' } });
    expect(catalogue.headers.get('content-type')).to.match(/^application\/ld\+json/);
    expect(await catalogue.json()).to.have.property('@context');
    const answer = await fetch(`${url}sparql?query=${encodeURIComponent('SELECT * {')}`);
    expect(answer.status).to.equal(400);
    expect(await answer.text()).to.match(/line 1, column \d+/);
    expect(await stop(child, 'SIGTERM')).to.deep.equal([0, null]);
  });

  it('a crowd that comes at once is let in by the system, also while the server does something else', async function () {
    // The system has the last word on how long the queue is.
    const most = process.platform === 'linux' ? Number(readFileSync('/proc/sys/net/core/somaxconn', 'latin1')) : 0;
    if (most < 2000) this.skip();
    const { child, url } = await serve();
    child.kill('SIGSTOP');
    const sockets = Array.from({ length: 1500 }, () => connect(Number(new URL(url).port), '127.0.0.1'));
    try {
      // Who is not let in tries again after a second, and is not let in then either.
      await Promise.all(sockets.map((socket) => once(socket, 'connect')));
    } finally {
      for (const socket of sockets) socket.destroy();
      child.kill('SIGCONT');
    }
    expect(await stop(child, 'SIGTERM')).to.deep.equal([0, null]);
  });

  it('serves any RDF file in the place of the built graph', async () => {
    const graph = join(folder, 'one.ttl');
    writeFileSync(graph, '<urn:a> <urn:b> "c" .');
    const { child, said, url } = await serve('--graph', graph);
    expect(said).to.match(/one\.ttl: 1 triple/);
    const query = encodeURIComponent('SELECT ?o { ?s ?p ?o }');
    expect(await (await fetch(`${url}sparql?query=${query}&format=csv`)).text()).to.equal('o\r\nc\r\n');
    expect(await stop(child, 'SIGINT')).to.deep.equal([0, null]);
  });

  it('says in one line that a port is taken or a host is none', async () => {
    const graph = join(folder, 'one.ttl');
    writeFileSync(graph, '<urn:a> <urn:b> "c" .');
    const { child, url } = await serve('--graph', graph);
    const port = new URL(url).port;
    const taken = await migraph(['serve', '--graph', graph, '--port', port]);
    expect([taken.code, taken.stdout]).to.deep.equal([1, '']);
    expect(taken.complaints).to.deep.equal([
      `127.0.0.1:${port} is taken by another program; choose another port with --port or PORT`,
    ]);
    const nowhere = await migraph(['serve', '--graph', graph, '--port', '0', '--host', '192.0.2.1']);
    expect([nowhere.code, nowhere.complaints.length]).to.deep.equal([1, 1]);
    await stop(child, 'SIGTERM');
  });

  it('is silent when its reader has seen enough', async () => {
    await migraph(['build'], { env: { MIGRAPH_OUT: join(folder, 'var') } });
    const shell = spawn(
      'bash',
      [
        '-c',
        `"$0" "$1" query 'SELECT ?s ?p ?o { ?s ?p ?o }' | head -1; echo "\${PIPESTATUS[0]}"`,
        process.execPath,
        cli,
      ],
      {
        env: { ...process.env, MIGRAPH_OUT: join(folder, 'var') },
      },
    );
    let [out, complaints] = ['', ''];
    shell.stdout.on('data', (chunk) => {
      out += String(chunk);
    });
    shell.stderr.on('data', (chunk) => {
      complaints += String(chunk);
    });
    await once(shell, 'close');
    expect(out).to.equal('s,p,o\r\n0\n');
    expect(complaints.replace(/^migraph: .* …\n/gm, '')).to.equal('');
  });
});
