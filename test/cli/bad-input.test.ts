/** What is no note, or too much of one: built or refused in a few lines, soon, in little memory, and nothing half-written. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { floods } from '../reading/texts.js';
import { migraph, type Run, temporaryFolder } from './run-migraph.js';

const folder = temporaryFolder();
const megabyte = 2 ** 20;

/** A path under the folder, with this in it. */
function written(name: string, content: string | Uint8Array): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

function expectBearable({ seconds, megabytes, stderr, code }: Run): void {
  expect(seconds, 'seconds').to.be.below(30);
  expect(megabytes, 'MB').to.be.below(1024);
  expect(stderr.split('\n').length - 1, 'lines on stderr').to.be.at.most(6);
  expect(stderr).not.to.match(/\n {4}at |a defect of migraph/);
  expect(code).to.be.oneOf([0, 1]);
}

/** One line `file:line: reason`, exit code 1, nothing written. */
function expectRefused(run: Run, file: string, reason: RegExp, out?: string): void {
  expectBearable(run);
  expect(run.code).to.equal(1);
  expect(run.stdout).to.equal('');
  expect(run.complaints).to.have.length(1);
  expect(run.complaints[0]).to.match(/^[^:]+:[1-9]\d*: \S/);
  expect(run.complaints[0]?.slice(0, file.length)).to.equal(file);
  expect(run.complaints[0]).to.match(reason);
  if (out !== undefined) expect(existsSync(out) ? readdirSync(out) : []).to.deep.equal([]);
}

const build = (file: string, out: string): Promise<Run> => migraph(['build', '--notes', file, '--out', out]);

describe('bad input', function () {
  this.timeout(60_000);

  const refusals: readonly (readonly [what: string, make: () => string, reason: RegExp])[] = [
    ['an empty note', () => written('empty.txt', ''), /is empty/],
    ['white space', () => written('space.txt', ' \n\t\n'), /white space only/],
    [
      'binary data',
      () =>
        written(
          'binary.txt',
          Uint8Array.from({ length: 5000 }, (_, n) => (n * 7919) % 256),
        ),
      /NUL byte/,
    ],
    ['NUL bytes', () => written('nul.txt', 'One line\nanother\0line\n'), /nul\.txt:2: .*NUL byte/],
    ['UTF-16', () => written('utf16.txt', Buffer.from('\ufeffA note', 'utf16le')), /UTF-16/],
    ['Latin-1', () => written('latin1.txt', Buffer.from('One\nTwo\ndonn\xe9es\n', 'latin1')), /latin1\.txt:3: .*UTF-8/],
    ['a PDF', () => written('paper.pdf', '%PDF-1.7\nwords'), /is a PDF/],
    ['an office document', () => written('paper.docx', Buffer.from('PK\x03\x04words')), /office document/],
    ['front matter alone', () => written('front.txt', '---\ntitle: A\n---\n'), /no text/],
    ['a missing file', () => join(folder, 'nowhere.txt'), /no such file/],
    ['/dev/zero', () => '/dev/zero', /not a regular file/],
    ['/dev/null', () => '/dev/null', /not a regular file/],
  ];
  for (const [what, make, reason] of refusals)
    it(`refuses ${what}`, async () => {
      const file = make();
      const out = join(folder, 'refused');
      const [built, extracted] = await Promise.all([build(file, out), migraph(['extract', file])]);
      expectRefused(built, file, reason, out);
      expectRefused(extracted, file, reason);
    });

  it('refuses a FIFO that nobody writes to', async () => {
    const fifo = join(folder, 'fifo');
    execFileSync('mkfifo', [fifo]);
    expectRefused(await build(fifo, join(folder, 'refused')), fifo, /not a regular file/);
    expectRefused(await migraph(['extract', fifo]), fifo, /not a regular file/);
  });

  it('refuses a folder without notes; to extract, any folder', async () => {
    const empty = join(folder, 'no-notes');
    mkdirSync(empty);
    writeFileSync(join(empty, 'readme.md'), 'words');
    expectRefused(await build(empty, join(folder, 'refused')), empty, /without notes/);
    expectRefused(await migraph(['extract', empty]), empty, /is a folder/);
  });

  it('refuses front matter that cannot be, by its line', async () => {
    const file = written('front-matter.txt', '---\ntitle: A\ndate: yesterday\n---\nWords.\n');
    expectRefused(await build(file, join(folder, 'refused')), file, /:3: date "yesterday"/);
    const unknown = written('unknown-field.txt', '---\nauthor: A\n---\nWords.\n');
    expectRefused(await build(unknown, join(folder, 'refused')), unknown, /:2: unknown field "author"/);
  });

  it('refuses two notes of one name', async () => {
    const [one, two] = ['one', 'two'].map((name) => join(folder, name));
    for (const path of [one, two]) {
      mkdirSync(path ?? '');
      writeFileSync(join(path ?? '', 'same.txt'), 'Words.\n');
    }
    const run = await migraph(['build', '--notes', one ?? '', two ?? '', '--out', join(folder, 'refused')]);
    expectRefused(run, join(two ?? '', 'same.txt'), /is called "same"/);
  });

  it('refuses to build a note over 10 MB', async () => {
    const file = written('long.txt', 'Words and words. '.repeat((11 * megabyte) / 17));
    expectRefused(await build(file, join(folder, 'refused')), file, /over the limit of 10 MB/);
  });

  it('keeps what was built before, when the next build fails', async () => {
    const out = join(folder, 'kept');
    expect((await build(written('good.txt', 'The UNHCR maintains a database of refugees.\n'), out)).code).to.equal(0);
    const before = readdirSync(out);
    expect((await build(written('bad.txt', ''), out)).code).to.equal(1);
    expect(readdirSync(out))
      .to.deep.equal(before)
      .and.to.have.members(['graph.nq', 'graph.snapshot', 'build.json', 'history.jsonl']);
  });

  it('takes a plain text without front matter, and says what it does not state', async () => {
    const out = join(folder, 'plain');
    const run = await build(written('A Letter, 2001.txt', 'The UNHCR maintains a database of refugees.\n'), out);
    expect(run.code).to.equal(0);
    expect(run.stdout).to.match(/A Letter, 2001\.txt: not stated: title, date, publisher, url, licence/);
    const query =
      'SELECT ?note ?licence { ?note a <https://w3id.org/migraph/ontology#Note> OPTIONAL { ?note <http://purl.org/dc/terms/license> ?licence } }';
    const answer = await migraph(['query', query, '--graph', join(out, 'graph.nq')]);
    expect(answer.stdout).to.equal('note,licence\r\nhttps://w3id.org/migraph/note/a-letter-2001,\r\n');
  });

  for (const [what, text] of Object.entries(floods))
    it(`bears ${what}`, async () => {
      const out = join(folder, 'flood');
      const run = await build(written('flood.txt', text(megabyte)), out);
      expectBearable(run);
      if (run.code === 1) expect(existsSync(out) ? readdirSync(out) : []).to.deep.equal([]);
    });
});
