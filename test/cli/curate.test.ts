/** The curator's whole way over real processes: a document becomes a note, is checked, reviewed, built, asked for and exported. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { packageRoot } from '../../src/config.js';
import { cli, migraph, temporaryFolder } from './run-migraph.js';

const folder = temporaryFolder();
const data = join(folder, 'data');
const env = {
  MIGRAPH_DATA: data,
  MIGRAPH_OUT: join(folder, 'var'),
  MIGRAPH_QUERY_PROCESSES: '1',
  MIGRAPH_WRITE_TOKEN: '',
  MIGRAPH_QUERY_DEADLINE: '60',
};
const run = (...args: string[]) => migraph(args, { env });
const name = 'north-quay-circular';
const circular = join(packageRoot, 'test', 'fixtures', 'notes', `${name}.md`);

interface Item {
  readonly id: string;
  readonly kind: string;
  readonly quote: string;
  readonly proposed?: { readonly subject: string; readonly predicate: string; readonly object: string };
}

/** Serves the built graph until the function has ended. */
async function withServer<T>(ask: (origin: string) => Promise<T>): Promise<T> {
  const child: ChildProcess = spawn(process.execPath, [cli, 'serve', '--port', '0'], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  try {
    let said = '';
    for await (const chunk of child.stdout ?? []) {
      said += String(chunk);
      if (said.includes('sparql')) break;
    }
    const [origin = ''] = /http:\/\/127\.0\.0\.1:\d+/.exec(said) ?? [];
    return await ask(origin);
  } finally {
    child.kill('SIGTERM');
    if (child.exitCode === null) await once(child, 'exit');
  }
}

const decisions = (): string[] =>
  existsSync(join(data, 'curation'))
    ? readdirSync(join(data, 'curation')).filter((file) => file.endsWith('.yaml'))
    : [];

describe('a curator', function () {
  this.timeout(180_000);

  before(async () => {
    cpSync(join(packageRoot, 'data', 'notes'), join(data, 'notes'), { recursive: true });
    cpSync(join(packageRoot, 'data', 'history'), join(data, 'history'), { recursive: true });
    expect((await run('build')).code).to.equal(0);
  });

  it('adds a note, and is told what was read in it', async () => {
    const about = ['--title', 'Where figures on movers are kept', '--date', '2011', '--publisher', 'North Quay'];
    const { code, stdout } = await run(
      'add',
      circular,
      ...about,
      '--symbol',
      'Circular 7',
      '--url',
      '',
      '--licence',
      '',
    );
    expect(code).to.equal(0);
    expect(stdout).to.match(/read in it: .*[4-9] datasets/);
    expect(readFileSync(join(data, 'notes', `${name}.txt`), 'utf8')).to.include('*Landing Register*');
  });

  it('checks it in a few lines: what is new, nothing changed and nothing lost', async () => {
    const { code, stdout } = await run('check');
    expect(code, stdout).to.equal(0);
    expect(stdout).to.match(/^verify: \d+ quotes of \d+ claims: every one found$/m);
    expect(stdout).to.match(/^validate: 0 violations, \d+ warnings/m);
    expect(stdout).to.match(/^score: un-pop-mig-5cm-2006-13: \d+ % of its things found/m);
    expect(stdout).to.match(/^diff: .*\+[4-9] datasets, 0 changed, 0 lost/m);
    expect(existsSync(join(data, 'curation'))).to.equal(false);
  });

  it('reviews it on the page of the server: a decision is a file, and the candidate is gone', async () => {
    const { stdout } = await run('review', name, '--json');
    const { items } = JSON.parse(stdout) as { items: Item[] };
    expect(items).not.to.deep.equal([]);
    const [first, second] = items;
    expect((await run('build')).stdout).to.match(/build \d+: \d+ new/);
    await withServer(async (origin) => {
      const page = await (await fetch(`${origin}/review?note=${name}`)).text();
      for (const { id } of items) expect(page).to.include(`id="c-${id}"`);
      const decide = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
        fetch(`${origin}/review`, {
          method: 'POST',
          body: new URLSearchParams({ note: name, who: 'Ada Pilot', why: 'A test.', ...fields }),
          headers,
          redirect: 'manual',
        });
      expect((await decide({ candidate: first?.id ?? '', says: 'reject' })).status).to.equal(303);
      expect((await decide({ candidate: first?.id ?? '', says: 'reject' })).status).to.equal(409);
      const elsewhere = await decide({ candidate: second?.id ?? '', says: 'reject' }, { Origin: 'https://x.example' });
      expect(elsewhere.status).to.equal(403);
      expect(await (await fetch(`${origin}/review?note=${name}`)).text()).not.to.include(`id="c-${first?.id}"`);
    });
    expect(decisions()).to.have.length(1);
    const after = JSON.parse((await run('review', name, '--json')).stdout) as { items: Item[] };
    expect(after.items.map(({ id }) => id)).to.deep.equal(items.slice(1).map(({ id }) => id));
  });

  it('builds, and the graph says what the note says and what was decided', async () => {
    writeFileSync(
      join(data, 'curation', 'by-hand.yaml'),
      `id: by-hand\nnote: ${name}\naction: assert\nwho: Ada Pilot\nwhen: 2026-11-24\nwhy: It says so.\nquote: on annual flows of migrants\nstatement:\n  subject: <dataset/eurostat-harbour-movers-database>\n  predicate: dct:alternative\n  object: '"HMD"@en'\n`,
    );
    const { code, stdout, complaints } = await run('build');
    expect([code, complaints]).to.deep.equal([0, []]);
    expect(stdout).to.match(/2 curator's decisions applied/);
    expect((await run('verify')).code).to.equal(0);
  });

  it('asks, over the command line and the web, and gets it in the export', async () => {
    const asked = await run('ask', 'who-holds-data', '--country', 'DNK', '--year', '1990');
    expect(asked.stdout).to.include('Harbour Movers Database');
    const sparql = `PREFIX dct: <http://purl.org/dc/terms/> SELECT ?name { ?d dct:title "Harbour Movers Database"@en ; dct:alternative ?name }`;
    expect((await run('query', sparql)).stdout).to.include('HMD');
    await withServer(async (origin) => {
      const page = await fetch(`${origin}/dataset/eurostat-harbour-movers-database`, {
        headers: { Accept: 'text/html' },
      });
      expect([page.status, await page.text()]).to.satisfy(
        ([status, text]: [number, string]) => status === 200 && text.includes('Harbour Movers Database'),
      );
    });
    const { stdout } = await run('export', '--format', 'turtle');
    expect(stdout).to.include('Harbour Movers Database').and.to.include('HMD');
    expect(stdout).not.to.include('/candidate/');
  });

  it('puts a second note beside it: one register, two notes to quote, and the editions in a series', async () => {
    const letter = join(folder, 'letter.txt');
    writeFileSync(
      letter,
      'The Landing Register of UNHCR is a database of arrivals by sea. It covers Spain since 2003.\n',
    );
    const none = ['--title', '--symbol', '--date', '--publisher', '--url', '--licence'].flatMap((flag) => [flag, '']);
    expect((await run('add', letter, ...none)).code).to.equal(0);
    const { code, stdout } = await run('check');
    expect([code, stdout]).to.satisfy(([exit, said]: [number, string]) => exit === 0 && /0 lost/.test(said));
    await run('build');
    const notes = await run(
      'query',
      `PREFIX dct: <http://purl.org/dc/terms/> SELECT DISTINCT ?g { GRAPH ?g { <https://w3id.org/migraph/dataset/unhcr-landing-register> dct:publisher ?o } } ORDER BY ?g`,
    );
    expect(notes.stdout.match(/graph\/note\/\S+/g)).to.deep.equal(['graph/note/letter', `graph/note/${name}`]);
  });

  it('is told in one line of a decision that does not fit, and the build stays as it was', async () => {
    const before = readFileSync(join(folder, 'var', 'graph.nq'));
    const wrong = join(data, 'curation', 'wrong.yaml');
    writeFileSync(
      wrong,
      readFileSync(join(data, 'curation', 'by-hand.yaml'), 'utf8')
        .replace('by-hand', 'wrong')
        .replace('annual flows', 'yearly flows'),
    );
    const { code, stdout } = await run('check');
    expect(code).to.equal(1);
    expect(stdout).to.match(/^build: .*wrong\.yaml:7: these words are not in the note/);
    expect((await run('build')).code).to.equal(1);
    expect(readFileSync(join(folder, 'var', 'graph.nq')).equals(before)).to.equal(true);
  });
});
