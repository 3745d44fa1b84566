/** `migraph serve --graph` over the graph of payloads. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ServedProgram, serveProgram, untilReady } from '../../cli/serve-program.js';
import { writePayloadGraph } from './payload-graph.js';

export async function servePayloads(): Promise<ServedProgram> {
  const folder = mkdtempSync(join(tmpdir(), 'migraph-inert-'));
  const graph = join(folder, 'payloads.nq');
  writeFileSync(graph, await writePayloadGraph());
  const program = await serveProgram(['--graph', graph], { MIGRAPH_OUT: join(folder, 'var') });
  await untilReady(program);
  return {
    ...program,
    async close() {
      await program.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
