/** `migraph serve` as a program of its own, on a free port, over a crowd or another graph. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../src/config.js';
import { type ServedProgram, serveProgram } from '../cli/serve-program.js';
import { crowd, peopleFor } from './crowd.js';
import { treeOf, workWithin } from './process-tree.js';

export type ServedProcess = ServedProgram;

/** Until all its processes have loaded the graph: nothing goes on any more. */
async function settle(origin: string, pid: number): Promise<void> {
  await fetch(`${origin}/sparql?query=${encodeURIComponent('ASK {}')}`);
  let quiet = 0;
  for (let round = 0; round < 600 && quiet < 3; round += 1)
    quiet = (await workWithin(pid, 200)) < 0.05 && treeOf(pid).length > 2 ? quiet + 1 : 0;
}

export const serveCrowd = (triples: number, settings: Record<string, string> = {}): Promise<ServedProcess> =>
  serveGraph({ name: 'crowd.nt', text: `${[...crowd(peopleFor(triples))].join('\n')}\n` }, settings);

/** Whatever the tests beside it set: as users have it. */
const usual = { MIGRAPH_QUERY_PROCESSES: String(readConfig({}).queryProcesses), MIGRAPH_WARM_UP: 'true' };

/** The name's extension tells the syntax; `settings` as in the environment. */
export async function serveGraph(
  file: { readonly name: string; readonly text: string },
  settings: Record<string, string> = {},
): Promise<ServedProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'migraph-attack-'));
  const graph = join(folder, file.name);
  writeFileSync(graph, file.text);
  const program = await serveProgram(['--graph', graph], {
    MIGRAPH_OUT: join(folder, 'var'),
    ...usual,
    ...settings,
  });
  await settle(program.origin, program.pid);
  return {
    ...program,
    async close() {
      await program.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
