/** The documents from zero, followed word for word: every command of a curator's and of a harvester's page, in a shell of its own. */
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect } from 'chai';
import { packageRoot } from '../../src/config.js';
import { cli, temporaryFolder } from './run-migraph.js';
import { serveFolder } from './served.js';

const folder = temporaryFolder();
const mine = join(folder, 'mine');

/** The commands of a document, one block of it after the other; `changes`: what is otherwise here than there. */
function commandsOf(document: string, changes: readonly (readonly [string | RegExp, string])[]): string {
  const blocks = readFileSync(join(packageRoot, 'docs', document), 'utf8').matchAll(/^```sh\n([\s\S]*?)^```$/gm);
  const whole = [...blocks].map(([, block = '']) => block).join('');
  return changes.reduce((script, [there, here]) => {
    expect(script.split(there).length, String(there)).to.be.greaterThan(1);
    return script.replaceAll(there, here);
  }, whole);
}

/** Ends with the first command that fails. `npx migraph` is what was compiled here. */
async function follow(script: string, cwd: string): Promise<{ code: number | null; said: string }> {
  const shim = `npx() { shift; "${process.execPath}" "${cli}" "$@"; }\n`;
  const child = spawn('bash', ['-euo', 'pipefail', '-c', `exec 2>&1\n${shim}${script}`], {
    cwd,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [said, code] = await Promise.all([
    text(child.stdout),
    new Promise<number | null>((resolve) => child.once('exit', resolve)),
  ]);
  return { code, said };
}

describe('followed word for word', function () {
  this.timeout(240_000);

  it('docs/curating.md makes two notes, a decision and a catalogue', async () => {
    // A short note in the place of the long one, which other tests build.
    const notes = join(folder, 'short', 'notes');
    mkdirSync(notes, { recursive: true });
    writeFileSync(join(notes, 'short.txt'), 'The UNHCR maintains a database of refugees.\n');
    const script = commandsOf('curating.md', [
      ['data/notes', notes],
      ['/tmp/mine', mine],
      ['/tmp/letter.txt', join(folder, 'letter.txt')],
      ['/tmp/my-catalogue.ttl', join(folder, 'catalogue.ttl')],
      // It would serve until it is stopped; curate.test.ts looks at its page.
      [/^npx migraph serve .*$/gm, ''],
    ]);
    const { code, said } = await follow(script, packageRoot);
    expect(code, said).to.equal(0);
    expect(readdirSync(join(mine, 'notes'))).to.include.members(['letter.txt', 'north-quay-circular.txt']);
    expect(said)
      .to.match(/1 curator's decision applied/)
      .and.match(/^https:\/\/w3id\.org\/migraph\/dataset\/unhcr-landing-register\r?$/m)
      .and.match(/every one found/)
      .and.include('Harbour Movers Database');
    const catalogue = readFileSync(join(folder, 'catalogue.ttl'), 'utf8');
    expect(catalogue).to.include('Crew Wages Survey').and.not.include('unhcr-sea-arrivals-register');
  });

  it('docs/harvesting.md harvests once whole, and then what has changed', async () => {
    const harvested = join(folder, 'harvested');
    mkdirSync(harvested);
    // What the curator has just built: it has a history.
    const settings = { MIGRAPH_DATA: mine, MIGRAPH_IMPORTS: join(mine, 'imports'), MIGRAPH_WRITE_TOKEN: '' };
    const server = await serveFolder(join(mine, 'var'), settings);
    try {
      const script = commandsOf('harvesting.md', [
        ['npm ci && npm start\n', ''],
        ['http://127.0.0.1:3000', server.url.replace(/\/$/, '')],
        // A pipe that is closed early is an error to whoever writes into it, and here alone one counts.
        [/ \| head -n \d+$/gm, ''],
      ]);
      const { code, said } = await follow(script, harvested);
      expect(code, said).to.equal(0);
      expect(said)
        .to.match(/^304$/m)
        .and.match(/^link: .*rel="?next/im)
        .and.match(/<oai_dc:dc/)
        .and.match(/<feed/)
        .and.match(/^graph\.nq\.gz: OK$/m);
      expect(readFileSync(join(harvested, 'catalogue.ttl'), 'utf8')).to.match(/dcat:Catalog/);
    } finally {
      await server.stop();
    }
  });
});
