/** Carries out one attack and holds what the server did meanwhile against what it promises. */
import type { Attack, Target } from './attack.js';
import { readTreeBytes, treeOf, workWithin } from './process-tree.js';
import { takePulse } from './pulse.js';

export const promises = {
  /** Milliseconds within which `/healthz` answers, whatever goes on. */
  healthz: 250,
  /** Bytes that a query may add to all processes together. */
  memory: 250 * 2 ** 20,
  /** The same of a write, with the process that it is evaluated in; see `MIGRAPH_WRITE_MEMORY_MB`. */
  memoryOfWrites: 550 * 2 ** 20,
  /** Milliseconds within which `ASK {}` is answered right after. */
  ask: 1000,
} as const;

export interface Held {
  readonly outcome: string;
  /** Milliseconds. */
  readonly healthz: number;
  readonly addedBytes: number;
  /** Milliseconds until `ASK {}` was answered, right after. */
  readonly ask: number;
  readonly seconds: number;
}

/** Waits until nothing goes on that the attack before has left: processes that start, above all. */
async function untilQuiet(pid: number, processes: number): Promise<void> {
  for (let round = 0; round < 300; round += 1)
    if ((await workWithin(pid, 150)) < 0.03 && treeOf(pid).length >= processes) return;
}

async function timeAsk(origin: string): Promise<number> {
  const started = performance.now();
  // A text of its own each time: not from the cache.
  const query = `ASK {} # ${performance.now()}`;
  const response = await fetch(`${origin}/sparql?query=${encodeURIComponent(query)}`);
  await response.arrayBuffer();
  return response.status === 200 ? performance.now() - started : Number.POSITIVE_INFINITY;
}

export async function holdAgainst(attack: Attack, target: Target, processes: number): Promise<Held> {
  await untilQuiet(target.pid, processes);
  const before = readTreeBytes(target.pid);
  const stop = await takePulse(target);
  const started = performance.now();
  const outcome = await attack.run(target);
  const ask = await timeAsk(target.origin);
  const seconds = (performance.now() - started) / 1000;
  const { slowest, peakBytes } = await stop();
  return { outcome, healthz: slowest, addedBytes: Math.max(0, peakBytes - before), ask, seconds };
}

/** What was not kept, in words. */
export function brokenPromises({ healthz, addedBytes, ask }: Held, { mayWrite }: Pick<Attack, 'mayWrite'>): string[] {
  const mostAdded = mayWrite ? promises.memoryOfWrites : promises.memory;
  const megabytes = Math.round(addedBytes / 2 ** 20);
  return [
    ...(healthz > promises.healthz ? [`/healthz took ${Math.round(healthz)} ms`] : []),
    ...(addedBytes > mostAdded ? [`the processes took ${megabytes} MB more`] : []),
    ...(ask > promises.ask ? [`ASK {} took ${Math.round(ask)} ms`] : []),
  ];
}
