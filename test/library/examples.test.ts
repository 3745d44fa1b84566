/** The examples run, and do what they say. */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { packageRoot } from '../../src/config.js';
import { harbourGraph } from '../server/serve.js';
import { runExample, startExample } from './run-example.js';

const note = join(packageRoot, 'test', 'fixtures', 'notes', 'quayside.txt');

describe('the examples', () => {
  it('print the claims of a note with words that stand in it', async () => {
    const lines = (await runExample('print-claims', [note])).split('\n');
    expect(lines[0]).to.match(/^[A-Z][a-z]+ ".+": [a-z]/i);
    const quotes = lines.flatMap((line) => /^ {4}"(.+)"$/.exec(line)?.[1] ?? []);
    expect(quotes).not.to.deep.equal([]);
    const text = readFileSync(note, 'utf8');
    expect(quotes.filter((quote) => !text.includes(quote))).to.deep.equal([]);
  });

  it('build a graph and ask it', async () => {
    const lines = (await runExample('query-graph', [note])).trimEnd().split('\n');
    expect(lines.filter((line) => !/^\S.* <https:\/\/.+\/dataset\/.+>$/.test(line))).to.deep.equal([]);
    expect(new Set(lines).size).to.equal(lines.length);
  });

  it('tell in one line what is wrong with a note', async () => {
    const failure = await runExample('print-claims', ['no-such-note.txt']).catch((error: Error) => error.message);
    expect(failure).to.include('no-such-note.txt:1: no such file');
  });

  it('mount the application, and end when told', async () => {
    const { line, child } = await startExample('mount-app', [harbourGraph]);
    try {
      const page = await fetch(`${line}/dataset/pier-counts`, { headers: { accept: 'text/html' } });
      expect(page.status).to.equal(200);
      expect(await (await fetch(new URL('/', line))).text()).to.equal('a server of somebody else\n');
    } finally {
      child.kill();
    }
    expect(child.exitCode ?? (await once(child, 'exit'))[0]).to.equal(0);
  });
});
