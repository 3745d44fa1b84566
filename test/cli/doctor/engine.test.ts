/** `migraph doctor` over another engine that is well, empty, closed, away, shows too little, or is none. */
import { createServer } from 'node:http';
import { expect } from 'chai';
import type { Finding } from '../../../src/cli/doctor/finding.js';
import { inspectEngine } from '../../../src/cli/doctor/inspect-engine.js';
import { type Config, readConfig } from '../../../src/config.js';
import { createApp } from '../../../src/server/app.js';
import { openStore } from '../../../src/store/open.js';
import { engineOf } from '../../../src/store/remote/engine-settings.js';
import { harbourGraph, listen, type Served } from '../../server/serve.js';
import { migraph, temporaryFolder } from '../run-migraph.js';
import { token } from '../served.js';

const folder = temporaryFolder();

/** An engine of ours, over the harbour's graphs or none. */
async function serveEngine(
  settings: Record<string, string> = {},
  file: string | undefined = harbourGraph,
): Promise<Served> {
  const config = readConfig({ MIGRAPH_WRITE_TOKEN: token, ...settings });
  const store = await openStore({ ...(file !== '' && { file }), config });
  return listen(createServer(createApp({ store, config })), store);
}
const settingsOf = ({ origin }: Pick<Served, 'origin'>, more: Record<string, string> = {}): Record<string, string> => ({
  MIGRAPH_STORE: `${origin}/sparql`,
  MIGRAPH_STORE_UPDATE: `${origin}/sparql`,
  MIGRAPH_STORE_GRAPHS: `${origin}/graphs`,
  MIGRAPH_STORE_UNNAMED_GRAPH: 'urn:x-arq:DefaultGraph',
  MIGRAPH_STORE_AUTHORIZATION: `Bearer ${token}`,
  MIGRAPH_WRITE_TOKEN: 'one-more-token-of-ours',
  ...more,
});
async function examine(settings: Record<string, string>): Promise<Finding[]> {
  const config: Config = readConfig(settings);
  const engine = engineOf(config);
  if (engine === undefined) throw new Error('no engine is set');
  return inspectEngine(engine, config);
}
const told = (findings: readonly Finding[]): string[] => findings.map(({ what, verdict }) => `${what} ${verdict}`);
const find = (findings: readonly Finding[], what: string): Finding | undefined =>
  findings.find((one) => one.what === what);

describe('migraph doctor, of another engine', function () {
  this.timeout(60_000);
  let engine: Served;
  before(async () => {
    engine = await serveEngine();
  });
  after(() => engine.close());

  it('finds all well, and has changed nothing', async () => {
    const look = async (): Promise<string> =>
      (
        await fetch(
          `${engine.origin}/sparql?query=${encodeURIComponent('SELECT * { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g ?s ?p ?o')}`,
        )
      ).text();
    const before = await look();
    const findings = await examine(settingsOf(engine));
    expect(told(findings)).to.deep.equal([
      'store ok',
      'graphs ok',
      'default ok',
      'unnamed ok',
      'updates ok',
      'protocol ok',
    ]);
    expect(find(findings, 'graphs')?.says).to.match(/^[\d,]+ statements in \d+ named graphs$/);
    expect(await look()).to.equal(before);
  });

  it('takes what is not set for a note', async () => {
    const { origin } = engine;
    expect(told(await examine({ MIGRAPH_STORE: `${origin}/sparql` }))).to.deep.equal([
      'store ok',
      'graphs ok',
      'default ok',
      'unnamed note',
      'updates note',
    ]);
    const mute = await examine(settingsOf(engine, { MIGRAPH_WRITE_TOKEN: '' }));
    expect(find(mute, 'updates')?.says).to.match(/takes updates, but without MIGRAPH_WRITE_TOKEN/);
  });

  it('says that a wrong token opens nothing', async () => {
    const findings = await examine(
      settingsOf(engine, { MIGRAPH_STORE_AUTHORIZATION: 'Bearer another-token-of-theirs' }),
    );
    expect(find(findings, 'updates')).to.deep.include({ verdict: 'failure' });
    expect(find(findings, 'updates')?.mend).to.include('MIGRAPH_STORE_AUTHORIZATION');
    expect(JSON.stringify(findings)).not.to.include('another-token');
  });

  it('finds a default graph that is not the union, and a store that is empty', async () => {
    const apart = await serveEngine({ MIGRAPH_UNION_DEFAULT_GRAPH: 'false' });
    const empty = await serveEngine({}, '');
    try {
      const shown = find(await examine(settingsOf(apart)), 'default');
      expect([shown?.verdict, shown?.mend]).to.satisfy(
        ([verdict, mend]: string[]) => verdict === 'failure' && mend?.includes('docs/engines.md'),
      );
      const held = find(await examine(settingsOf(empty)), 'graphs');
      expect([held?.verdict, held?.mend]).to.satisfy(
        ([verdict, mend]: string[]) => verdict === 'failure' && mend?.includes('migraph publish'),
      );
    } finally {
      await apart.close();
      await empty.close();
    }
  });

  it('finds one that is away, one that is a web page, and one that is slow; nothing more is asked then', async () => {
    const away = await examine({ MIGRAPH_STORE: 'http://127.0.0.1:9/sparql' });
    expect(told(away)).to.deep.equal(['store failure']);
    expect(away[0]?.says).to.match(/does not answer/);
    expect(away[0]?.mend).to.match(/^start it, or put MIGRAPH_STORE right/);
    const other = createServer((request, response) => {
      if (request.url === '/page') response.setHeader('content-type', 'text/html').end('<p>Hello');
    });
    other.listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const origin = `http://127.0.0.1:${(other.address() as { port: number }).port}`;
    try {
      const page = await examine({ MIGRAPH_STORE: `${origin}/page` });
      expect(page[0]?.says).to.match(/text\/html is no SPARQL result/);
      const slow = await examine({ MIGRAPH_STORE: `${origin}/slow`, MIGRAPH_QUERY_DEADLINE: '1' });
      expect(told(slow)).to.deep.equal(['store failure']);
      expect(slow[0]?.mend).to.include('MIGRAPH_QUERY_DEADLINE');
    } finally {
      other.closeAllConnections();
      other.close();
    }
  });

  it('asks it in the place of what is built here, by the command', async () => {
    const env = { MIGRAPH_OUT: folder, MIGRAPH_IMPORTS: folder, PORT: '3', ...settingsOf(engine) };
    const { code, stdout } = await migraph(['doctor', '--json'], { env });
    const findings = JSON.parse(stdout) as Finding[];
    expect(code, stdout).to.equal(0);
    expect(told(findings)).to.include.members(['base ok', 'store ok', 'graphs ok', 'default ok', 'server note']);
    expect(told(findings).filter((one) => /^(?:snapshot|journal|graph) /.test(one))).to.deep.equal([]);
  });
});
