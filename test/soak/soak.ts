/** A soak: a server over the project's own notes under a mixed load, with many connections held beside it, watched all the time. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { takePulse } from '../attack/pulse.js';
import { migraph } from '../cli/run-migraph.js';
import { type ServedProgram, serveProgram, untilReady } from '../cli/serve-program.js';
import { gatherHangersOn, type HangersOn, type HangersOnCount } from './hangers-on.js';
import { watchMachine } from './machine.js';
import { warmAndMeasure } from './measure-rate.js';
import { type Sample, takeSamples } from './memory.js';
import type { Ground } from './requests.js';
import { type Answered, keepAsking } from './steady-load.js';

export interface SoakSettings {
  readonly minutes: number;
  /** Requests a second; where it is not told it is measured. */
  readonly rate?: number;
  readonly idle: number;
  readonly slow: number;
  readonly seed: number;
}

/** What the server itself tells at the end of a stretch. */
export interface TheServersOwn {
  /** Queries that processes work on, those that wait for one, and answers on disk. */
  readonly busy: number;
  readonly waiting: number;
  readonly onDisk: number;
  /** The longest that its event loop was late in the stretch, in milliseconds: what /healthz takes beyond it is not the server's work. */
  readonly late: number;
}

/** What was seen in one stretch of it. */
export interface Stretch {
  /** Seconds since the beginning, at its end. */
  readonly at: number;
  /** The longest that `/healthz` took, in milliseconds. */
  readonly healthz: number;
  readonly beats: number;
  /** The share of the processors' time that other programs had. */
  readonly others: number;
  readonly held: HangersOnCount;
  readonly reloads: number;
  /** Undefined where the server did not say. */
  readonly told: TheServersOwn | undefined;
}

export interface Soak {
  readonly settings: SoakSettings;
  readonly rate: number;
  readonly answered: readonly Answered[];
  readonly samples: readonly Sample[];
  readonly stretches: readonly Stretch[];
  /** Rebuilt graphs that were not taken, and how the server ended where it did. */
  readonly faults: readonly string[];
}

const token = 'a-token-for-the-soak';
const preload = new URL('./tell-memory.js', import.meta.url).href;

/** What is kept is full early; the clients are limited as those of other machines are. */
const settingsOf = (folder: string): Record<string, string> => ({
  MIGRAPH_OUT: join(folder, 'var'),
  MIGRAPH_WRITE_TOKEN: token,
  MIGRAPH_RESULT_CACHE_MB: '16',
  MIGRAPH_LIMIT_LOOPBACK: 'true',
  MIGRAPH_LOG_LEVEL: 'error',
  SOAK_MEMORY: join(folder, 'memory'),
  NODE_OPTIONS: `--import ${preload}`,
});

async function readColumn(origin: string, query: string): Promise<string[]> {
  const answer = await fetch(`${origin}/sparql?format=csv&query=${encodeURIComponent(query)}`);
  return (await answer.text()).trim().split('\r\n').slice(1);
}

/** What there is to ask for: paths of this server for things of the graph. */
async function survey(origin: string): Promise<Ground> {
  const base = 'https://w3id.org/migraph/';
  const things = await readColumn(
    origin,
    `SELECT DISTINCT ?s { ?s a ?c FILTER(REGEX(STR(?s), "^${base}(agency|dataset|publication|event|country)/")) } ORDER BY ?s`,
  );
  const countries = things.filter((iri) => iri.includes('/country/'));
  return { things: things.map((iri) => iri.replace(base, '/')), countries, token };
}

/** Seconds of a stretch; twenty in a short soak. */
const stretchSeconds = ({ minutes }: SoakSettings): number => Math.min(30, minutes * 3);
/** How long it is asked without a pause before, in seconds: a slow machine is not warm after a quarter of the time. */
const warmingSeconds = ({ minutes }: SoakSettings): number => Math.max(20, 5 * minutes);
/** How often the graph is built and taken anew, in seconds; in a short soak twice. */
const reloadSeconds = ({ minutes }: SoakSettings): number => Math.min(600, minutes * 24);

interface Watch {
  readonly server: ServedProgram;
  readonly folder: string;
  readonly hangersOn: HangersOn;
  clock(): number;
  isOver(): boolean;
}

async function readTold(origin: string): Promise<Stretch['told']> {
  const answer = await fetch(`${origin}/metrics`).catch(() => undefined);
  const text = answer?.ok ? await answer.text() : '';
  const sum = (name: string): number =>
    [...text.matchAll(new RegExp(`^${name}(?:\\{[^}]*\\})? ([\\d.e+-]+)$`, 'gm'))].reduce(
      (so, [, value]) => so + Number(value),
      0,
    );
  return text === ''
    ? undefined
    : {
        busy: sum('migraph_query_processes_busy'),
        waiting: sum('migraph_queries_waiting'),
        onDisk: sum('migraph_answers_on_disk'),
        // Of the time since it was last asked.
        late: 1000 * sum('nodejs_eventloop_lag_max_seconds'),
      };
}

/** Memory is looked at between two stretches. */
async function watchServer(
  { server, folder, hangersOn, clock, isOver }: Watch,
  settings: SoakSettings,
  to: { samples(some: readonly Sample[]): void; stretch(one: Stretch): void; reloads(): number },
) {
  while (!isOver()) {
    const othersSince = watchMachine();
    const stop = await takePulse({ origin: server.origin, pid: server.pid });
    await wait(stretchSeconds(settings) * 1000);
    const { slowest, beats } = await stop();
    const [at, others, held] = [clock(), othersSince(), await hangersOn.count()];
    const own = await readTold(server.origin);
    to.samples(await takeSamples(server.pid, join(folder, 'memory'), clock()));
    to.stretch({ at, healthz: slowest, beats, others, held, reloads: to.reloads(), told: own });
  }
}

/** As an operator does: a build into the folder that is served, and a signal. */
async function rebuild({ server, folder }: Pick<Watch, 'server' | 'folder'>): Promise<string | undefined> {
  const { code, stderr } = await migraph(['build', '--out', join(folder, 'var')]);
  if (code !== 0) return `a build ended by ${code}: ${stderr}`;
  if (server.ended() === undefined) process.kill(server.pid, 'SIGHUP');
  return undefined;
}

interface Ends {
  onStretch(soak: Soak): void;
  readonly signal?: AbortSignal | undefined;
}

/** Everything at once, until the time is over. */
async function soakServer(
  { server, folder, hangersOn }: Pick<Watch, 'server' | 'folder' | 'hangersOn'>,
  settings: SoakSettings,
  { onStretch, signal }: Ends,
): Promise<Soak> {
  const { origin } = server;
  const { minutes, seed } = settings;
  const ground = await survey(origin);
  const isBrokenOff = (): boolean => signal?.aborted === true || server.ended() !== undefined;
  const measured = await warmAndMeasure({ origin, ground, seed, isOver: isBrokenOff }, warmingSeconds(settings));
  const rate = settings.rate ?? measured;
  const started = performance.now();
  const clock = (): number => (performance.now() - started) / 1000;
  const isOver = (): boolean => clock() > minutes * 60 || isBrokenOff();
  const watch: Watch = { server, folder, hangersOn, clock, isOver };
  const answered: Answered[] = [];
  const [samples, stretches, faults]: [Sample[], Stretch[], string[]] = [[], [], []];
  const soak: Soak = { settings, rate, answered, samples, stretches, faults };
  let reloads = 0;
  async function reloadAgain(): Promise<void> {
    while (!isOver()) {
      await wait(1000);
      if (clock() < (reloads + 0.5) * reloadSeconds(settings)) continue;
      const fault = await rebuild(watch);
      if (fault !== undefined) faults.push(fault);
      reloads += 1;
    }
  }
  const onAnswered = (one: Answered): unknown => answered.push(one);
  const stretch = (one: Stretch): void => {
    stretches.push(one);
    onStretch(soak);
  };
  await Promise.all([
    keepAsking({ origin, ground, clients: 24, rate, seed, clock, isOver, onAnswered }),
    watchServer(watch, settings, { samples: (some) => samples.push(...some), stretch, reloads: () => reloads }),
    reloadAgain(),
  ]);
  if (server.ended() !== undefined) faults.push(`the server ended: ${server.ended()}`);
  return soak;
}

/** `onStretch` is called as it goes on; what it is told to break off leaves no server behind. */
export async function runSoak(
  settings: SoakSettings,
  onStretch: (soak: Soak) => void,
  signal?: AbortSignal,
): Promise<Soak> {
  const folder = mkdtempSync(join(tmpdir(), 'migraph-soak-'));
  mkdirSync(join(folder, 'memory'));
  const server = await serveProgram([], settingsOf(folder));
  await untilReady(server);
  const hangersOn = await gatherHangersOn({ origin: server.origin, ...settings });
  try {
    return await soakServer({ server, folder, hangersOn }, settings, { onStretch, signal });
  } finally {
    await hangersOn.stop();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
