/** Kills a server again and again while it is written to; what was acknowledged must be there after the next start. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startServer } from './server.js';
import { createWriter } from './writer.js';

export interface Outcome {
  readonly kills: number;
  readonly acknowledged: number;
  /** What was lost or torn, and starts that failed. */
  readonly faults: readonly string[];
}

/** Clients that write at the same time. */
const clients = ['a', 'b', 'c'];
/** Milliseconds that a server is written to before it is killed, at most. */
const longest = 600;

/** In a folder that is empty before. */
export async function runKillLoop(kills: number, folder: string, onKill?: (n: number) => void): Promise<Outcome> {
  const graph = join(folder, 'base.ttl');
  writeFileSync(graph, '<urn:base> <urn:of> [ <urn:p> "never written to" ] .\n');
  const writers = clients.map(createWriter);
  const faults: string[] = [];
  let acknowledged = 0;
  for (let n = 1; n <= kills + 1; n += 1) {
    const server = await startServer(graph, join(folder, 'var')).catch((error: Error) => error);
    if (server instanceof Error) {
      faults.push(server.message);
      continue;
    }
    for (const writer of writers) faults.push(...(await writer.check(server.url)));
    const before = writers.reduce((sum, writer) => sum + writer.acknowledged, 0);
    // The last one is only looked at.
    const writing = n > kills ? [] : writers.map((writer) => writer.run(server.url));
    const done = Promise.allSettled(writing);
    if (n <= kills) await wait(Math.random() * longest);
    await server.kill();
    for (const outcome of await done) if (outcome.status === 'rejected') faults.push(String(outcome.reason));
    acknowledged += writers.reduce((sum, writer) => sum + writer.acknowledged, 0) - before;
    onKill?.(n);
  }
  return { kills, acknowledged, faults };
}
