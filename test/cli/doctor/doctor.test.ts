/** `migraph doctor` over what is well, what is worth knowing, and what is broken in each of the ways it looks for. */
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Finding } from '../../../src/cli/doctor/finding.js';
import { inspectServer } from '../../../src/cli/doctor/inspect-server.js';
import { inspectNode, inspectSpace, inspectToken } from '../../../src/cli/doctor/inspect-surroundings.js';
import { packageVersion } from '../../../src/config.js';
import { migraph, temporaryFolder } from '../run-migraph.js';
import { serveFolder, token } from '../served.js';

const folder = temporaryFolder();
const out = join(folder, 'var');
// Nothing listens there: it is for the system itself.
const env = { MIGRAPH_OUT: out, MIGRAPH_IMPORTS: join(folder, 'imports'), PORT: '3' };

async function examine(settings: Record<string, string> = {}): Promise<{ code: number | null; findings: Finding[] }> {
  const { code, stdout, stderr } = await migraph(['doctor', '--json'], { env: { ...env, ...settings } });
  if (stdout === '') throw new Error(`no findings: ${code} ${stderr}`);
  return { code, findings: JSON.parse(stdout) as Finding[] };
}
const of = (findings: readonly Finding[], what: string): Finding[] => findings.filter((one) => one.what === what);
const failures = (findings: readonly Finding[]): Finding[] => findings.filter(({ verdict }) => verdict === 'failure');

describe('migraph doctor', function () {
  this.timeout(120_000);
  before(async () => {
    const note = join(folder, 'letter.txt');
    writeFileSync(note, 'The UNHCR maintains a database of refugees.\n');
    expect((await migraph(['build', '--notes', note, '--out', out], { env })).code).to.equal(0);
  });

  it('finds all well; no server and no token are worth knowing, and no failure', async () => {
    const { code, findings } = await examine();
    expect(failures(findings)).to.deep.equal([]);
    expect(code).to.equal(0);
    expect(findings.filter(({ verdict }) => verdict === 'note').map(({ what }) => what)).to.deep.equal([
      'token',
      'server',
    ]);
    expect(of(findings, 'store')[0]?.says).to.match(/^[\d,]+ statements open, and answer$/);
    expect(of(findings, 'snapshot')[0]?.says).to.match(/is whole, and of this version$/);
    const { stdout } = await migraph(['doctor'], { env });
    expect(stdout)
      .to.match(/^ok {7}Node {7}\d+\./m)
      .and.match(/^note {5}token {6}MIGRAPH_WRITE_TOKEN is not set/m);
  });

  it('opens every door of a running server, and writes nothing', async () => {
    const server = await serveFolder(out, { MIGRAPH_IMPORTS: env.MIGRAPH_IMPORTS });
    try {
      const version = (await (await fetch(`${server.url}metrics`)).text()).match(/migraph_graph_info\{.*/)?.[0];
      const { code, findings } = await examine({ PORT: new URL(server.url).port, MIGRAPH_WRITE_TOKEN: token });
      expect(failures(findings)).to.deep.equal([]);
      expect(code).to.equal(0);
      expect(of(findings, 'doors')[0]?.says).to.match(/^all \d{2,} open$/);
      expect((await (await fetch(`${server.url}metrics`)).text()).match(/migraph_graph_info\{.*/)?.[0]).to.equal(
        version,
      );
    } finally {
      await server.stop();
    }
  });

  it('says which door does not open, and why', async () => {
    const responses = { 200: { content: { 'text/html': {} } } };
    const door = (operationId: string, more: object = {}) => ({ get: { operationId, responses, ...more } });
    const paths = {
      ...{ '/well': door('a'), '/broken': door('b'), '/gone': door('c'), '/other': door('d'), '/{thing}': door('e') },
      '/open': { put: { operationId: 'f', responses, security: [{}] } },
    };
    const server = createHttpServer((request, response) => {
      const path = request.url ?? '';
      if (path === '/openapi.json')
        response.end(JSON.stringify({ info: { title: 'migraph', version: packageVersion }, paths }));
      else if (path === '/well') response.setHeader('content-type', 'text/html').end();
      else if (path === '/other') response.setHeader('content-type', 'image/png').end();
      else if (path === '/broken') response.writeHead(500).end();
      else if (path === '/open') response.writeHead(204).end();
      else response.writeHead(404).end();
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    try {
      const { port } = server.address() as AddressInfo;
      const findings = await inspectServer({ host: '127.0.0.1', port }, packageVersion);
      expect(failures(findings).map(({ says }) => says)).to.deep.equal([
        'GET /broken answers 500',
        'GET /gone answers 404',
        'GET /other gives image/png',
        'PUT /open lets somebody write without the token (204)',
      ]);
      expect((await inspectServer({ host: '127.0.0.1', port }, '0.0.9'))[0]?.verdict).to.equal('note');
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });

  it('knows another program on the port from our own', async () => {
    const other = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { code, findings } = await examine({ PORT: String((other.address() as AddressInfo).port) });
    other.close();
    expect(code).to.equal(1);
    expect(failures(findings)).to.have.length(1);
    expect(failures(findings)[0]?.says).to.match(/^another program has 127\.0\.0\.1:\d+$/);
    expect(failures(findings)[0]?.mend).to.include('PORT');
  });

  it('finds a malformed setting, a guessable token, and one that others may read', async () => {
    const malformed = await examine({ MIGRAPH_QUERY_DEADLINE: 'soon' });
    expect([malformed.code, failures(malformed.findings).map(({ says }) => says)]).to.deep.equal([
      1,
      ['MIGRAPH_QUERY_DEADLINE: "soon" is not a whole number above zero'],
    ]);
    const file = join(folder, 'settings.yaml');
    writeFileSync(file, `write_token: ${'ab'.repeat(10)}\n`);
    chmodSync(file, 0o644);
    const { code, findings } = await examine({ MIGRAPH_CONFIG: file });
    expect(code).to.equal(1);
    expect(failures(findings).map(({ what }) => what)).to.deep.equal(['settings', 'token']);
    expect(failures(findings)[0]?.mend).to.equal(`chmod 600 ${file}`);
    expect(JSON.stringify(findings)).not.to.include('abab');
    chmodSync(file, 0o600);
    expect(of((await examine({ MIGRAPH_CONFIG: file })).findings, 'settings')[0]?.verdict).to.equal('ok');
  });

  it('tells guessable tokens from others', () => {
    for (const weak of ['a'.repeat(40), 'abababababababab', 'password12345678'])
      expect(inspectToken(weak).verdict, weak).to.equal('failure');
    for (const strong of ['9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822c', 'Zk3-qP9_xL0.vB7~nM2+tR5/'])
      expect(inspectToken(strong).verdict, strong).to.equal('ok');
  });

  it('finds an old Node, and a disk without room', async () => {
    expect(inspectNode('18.20.0').verdict).to.equal('failure');
    expect(inspectNode('20.18.9').verdict).to.equal('failure');
    for (const good of ['20.19.0', '22.0.0', '24.1.0']) expect(inspectNode(good).verdict, good).to.equal('ok');
    expect((await inspectSpace({ out: join(folder, 'not', 'there', 'yet') }, 2 ** 60)).verdict).to.equal('failure');
  });

  it('finds a damaged snapshot and a damaged journal, and says how each is mended', async () => {
    const copy = join(folder, 'damaged');
    mkdirSync(copy);
    for (const name of ['graph.nq', 'graph.snapshot', 'build.json'])
      writeFileSync(join(copy, name), readFileSync(join(out, name)));
    const snapshot = readFileSync(join(copy, 'graph.snapshot'));
    snapshot[snapshot.length >> 1] = (snapshot[snapshot.length >> 1] ?? 0) ^ 1;
    writeFileSync(join(copy, 'graph.snapshot'), snapshot);
    const journal = Buffer.concat([
      readFileSync(join(out, 'journal.log')),
      Buffer.from('# something else\nA <a> <b> <c> .\n'.repeat(9)),
    ]);
    writeFileSync(join(copy, 'journal.log'), journal);
    const { code, findings } = await examine({ MIGRAPH_OUT: copy });
    expect(code).to.equal(1);
    expect(of(findings, 'snapshot')[0]).to.deep.include({ verdict: 'failure' });
    expect(of(findings, 'snapshot')[0]?.says).to.match(/damaged/);
    expect(of(findings, 'journal')[0]?.says).to.match(/is damaged at byte \d+/);
    expect(of(findings, 'journal')[0]?.mend).to.include('migraph restore');
    expect(of(findings, 'store')).to.deep.equal([]);
  });

  it('finds a folder that is none', async () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    const { code, findings } = await examine({ MIGRAPH_OUT: file });
    expect(code).to.equal(1);
    expect(of(findings, 'folder')[0]?.says).to.include('is not a folder');
  });
});
