/** What a change adds, changes and loses, between graphs, extractions, and what is read now. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { migraph, temporaryFolder } from './run-migraph.js';

const folder = temporaryFolder();
const note = join(folder, 'harbour.txt');
const out = join(folder, 'var');
const env = { MIGRAPH_OUT: out };
const run = (...args: string[]) => migraph(args, { env });
const diff = (...args: string[]) => run('diff', ...args);

const earlier = `The UNHCR maintains a database of refugees. It covers Kenya and Uganda from 1990 to 1998.

The ILO published *Routes of Labour and Trade* (2001).

The ILO maintains a Register of Seafarers.
`;
/** More countries, other years; another owner; one thing lost, one found. */
const later = `The UNHCR maintains a database of refugees. It covers Kenya and Ethiopia from 1990 to 1999.

The UNHCR maintains a Register of Seafarers.

The ILO maintains a database of nurses abroad.
`;

describe('migraph diff', function () {
  this.timeout(60_000);
  const extraction = join(folder, 'before.json');

  before(async () => {
    writeFileSync(note, earlier);
    expect((await run('build', '--notes', note)).code).to.equal(0);
    writeFileSync(extraction, (await run('extract', note, '--json')).stdout);
  });

  it('says that there is none where nothing has changed', async () => {
    const { code, stdout } = await diff('--exit-code');
    expect(stdout).to.match(/graph\.nq → what the notes are read to say now\nno difference: 5 things in 1 note\n$/);
    expect(code).to.equal(0);
    expect((await diff(out, join(out, 'graph.nq'))).stdout).to.match(/no difference/);
  });

  it('compares the graph as it was built with what is read now', async () => {
    writeFileSync(note, later);
    const { code, stdout, complaints } = await diff();
    expect([code, complaints]).to.deep.equal([0, []]);
    expect(stdout.split('\n').slice(1)).to.deep.equal([
      '',
      'harbour',
      '  +1 dataset, 2 changed, 0 lost',
      '  + Dataset “database of nurses abroad” (owner International Labour Organization)',
      '  ~ Dataset “database of refugees”: places Uganda → Ethiopia; years 1990–1998 → 1990–1999',
      '  ~ Dataset “Register of Seafarers”: owner International Labour Organization → Office of the United Nations High Commissioner for Refugees; id <dataset/ilo-register-of-seafarers> → <dataset/unhcr-register-of-seafarers>',
      '  +0 publications, 0 changed, 1 lost',
      '  - Publication “Routes of Labour and Trade” (owner International Labour Organization; date 2001)',
      '',
    ]);
    expect((await diff('--exit-code')).code).to.equal(1);
  });

  it('compares extractions, one a file or one a line', async () => {
    const now = join(folder, 'now.jsonl');
    const lines = `${JSON.stringify({ doc: 'harbour', text: later })}\n{"doc":"bad"}\n`;
    writeFileSync(now, (await migraph(['extract', '--jsonl'], { input: [lines] })).stdout);
    const { stdout } = await diff(extraction, now);
    expect(stdout).to.match(/\n {2}\+1 dataset, 2 changed, 0 lost\n/);
    expect(stdout).to.match(/ {2}~ Dataset “Register of Seafarers”: owner ILO → UNHCR; id /);
    // The text lies elsewhere than the extraction: found beside it, by its name.
    const alone = await diff(extraction);
    expect(alone.stdout.split('\n').slice(1)).to.deep.equal(stdout.split('\n').slice(1));
  });

  it('gives programs the same', async () => {
    const { differences } = JSON.parse((await diff('--json')).stdout) as {
      differences: {
        note: string;
        type: string;
        added: { id: string }[];
        changed: { label: string; changes: object[] }[];
        lost: object[];
      }[];
    };
    const [datasets] = differences;
    expect([datasets?.note, datasets?.type, datasets?.added[0]?.id]).to.deep.equal([
      'harbour',
      'Dataset',
      'dataset/ilo-database-of-nurses-abroad',
    ]);
    expect(datasets?.changed[0]?.changes).to.deep.include({
      property: 'years',
      lost: ['1990–1998'],
      added: ['1990–1999'],
    });
    expect(differences[1]?.lost).to.have.length(1);
  });

  it('leaves the graph as it lies, and what curators decided aside', async () => {
    const graph = readFileSync(join(out, 'graph.nq'), 'utf8');
    await diff();
    expect(readFileSync(join(out, 'graph.nq'), 'utf8')).to.equal(graph);
    // A statement taken back leaves the note's graph; its claim, which is what was read, stays.
    const decided = join(folder, 'decided.nq');
    writeFileSync(decided, graph.replace(/^<\S+dataset\/\S+> <http:\/\/purl\.org\/dc\/terms\/spatial> .*\n/gm, ''));
    expect((await diff(out, decided)).stdout).to.match(/no difference/);
  });

  it('refuses what cannot be compared, in one line', async () => {
    const empty = join(folder, 'empty.ttl');
    writeFileSync(empty, '<urn:a> <urn:b> <urn:c> .');
    const odd = join(folder, 'odd.jsonl');
    writeFileSync(odd, '{"a": 1}\n');
    const refused: readonly (readonly [readonly string[], RegExp])[] = [
      [[join(folder, 'nowhere')], /nowhere:1: no such file$/],
      [[empty], /empty\.ttl:1: holds no note under /],
      [[odd], /odd\.jsonl:1: is not what "migraph extract --jsonl" writes/],
      [[out, extraction], /before\.json:1: is an extraction and \S+graph\.nq is not; compare two of a kind/],
    ];
    for (const [args, complaint] of refused) {
      const { code, stdout, complaints } = await diff(...args);
      expect([code, stdout, complaints.length]).to.deep.equal([1, '', 1]);
      expect(complaints[0]).to.match(complaint);
    }
    const unbuilt = await migraph(['diff'], { env: { MIGRAPH_OUT: join(folder, 'none') } });
    expect(unbuilt.complaints[0]).to.match(/none\/graph\.nq:1: no such file; "migraph build" makes it$/);
  });
});
