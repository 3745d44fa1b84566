/** Tests that those who work for the server get a processor after it: every thread of theirs, for each collects garbage of its own. */

import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { getPriority } from 'node:os';
import { expect } from 'chai';
import { behindServer, putBehind } from '../../../src/priority.js';
import { treeOf } from '../../attack/process-tree.js';
import { openTestPool } from './open-test-pool.js';

const prioritiesOf = (pid: number): number[] =>
  readdirSync(`/proc/${pid}/task`).map((thread) => getPriority(Number(thread)));

/** Of this program, before any test. */
const own = getPriority();

describe('who gets a processor first', () => {
  before(function () {
    // Elsewhere a process has one priority, and no folder of its threads.
    if (process.platform !== 'linux') this.skip();
  });

  it('is put behind with all its threads', async () => {
    const child = spawn(process.execPath, ['-e', 'console.log(1); setInterval(() => {}, 1000)'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    await once(child.stdout, 'data');
    expect(prioritiesOf(child.pid ?? 0)).to.have.length.above(2);
    expect(putBehind(child.pid ?? 0, behindServer)).to.equal(true);
    expect([...new Set(prioritiesOf(child.pid ?? 0))]).to.deep.equal([behindServer]);
    child.kill();
  });

  it('is nobody before whoever started it', () => {
    const program = `import { getPriority } from 'node:os';
      import { behindAll, behindServer, stepBack } from '${new URL('../../../src/priority.js', import.meta.url)}';
      stepBack();
      console.log(behindServer, behindAll, getPriority());`;
    const { stdout } = spawnSync('nice', ['-n', '15', process.execPath, '--input-type=module', '-e', program], {
      encoding: 'utf8',
    });
    const started = Math.min(own + 15, 19);
    const [server, all, now] = stdout.trim().split(' ').map(Number);
    expect([server, all, now]).to.deep.equal([
      Math.min(started + 5, 19),
      Math.min(started + 10, 19),
      Math.min(started + 10, 19),
    ]);
  });

  it('is not who has ended', () => expect(putBehind(2 ** 22 - 1, behindServer)).to.equal(false));

  it('is the server, before the processes of its queries', async () => {
    const others = new Set(treeOf(process.pid));
    const pool = await openTestPool([]);
    try {
      const workers = treeOf(process.pid).filter((pid) => !others.has(pid));
      expect(workers).to.not.be.empty;
      for (const pid of workers) expect([...new Set(prioritiesOf(pid))]).to.deep.equal([behindServer]);
      expect([getPriority(), behindServer]).to.deep.equal([own, Math.min(own + 5, 19)]);
    } finally {
      await pool.close();
    }
  });
});
