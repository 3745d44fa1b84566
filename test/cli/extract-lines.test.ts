/** Many documents as a stream of lines: what is good is read, what is bad is said, and no line knows of another. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect } from 'chai';
import { packageRoot } from '../../src/config.js';
import { cli, migraph, type Run, temporaryFolder } from './run-migraph.js';

const folder = temporaryFolder();
const texts = join(packageRoot, 'test', 'gold', 'texts');
const files = readdirSync(texts).filter((name) => name.endsWith('.txt'));
const documents = files.map((name) => ({
  doc: name.replace(/\.txt$/, ''),
  text: readFileSync(join(texts, name), 'utf8'),
}));

interface Answer {
  readonly doc: string | null;
  readonly error?: string;
  readonly line?: number;
  readonly entities?: readonly { readonly label: string; readonly evidence: readonly string[] }[];
}

const lineOf = (value: unknown): string => `${JSON.stringify(value)}\n`;
const extract = (...input: (string | Uint8Array)[]): Promise<Run> => migraph(['extract', '--jsonl'], { input });
const answersOf = ({ stdout }: Run): Answer[] =>
  stdout
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Answer);

describe('migraph extract --jsonl', function () {
  this.timeout(60_000);

  it('answers each line as extract --json answers the file, in order', async () => {
    const run = await extract(...documents.map(lineOf));
    expect([run.code, run.stderr]).to.deep.equal([0, '']);
    const answers = answersOf(run);
    expect(answers.map(({ doc }) => doc)).to.deep.equal(documents.map(({ doc }) => doc));
    for (const name of files.slice(0, 3)) {
      const alone = await migraph(['extract', join(texts, name), '--json']);
      expect(answers.find(({ doc }) => `${doc}.txt` === name)).to.deep.equal(JSON.parse(alone.stdout));
    }
    for (const [n, { entities = [] }] of answers.entries())
      for (const quote of entities.flatMap(({ evidence }) => evidence))
        expect(documents[n]?.text.includes(quote), quote).to.equal(true);
  });

  it('answers a line the same, whatever stands before it', async () => {
    const forwards = (await extract(...documents.map(lineOf))).stdout.trimEnd().split('\n');
    const backwards = (await extract(...[...documents].reverse().map(lineOf))).stdout.trimEnd().split('\n');
    expect(backwards.reverse()).to.deep.equal(forwards);
  });

  const bad: readonly (readonly [what: string, line: string | Uint8Array, doc: string | null, error: RegExp])[] = [
    ['no JSON', '{"doc": "a", "text": "b"', null, /^is no JSON$/],
    ['no object', '["a"]', null, /no JSON object/],
    ['no name', '{"text": "words"}', null, /"doc" is missing/],
    ['a name that is no string', '{"doc": 7, "text": "words"}', null, /"doc" is no string/],
    ['no text', '{"doc": "a"}', 'a', /"text" is missing/],
    ['a text that is no string', '{"doc": "a", "text": null}', 'a', /"text" is no string/],
    ['an empty text', '{"doc": "a", "text": ""}', 'a', /"text" is empty/],
    ['white space', '{"doc": "a", "text": " \\n"}', 'a', /white space only/],
    ['a NUL', '{"doc": "a", "text": "b\\u0000"}', 'a', /NUL/],
    ['front matter alone', '{"doc": "a", "text": "---\\ntitle: b\\n---\\n"}', 'a', /^"text" holds front matter/],
    ['Latin-1', Buffer.from('{"doc": "donn\xe9es"}', 'latin1'), null, /not valid UTF-8/],
  ];
  it('answers a bad line with its number and the reason, and goes on', async () => {
    const good = lineOf({ doc: 'good', text: 'The UNHCR maintains a database of refugees.' });
    const run = await extract(...bad.flatMap(([, line]) => ['\r\n', line, '\r\n', good]));
    const answers = answersOf(run);
    expect(answers).to.have.length(2 * bad.length);
    for (const [n, [what, , doc, error]] of bad.entries()) {
      const answer = answers[2 * n];
      expect(answer, what).to.have.all.keys('doc', 'error', 'line');
      expect([answer?.doc, answer?.line], what).to.deep.equal([doc, 3 * n + 2]);
      expect(answer?.error, what).to.match(error);
      expect(answers[2 * n + 1]?.entities?.map(({ label }) => label)).to.include('database of refugees');
    }
    expect(run.code).to.equal(1);
    expect(run.stderr).to.match(/^stdin:2: is no JSON \(11 of 22 lines could not be read; each has its "error"\)\n$/);
  });

  it('takes a file in the place of standard input, a last line without its end, and odd characters', async () => {
    const file = join(folder, 'in.jsonl');
    writeFileSync(
      file,
      '\ufeff{"doc": "ÿ🌊\\ud800", "text": "The UNHCR 🌊 \\ud800 maintains a database of refugees."}',
    );
    const run = await migraph(['extract', '--jsonl', file]);
    expect([run.code, run.stderr]).to.deep.equal([0, '']);
    expect(answersOf(run)[0]?.doc).to.equal('ÿ🌊\ud800');
    const nothing = await extract('\n');
    expect([nothing.code, nothing.stdout]).to.deep.equal([0, '']);
  });

  it('refuses what is no file, and two kinds of output at once', async () => {
    const nowhere = join(folder, 'nowhere.jsonl');
    expect((await migraph(['extract', '--jsonl', nowhere])).complaints).to.deep.equal([`${nowhere}:1: no such file`]);
    expect((await migraph(['extract', '--jsonl', folder])).complaints[0]).to.match(/:1: is a folder/);
    expect((await migraph(['extract', '--jsonl', '--json'])).code).to.equal(2);
  });

  it('bears a line without an end', async () => {
    const chunk = Buffer.alloc(2 ** 20, 'x');
    const endless = function* () {
      for (let n = 0; n < 200; n++) yield chunk;
      yield `\n${lineOf({ doc: 'behind', text: 'Words.' })}`;
    };
    const run = await migraph(['extract', '--jsonl'], { input: endless() });
    expect(answersOf(run)).to.deep.equal([
      { doc: null, error: 'is longer than 64 MB', line: 1 },
      { doc: 'behind', entities: [], damaged: [] },
    ]);
    expect(run.megabytes).to.be.below(400);
  });

  it('answers a line before the next one has come', async () => {
    const child = spawn(process.execPath, [cli, 'extract', '--jsonl'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    for (const doc of ['one', 'two']) {
      child.stdin.write(lineOf({ doc, text: 'Words.' }));
      expect(JSON.parse((await answers.next()).value as string)).to.have.property('doc', doc);
    }
    child.stdin.end();
    const [code] = (await once(child, 'exit')) as [number];
    expect(code).to.equal(0);
  });

  it('ends quietly when its reader has seen enough', () => {
    const file = join(folder, 'many.jsonl');
    writeFileSync(file, Array.from({ length: 20 }, () => documents.map(lineOf).join('')).join(''));
    const script = 'set -o pipefail; "$0" "$1" extract --jsonl "$2" | head -n 1 | wc -l';
    const seen = execFileSync('bash', ['-c', script, process.execPath, cli, file], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    expect(seen.toString().trim()).to.equal('1');
  });
});
