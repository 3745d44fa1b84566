/** `migraph serve` with a token and without: where the journal lies, who has it, and what is said of it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { cli, migraph, temporaryFolder } from './run-migraph.js';

const token = 'a-token-for-the-tests.1234';

describe('migraph serve, written to', function () {
  this.timeout(120_000);
  const folder = temporaryFolder();
  const out = join(folder, 'var');
  const graph = join(folder, 'one.ttl');
  const running = new Set<ChildProcess>();
  const settings = { MIGRAPH_OUT: out, MIGRAPH_QUERY_PROCESSES: '1' };
  before(() => writeFileSync(graph, '<urn:a> <urn:b> [ <urn:c> "held" ] .'));
  after(() => {
    for (const child of running) child.kill('SIGKILL');
  });

  async function start(env: Record<string, string>) {
    const child = spawn(process.execPath, [cli, 'serve', '--graph', graph, '--port', '0'], {
      env: { ...process.env, ...settings, ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    running.add(child);
    let said = '';
    for await (const chunk of child.stdout) {
      said += String(chunk);
      if (said.includes('Ctrl-C')) break;
    }
    return { child, said, url: /http:\/\/127\.0\.0\.1:\d+\//.exec(said)?.[0] ?? '' };
  }
  async function stop(child: ChildProcess): Promise<void> {
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    running.delete(child);
    expect(await ended).to.deep.equal([0, null]);
  }
  const update = async (url: string, text: string): Promise<number> => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/sparql-update' };
    return (await fetch(`${url}sparql`, { method: 'POST', headers, body: text })).status;
  };
  const rows = async (url: string, query: string): Promise<string[]> => {
    const answer = await fetch(`${url}sparql?format=csv&query=${encodeURIComponent(query)}`);
    return (await answer.text()).trim().split('\r\n').slice(1).sort();
  };
  const names = 'SELECT ?n { ?x <urn:c> ?n }';
  const journals = (): string[] => (existsSync(join(out, 'journals')) ? readdirSync(join(out, 'journals')) : []);

  it('keeps nothing, and says so, where it has no token', async () => {
    const { child, said, url } = await start({});
    expect(said).to.include('Nothing can be written: MIGRAPH_WRITE_TOKEN is not set.');
    expect(await update(url, 'INSERT DATA { <urn:a> <urn:c> "new" }')).to.equal(403);
    await stop(child);
    expect(journals()).to.deep.equal([]);
  });
  it('keeps what is written, beside what it served, and has it again', async () => {
    const first = await start({ MIGRAPH_WRITE_TOKEN: token });
    const [journal = ''] = journals();
    expect(journal).to.match(/^one\.ttl-[0-9a-f]{8}\.log$/);
    expect(first.said)
      .to.include(join(out, 'journals', journal))
      .and.not.to.include(token);
    const move = 'DELETE { ?x ?p "held" } INSERT { ?x ?p "changed" . [] <urn:c> "new" } WHERE { ?x ?p "held" }';
    expect(await update(first.url, move)).to.equal(204);
    await stop(first.child);
    const second = await start({ MIGRAPH_WRITE_TOKEN: token });
    expect(await rows(second.url, names)).to.deep.equal(['changed', 'new']);
    expect(await rows(second.url, 'SELECT ?a { ?a <urn:b> [ <urn:c> "changed" ] }')).to.deep.equal(['urn:a']);
    await stop(second.child);
    expect(journals()).to.deep.equal([journal]);
  });
  it('lets no second server write, and tells which one does', async () => {
    const { child, url } = await start({ MIGRAPH_WRITE_TOKEN: token });
    const second = await migraph(['serve', '--graph', graph, '--port', '0'], {
      env: { ...settings, MIGRAPH_WRITE_TOKEN: token },
    });
    expect([second.code, second.complaints.length]).to.deep.equal([1, 1]);
    expect(second.complaints[0]).to.include(`is being written to by another server (process ${child.pid}, `);
    expect(await rows(url, names)).to.deep.equal(['changed', 'new']);
    await stop(child);
  });
  it('goes on reading what was written when the token is gone', async () => {
    const { child, said, url } = await start({});
    expect(said).to.match(/The changes in .*\.log are part of it\. Nothing more can be written/);
    expect(await rows(url, names)).to.deep.equal(['changed', 'new']);
    expect(await update(url, 'CLEAR ALL')).to.equal(403);
    await stop(child);
  });
  it('does not start over a journal that is damaged, nor with a token that is none', async () => {
    const [name = ''] = journals();
    const file = join(out, 'journals', name);
    const good = readFileSync(file);
    const bad = Buffer.from(good);
    bad[100] = (bad[100] ?? 0) ^ 1;
    writeFileSync(file, bad);
    for (const env of [settings, { ...settings, MIGRAPH_WRITE_TOKEN: token }]) {
      const { code, complaints } = await migraph(['serve', '--graph', graph, '--port', '0'], { env });
      expect([code, complaints.length]).to.deep.equal([1, 1]);
      expect(complaints[0]).to.match(/\.log: is damaged at byte \d+/);
    }
    writeFileSync(file, good);
    const { code, complaints } = await migraph(['serve', '--graph', graph], {
      env: { ...settings, MIGRAPH_WRITE_TOKEN: 'short' },
    });
    expect([code, complaints.length]).to.deep.equal([1, 1]);
    expect(complaints[0]).to.match(/^MIGRAPH_WRITE_TOKEN: /);
  });
});
