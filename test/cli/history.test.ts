/** The history of builds as a curator meets it: kept where something has changed, and the source of all dates. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { migraph, temporaryFolder } from './run-migraph.js';

const folder = temporaryFolder();
const note = join(folder, 'waves.txt');
const out = join(folder, 'var');
const history = join(out, 'history.jsonl');
const build = (at: number, ...args: string[]) =>
  migraph(['build', '--notes', note, '--out', out, ...args], { env: { SOURCE_DATE_EPOCH: String(at) } });
const write = (text: string): void => writeFileSync(note, `---\ntitle: Waves\n---\n${text}\n`);

describe('the history of builds', function () {
  this.timeout(60_000);

  it('of the notes of the project is up to date: run "migraph build" and commit data/history/', async () => {
    const { code, stdout } = await migraph(['build'], { env: { MIGRAPH_OUT: join(folder, 'own') } });
    expect(code).to.equal(0);
    expect(stdout).not.to.contain('changes.jsonl');
    expect(existsSync(join(folder, 'own', 'history.jsonl'))).to.equal(false);
  });

  it('begins with the first build of other notes, beside their graph', async () => {
    write('The UNHCR maintains a database of refugees in Kenya since 1998.');
    const { stdout } = await build(1_000_000_000);
    expect(stdout).to.match(/history\.jsonl: build 1: \d+ new, 0 changed, 0 gone/);
    expect(readFileSync(join(out, 'graph.nq'), 'utf8')).to.match(
      /<[^>]+\/record\/dataset\/[^>]+> <http:\/\/purl\.org\/dc\/terms\/modified> "2001-09-09T01:46:40Z"/,
    );
  });

  it('stays as it is, and so does every byte of the graph, where nothing has changed', async () => {
    const [graph, lines] = [join(out, 'graph.nq'), history].map((file) => readFileSync(file, 'utf8'));
    const { stdout } = await build(1_100_000_000);
    expect(stdout).not.to.contain('history.jsonl');
    expect(readFileSync(history, 'utf8')).to.equal(lines);
    expect(readFileSync(join(out, 'graph.nq'), 'utf8')).to.equal(graph);
  });

  it('tells what a new edition of a note changes', async () => {
    write('The UNHCR maintains a database of refugees in Kenya since 1999.');
    expect((await build(1_200_000_000)).stdout).to.match(/build 2: 0 new, 1 changed, 0 gone/);
    write('The ILO maintains a database of nurses abroad.');
    expect((await build(1_300_000_000)).stdout).to.match(/build 3: [1-9]\d* new, \d+ changed, [1-9]\d* gone/);
    expect(readFileSync(history, 'utf8').trimEnd().split('\n')).to.have.length(3);
  });

  it('that is malformed stops the build in one line and stays', async () => {
    const text = `${readFileSync(history, 'utf8')}{"build":4\n`;
    writeFileSync(history, text);
    const { code, complaints } = await build(1_400_000_000);
    expect(code).to.equal(1);
    expect(complaints).to.deep.equal([`${history}:4: is no JSON`]);
    expect(readFileSync(history, 'utf8')).to.equal(text);
  });

  it('takes no date that is none', async () => {
    const { code, complaints } = await migraph(['build'], {
      env: { SOURCE_DATE_EPOCH: 'yesterday', MIGRAPH_OUT: out },
    });
    expect(code).to.equal(1);
    expect(complaints).to.deep.equal(['SOURCE_DATE_EPOCH: "yesterday" is not a number of seconds since 1970']);
  });
});
