/** Tests that a sample asks only processes that have said that they may be asked. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { hasProc } from '../attack/process-tree.js';
import { takeSamples } from './memory.js';

describe('a sample of memory', function () {
  this.timeout(10_000);
  const folder = mkdtempSync(join(tmpdir(), 'migraph-memory-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('forgets what a process that is gone has told: another may bear its number', async function () {
    // Who belongs to whom is read from /proc.
    if (!hasProc()) this.skip();
    const gone = join(folder, '999999');
    const own = join(folder, String(process.pid));
    for (const file of [gone, own]) writeFileSync(file, JSON.stringify({ rss: 1, program: 'query-process.js' }));
    process.once('SIGUSR2', () => {});
    const samples = await takeSamples(process.pid, folder, 7);
    expect(samples.map(({ at, pid }) => ({ at, pid }))).to.deep.equal([{ at: 7, pid: process.pid }]);
    expect([existsSync(gone), existsSync(own)]).to.deep.equal([false, true]);
  });
});
