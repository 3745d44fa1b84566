/** How a document becomes a note: by flags, by questions, and never over what is there. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { expect } from 'chai';
import { askFor } from '../../src/cli/add/stated-fields.js';
import { makePdf } from '../notes/make-documents.js';
import { migraph, temporaryFolder } from './run-migraph.js';

const folder = temporaryFolder();
const env = { MIGRAPH_DATA: join(folder, 'data'), MIGRAPH_OUT: join(folder, 'var') };
const notes = join(folder, 'data', 'notes');
const add = (...args: string[]) => migraph(['add', ...args], { env });
const file = (name: string, text: string | Uint8Array): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

const all = ['--title', 'On arrivals', '--symbol', '', '--date', '2009-05', '--publisher', 'UNHCR', '--url', ''];
const stated = [...all, '--licence', ''];
const sentence = 'The UNHCR maintains a database of refugees in Kenya since 1998.';

describe('migraph add', function () {
  this.timeout(60_000);

  it('writes what was stated above the text, says what was read and what comes next', async () => {
    const letter = file('My Letter.txt', `${sentence}\n\nThe labou-1. TD-0.00 figures are old.\n`);
    const { code, stdout, complaints } = await add(pathToFileURL(letter).href, ...stated);
    expect([code, complaints]).to.deep.equal([0, []]);
    expect(readFileSync(join(notes, 'my-letter.txt'), 'utf8')).to.equal(
      `---\ntitle: On arrivals\ndate: 2009-05\npublisher: UNHCR\n---\n\n${sentence}\n\nThe labou-1. TD-0.00 figures are old.\n`,
    );
    expect(stdout).to.match(/my-letter\.txt: written, \d+ characters\nread in it: .*1 dataset,/);
    expect(stdout).to.match(/my-letter\.txt:9:\d+: garbled: .*labou-1/);
    expect(stdout).to.match(/Next: .*migraph review my-letter/);
    expect(readdirSync(notes)).to.deep.equal(['my-letter.txt']);
  });

  it('never writes over a note', async () => {
    const before = readFileSync(join(notes, 'my-letter.txt'), 'utf8');
    const { code, complaints } = await add(file('other.txt', 'Other.\n'), '--name', 'My letter', ...stated);
    expect([code, ...complaints]).to.deep.equal([
      1,
      `${notes}/my-letter.txt:1: is there already; give another --name, or change it by hand`,
    ]);
    expect(readFileSync(join(notes, 'my-letter.txt'), 'utf8')).to.equal(before);
  });

  it('keeps what a text says above itself; flags go before it', async () => {
    const own = `---\ntitle: Old\nsymbol: A/1\ndate: 2001\npublisher: X\nurl: https://x.example/\nlicence: none\n---\n${sentence}\n`;
    expect((await add(file('own.md', own), '--title', 'New "old" one')).code).to.equal(0);
    expect(readFileSync(join(notes, 'own.txt'), 'utf8')).to.equal(
      own
        .replace('Old', 'New "old" one')
        .replace('---\nThe', '---\n\nThe')
        .replace('symbol: A/1\n', '')
        .replace('---\ntitle', '---\nsymbol: A/1\ntitle'),
    );
  });

  it('takes a PDF', async () => {
    const pdf = file('report.pdf', makePdf([[{ text: sentence, y: 700 }]]));
    expect((await add(pdf, ...stated)).code).to.equal(0);
    expect(readFileSync(join(notes, 'report.txt'), 'utf8')).to.include(`---\n\n${sentence}\n`);
  });

  const refused: readonly (readonly [what: string, args: () => string[], complaint: RegExp])[] = [
    [
      'a script that leaves something open',
      () => [file('open.txt', sentence), ...all],
      /open\.txt:1: not stated: licence; give --licence, with '' for what is not known$/,
    ],
    ['a date of words', () => [file('open.txt', sentence), ...stated, '--date', 'May'], /^--date: "May" is not YYYY/],
    ['an address of the web', () => ['https://x.example/a.txt', ...stated], /is not fetched; save it first/],
    ['a name without letters', () => [file('open.txt', sentence), ...stated, '--name', '…'], /gives no name/],
    ['a file that is not there', () => ['nowhere.txt', ...stated], /^nowhere\.txt:1: no such file$/],
    [
      'nothing but front matter',
      () => [file('bare.txt', '---\ntitle: x\n---\n'), ...stated],
      /holds front matter and no/,
    ],
  ];
  for (const [what, args, complaint] of refused)
    it(`refuses ${what} in one line, and writes nothing`, async () => {
      const { code, complaints } = await add(...args());
      expect(code).to.equal(1);
      expect(complaints).to.have.length(1);
      expect(complaints[0]).to.match(complaint);
      expect(existsSync(join(notes, 'open.txt'))).to.equal(false);
    });

  it('asks at a terminal for what is open, again where the answer cannot be, and not for what is known', async () => {
    const [input, output] = [new PassThrough(), new PassThrough()];
    const asked = askFor({ title: 'Known', url: '' }, { input, output });
    input.write('\nMay\n2009-05\nUNHCR\n');
    input.write(' CC0 \n');
    expect(await asked).to.deep.equal({
      title: 'Known',
      url: '',
      symbol: '',
      date: '2009-05',
      publisher: 'UNHCR',
      licence: 'CC0',
    });
    const shown = String(output.read());
    expect(shown).to.match(/symbol .*date .*"May" is not YYYY.*date .*publisher: .*licence/s);
    expect(shown).not.to.match(/title|url/);
  });

  it('writes nothing where the questions are broken off', async () => {
    const [input, output] = [new PassThrough(), new PassThrough()];
    const asked = askFor({}, { input, output });
    input.end('Title\n');
    expect(await asked.catch((error: Error) => error.message)).to.equal(
      'the questions were broken off; nothing was written',
    );
  });
});
