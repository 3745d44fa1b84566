/** A server that is asked without a pause while `migraph build` and SIGHUP put one graph after another into its place. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { cli } from '../cli/run-migraph.js';
import { serveFolder } from '../cli/served.js';
import { type Asked, startClients } from './clients.js';
import { copyNotes, marks, writeMarked } from './marked-notes.js';

const run = promisify(execFile);

export interface RebuildLoad {
  readonly clients: number;
  readonly rebuilds: number;
  /** Seconds before the first rebuild, and after the last. */
  readonly calm: number;
}

/** All requests, each with its phase: before, build N, after. */
export async function loadRebuilds({ clients: count, rebuilds, calm }: RebuildLoad): Promise<readonly Asked[]> {
  const folder = mkdtempSync(join(tmpdir(), 'migraph-rebuild-'));
  const [data, out] = [join(folder, 'data'), join(folder, 'var')];
  const settings = { MIGRAPH_DATA: data, MIGRAPH_OUT: out, MIGRAPH_WRITE_TOKEN: '' };
  const build = async (mark: string): Promise<void> => {
    writeMarked(data, mark);
    await run(process.execPath, [cli, 'build'], { env: { ...process.env, ...settings } });
  };
  try {
    copyNotes(data);
    await build(marks[0]);
    const server = await serveFolder(out, { ...settings, MIGRAPH_QUERY_PROCESSES: '3' });
    try {
      let taken = 0;
      server.child.stdout?.on('data', (chunk) => {
        taken += String(chunk).split('the graph was taken anew').length - 1;
      });
      const clients = startClients(server.url.replace(/\/$/, ''), count);
      await wait(calm * 1000);
      for (const [n, mark] of marks.slice(1, 1 + rebuilds).entries()) {
        clients.enter(`build ${n + 1}`);
        await build(mark);
        server.child.kill('SIGHUP');
        while (taken <= n) await wait(20);
        clients.expect(mark);
      }
      clients.enter('after');
      await wait(calm * 1000);
      return await clients.stop();
    } finally {
      await server.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
