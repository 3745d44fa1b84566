/** Well-behaved clients, each of an address of its own, that ask one thing after another as long as a soak lasts. */
import { Agent, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { createRandom } from '../random.js';
import { type Ground, nextRequest, type Wanted } from './requests.js';

export interface Answered {
  /** Seconds since the beginning. */
  readonly at: number;
  readonly kind: string;
  readonly milliseconds: number;
  /** What should not have come, in words. */
  readonly fault?: string;
}

/** After so long nobody waits any more, in milliseconds. */
const patience = 60_000;

/** What a refusal says, of a page too. */
const toldIn = (body: string): string =>
  body
    .replace(/<style[\s\S]*?<\/style>|<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 300);

function send(origin: string, agent: Agent, address: string, wanted: Wanted): Promise<number | string> {
  const { path, method = 'GET', headers, body } = wanted;
  return new Promise((resolve) => {
    const sent = request(
      new URL(path, origin),
      { method, agent, localAddress: address, headers: { ...headers }, timeout: patience },
      (response) => {
        const status = response.statusCode ?? 0;
        let reason = '';
        if (status < 400) response.resume();
        else response.setEncoding('utf8').on('data', (chunk) => (reason += chunk));
        const end = (): number | string => (status < 400 ? status : `${status} (${toldIn(reason)})`);
        response.on('end', () => resolve(response.complete ? end() : 'cut short'));
        response.on('error', ({ message }) => resolve(message));
      },
    );
    sent.on('timeout', () => sent.destroy(new Error('no answer for a minute')));
    sent.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    sent.end(body);
  });
}

/** A connection that was kept is closed by the server after some seconds; what was sent just then is sent again. */
const isStale = (end: number | string): boolean => end === 'ECONNRESET' || end === 'EPIPE';

export interface Load {
  readonly origin: string;
  readonly ground: Ground;
  readonly clients: number;
  /** Requests of all in a second, about. */
  readonly rate: number;
  readonly seed: number;
  /** Seconds since the beginning. */
  clock(): number;
  isOver(): boolean;
  onAnswered(answered: Answered): void;
}

async function play({ origin, ground, clients, rate, seed, clock, isOver, onAnswered }: Load, n: number) {
  const random = createRandom(seed * 1009 + n);
  // Heavy queries come from addresses of their own, as from programs: who asks them waits for others with whatever else he asks.
  const addressFor = ({ kind }: Wanted): string => `127.0.${kind === 'heavy queries' ? 3 : 2}.${n + 1}`;
  // With a timeout of its own an agent keeps to the one that the server tells, and closes first what it does not need. It must be
  // another than a request's: else Node leaves a connection that is used again the five seconds it had while it was free.
  const agent = new Agent({ keepAlive: true, maxSockets: 1, timeout: patience + 1 });
  const pause = (1000 * clients) / rate;
  while (!isOver()) {
    await wait(random.number(Math.ceil(2 * pause)));
    const wanted = nextRequest(random, ground);
    const at = clock();
    const started = performance.now();
    let end = await send(origin, agent, addressFor(wanted), wanted);
    if (isStale(end) && wanted.kind !== 'writes') end = await send(origin, agent, addressFor(wanted), wanted);
    const milliseconds = performance.now() - started;
    const isWell = typeof end === 'number';
    const fault = `${end} for ${wanted.method ?? 'GET'} ${wanted.path} ${JSON.stringify(wanted.headers?.['accept'])}`;
    onAnswered({ at, kind: wanted.kind, milliseconds, ...(isWell ? {} : { fault }) });
  }
  agent.destroy();
}

/** Resolves when all have their last answer. */
export async function keepAsking(load: Load): Promise<void> {
  await Promise.all(Array.from({ length: load.clients }, (_, n) => play(load, n)));
}
