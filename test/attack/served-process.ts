/** `migraph serve` as a program of its own, on a free port, over a crowd or another graph. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../../src/config.js';
import { crowd, peopleFor } from './crowd.js';
import { treeOf, workWithin } from './process-tree.js';

export interface ServedProcess {
  readonly origin: string;
  readonly pid: number;
  /** How it ended, where it has: a code or a signal. */
  ended(): string | undefined;
  close(): Promise<void>;
}

const cli = join(packageRoot, 'dist', 'src', 'cli.js');

/** Until all its processes have loaded the graph: nothing goes on any more. */
async function settle(origin: string, pid: number): Promise<void> {
  await fetch(`${origin}/sparql?query=${encodeURIComponent('ASK {}')}`);
  let quiet = 0;
  for (let round = 0; round < 600 && quiet < 3; round += 1)
    quiet = (await workWithin(pid, 200)) < 0.05 && treeOf(pid).length > 2 ? quiet + 1 : 0;
}

export const serveCrowd = (triples: number, settings: Record<string, string> = {}): Promise<ServedProcess> =>
  serveGraph({ name: 'crowd.nt', text: `${[...crowd(peopleFor(triples))].join('\n')}\n` }, settings);

/** The name's extension tells the syntax; `settings` as in the environment. */
export async function serveGraph(
  file: { readonly name: string; readonly text: string },
  settings: Record<string, string> = {},
): Promise<ServedProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'migraph-attack-'));
  const graph = join(folder, file.name);
  writeFileSync(graph, file.text);
  const child = spawn(process.execPath, [cli, 'serve', '--graph', graph, '--port', '0'], {
    env: { ...process.env, MIGRAPH_OUT: join(folder, 'var'), ...settings },
    stdio: ['ignore', 'pipe', process.env['ATTACK_STDERR'] === undefined ? 'ignore' : 'inherit'],
  });
  let end: string | undefined;
  child.once('exit', (code, signal) => {
    end = String(signal ?? code);
  });
  let said = '';
  for await (const chunk of child.stdout.iterator({ destroyOnReturn: false })) {
    said += String(chunk);
    if (said.includes('Ctrl-C')) break;
  }
  child.stdout.resume();
  const origin = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
  if (origin === undefined || child.pid === undefined) throw new Error(`the server did not start: ${said} ${end}`);
  await settle(origin, child.pid);
  return {
    origin,
    pid: child.pid,
    ended: () => end,
    async close() {
      if (end === undefined) {
        const gone = once(child, 'exit');
        child.kill('SIGTERM');
        await gone;
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
