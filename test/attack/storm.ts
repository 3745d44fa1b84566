/** Many clients with heavy queries beside some with cheap ones, and what came of both. */
import { setTimeout as wait } from 'node:timers/promises';
import { createRandom } from './crowd.js';
import { type Asked, createClient } from './crowd-client.js';
import { type Pulse, takePulse } from './pulse.js';
import type { ServedProcess } from './served-process.js';
import { cheapQueries, heavyQueries, type MakeQuery } from './storm-queries.js';

export interface StormSettings {
  readonly seconds: number;
  readonly heavy: number;
  readonly cheap: number;
  readonly seed: number;
}

export interface Storm {
  readonly heavy: readonly Asked[];
  readonly cheap: readonly Asked[];
  readonly pulse: Pulse;
  /** Milliseconds until `ASK {}` was answered, right after. */
  readonly ask: number;
}

/** Milliseconds in which all have come: what 250 connections in a moment cost the crowds among the attacks show. */
const gathering = 3000;
/** Milliseconds between two queries of a client, on average. */
const pauses = { heavy: 200, cheap: 500 } as const;

interface Role {
  readonly address: string;
  readonly queries: readonly MakeQuery[];
  readonly pause: number;
  readonly random: () => number;
}

/** Asks until it is over; what is under way then is waited for. */
async function play(
  origin: string,
  { address, queries, pause, random }: Role,
  isOver: () => boolean,
): Promise<Asked[]> {
  const client = createClient(origin, address);
  const asked: Asked[] = [];
  await wait(random() * gathering);
  while (!isOver()) {
    const make = queries[Math.floor(random() * queries.length)];
    asked.push(await client.ask(make?.(random) ?? 'ASK {}'));
    await wait(random() * 2 * pause);
  }
  client.close();
  return asked;
}

/** The server limits what each address may ask, its own machine's too. */
export const stormySettings = { MIGRAPH_LIMIT_LOOPBACK: 'true' } as const;

export async function raiseStorm(
  { origin, pid }: Pick<ServedProcess, 'origin' | 'pid'>,
  { seconds, heavy, cheap, seed }: StormSettings,
): Promise<Storm> {
  const stop = await takePulse({ origin, pid });
  let isOver = false;
  const roles = (count: number, network: number, queries: readonly MakeQuery[], pause: number): Promise<Asked[]>[] =>
    Array.from({ length: count }, (_, n) => {
      const random = createRandom(seed * 1_000_003 + network * 1009 + n);
      return play(origin, { address: `127.0.${network}.${n + 1}`, queries, pause, random }, () => isOver);
    });
  const heavyOnes = roles(heavy, 1, heavyQueries, pauses.heavy);
  const cheapOnes = roles(cheap, 2, cheapQueries, pauses.cheap);
  await wait(seconds * 1000);
  isOver = true;
  const last = createClient(origin, '127.0.3.1');
  const { status, milliseconds } = await last.ask('ASK {}');
  last.close();
  const pulse = await stop();
  const results = await Promise.all([Promise.all(heavyOnes), Promise.all(cheapOnes)]);
  const [heavyAsked, cheapAsked] = results.map((clients) => clients.flat());
  return {
    heavy: heavyAsked ?? [],
    cheap: cheapAsked ?? [],
    pulse,
    ask: status === 200 ? milliseconds : Number.POSITIVE_INFINITY,
  };
}
