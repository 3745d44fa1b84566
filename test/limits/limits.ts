/** The limits that an answer can run into, each as a server of its own. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Config } from '../../src/config.js';
import { readConfig } from '../../src/config.js';
import { createListener } from '../../src/server/app.js';
import { createBoundedServer } from '../../src/server/connections.js';
import { treeOf } from '../attack/process-tree.js';
import type { Random } from '../random.js';
import { listen, type Served } from '../server/serve.js';
import { openTestPool } from '../store/pool/open-test-pool.js';
import { openCuttingProxy } from './cutting-proxy.js';
import { harbourLog } from './harbour-log.js';

export interface Limited extends Served {
  /** Query processes that can answer just now. */
  processes(): number;
}

export interface Limit {
  readonly name: string;
  readonly settings: Partial<Config>;
  /** What goes on meanwhile; the function ends it. */
  readonly meanwhile?: (
    served: Limited,
    random: Random,
    others: ReadonlySet<number>,
  ) => Promise<{ origin?: string; end(): Promise<void> }>;
}

/** Query processes end without a word, again and again; whatever is under way is lost. `others`: processes that are not of this server. */
async function killAgainAndAgain({ processes }: Limited, random: Random, others: ReadonlySet<number>) {
  let isOver = false;
  async function kill(): Promise<void> {
    while (!isOver) {
      await wait(100 + random.number(1500));
      const own = treeOf(process.pid).filter((pid) => pid !== process.pid && !others.has(pid));
      // The next one only when the last has been replaced: else nothing would ever be answered.
      if (!isOver && processes() > 1) process.kill(random.pick(own), 'SIGKILL');
    }
  }
  const done = kill();
  return {
    async end() {
      isOver = true;
      await done;
    },
  };
}

async function cut({ origin }: Limited, random: Random) {
  const proxy = await openCuttingProxy(origin, random);
  return { origin: proxy.origin, end: proxy.close };
}

/** Answers over 1 MB have begun before it is known whether they end. */
export const limits: readonly Limit[] = [
  { name: 'answers of 20 KB', settings: { maxAnswerBytes: 20_000 } },
  { name: 'answers of 1.2 MB', settings: { maxAnswerBytes: 1_200_000 } },
  { name: 'a tenth of a second', settings: { queryDeadline: 0.1 } },
  { name: 'half a second', settings: { queryDeadline: 0.5 } },
  { name: '2 MB of memory', settings: { queryMemory: 2 * 2 ** 20 } },
  { name: 'connections that are cut', settings: {}, meanwhile: cut },
  { name: 'processes that are killed', settings: {}, meanwhile: killAgainAndAgain },
];

/** Nothing is kept: each answer is made. Resolves when all processes can answer. */
export async function serveLimited(settings: Partial<Config>): Promise<Limited> {
  const config = { ...readConfig({}), queryProcesses: 1, resultCacheBytes: 0, ...settings };
  const store = await openTestPool(harbourLog(), config);
  await store.complete();
  const served = await listen(createBoundedServer(createListener({ store, config }), config), store);
  return { ...served, processes: () => store.figures?.()?.processes?.ready ?? 0 };
}
