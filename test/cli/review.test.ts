/** What a curator is shown of a note. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { excerptAround, wrapText } from '../../src/cli/wrap-text.js';
import { migraph, noteFile, temporaryFolder } from './run-migraph.js';

const folder = temporaryFolder();
const env = { MIGRAPH_OUT: join(folder, 'var') };
const run = (...args: string[]) => migraph(['review', ...args], { env });

interface Review {
  readonly note: string;
  readonly file: string;
  readonly items: readonly {
    readonly kind: string;
    readonly line: number;
    readonly column: number;
    readonly quote: string;
    readonly reason: string;
    readonly thing?: string;
    readonly owners?: readonly string[];
    readonly clues?: readonly { readonly line: number; readonly text: string }[];
  }[];
}

describe('migraph review', function () {
  this.timeout(60_000);

  it('finds a note by its name, and tells each place by line and column in its file', async () => {
    const { code, stdout, complaints } = await run('un-pop-mig-5cm-2006-13', '--json');
    expect([code, complaints]).to.deep.equal([0, []]);
    const { note, file, items } = JSON.parse(stdout) as Review;
    expect([note, file]).to.deep.equal(['un-pop-mig-5cm-2006-13', 'data/notes/un-pop-mig-5cm-2006-13.txt']);
    const lines = readFileSync(noteFile, 'utf8').split('\n');
    for (const { line, column, quote } of items)
      expect([...(lines[line - 1] ?? '')].slice(column - 1).join(''))
        .to.match(/./)
        .and.satisfy((rest: string) => rest.startsWith(quote.split('\n')[0] ?? ''));
    const places = items.map(({ line, column }) => line * 10_000 + column);
    expect(places).to.deep.equal([...places].sort((a, b) => a - b));
    expect(new Set(items.map(({ kind }) => kind))).to.include.all.keys('inferred owner', 'damaged', 'rejected');
    for (const { kind, thing, owners, clues } of items.filter((item) => item.kind === 'inferred owner')) {
      expect(thing, kind).to.match(/^[a-z]+\/\S+$/);
      expect(owners).not.to.deep.equal([]);
      expect(clues).to.be.an('array');
    }
  });

  it('is to be read in a terminal: the place, the reason, the sentence, in lines of a hundred characters', async () => {
    const { stdout } = await run('un-pop-mig-5cm-2006-13');
    expect(stdout).to.match(
      /^data\/notes\/\S+\.txt: \d+ inferred owners, \d+ damaged places, \d+ rejected candidates\n\n/,
    );
    expect(stdout).to.match(
      /^data\/notes\/\S+\.txt:\d+:\d+: inferred owner\n {4}\w+ “.+\n(?: {4}.+\n)* {4}<\w+\/\S+>\n {4}a heading is lost; .*line/m,
    );
    const long = stdout.split('\n').filter((line) => [...line].length > 100 && !/^ {4}<\S+>$/.test(line));
    expect(long).to.deep.equal([]);
  });

  it('takes any text file, says when there is nothing, and what no shape allows', async () => {
    const plain = join(folder, 'plain.txt');
    writeFileSync(plain, 'Nothing of note.\n');
    expect((await run(plain)).stdout).to.equal(`${plain}: nothing to look at\n`);
    const odd = join(folder, 'odd.txt');
    writeFileSync(odd, 'The UNHCR maintains a database of refugees.\n\nThe database covers 400 countries.\n');
    expect((await run(odd)).stdout).to.match(
      /odd\.txt:3:1: withheld\n {4}Dataset “database of refugees”\n.*\n {4}countryCount .*\n.* from 1 to 300;/,
    );
  });

  it('refuses what is neither a file nor a note', async () => {
    const { code, complaints } = await run('nowhere');
    expect(code).to.equal(1);
    expect(complaints).to.deep.equal(['nowhere:1: is neither a file nor one of the notes: un-pop-mig-5cm-2006-13']);
  });
});

describe('wrapText and excerptAround', () => {
  it('keep to a width, and words whole', () => {
    expect(wrapText('one two\nthree 🌊🌊 fivefivefive', 8)).to.deep.equal(['one two', 'three 🌊🌊', 'fivefivefive']);
    expect(wrapText(' ', 8)).to.deep.equal([]);
  });

  it('show the words in question', () => {
    const text = `${'before '.repeat(50)}here ${'after '.repeat(50)}`.trim();
    expect(excerptAround(text, 'here', 40)).to.match(/^… (?:before )+here(?: after)+ …$/);
    expect(excerptAround('short', 'or', 40)).to.equal('short');
    expect(excerptAround(text, '', 20)).to.equal('before before before …');
  });
});
