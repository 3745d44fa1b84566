/** The program of a query process: it holds the graph, does one job at a time, and can be killed at any moment. */
import { Worker } from 'node:worker_threads';
import type { EmbeddedConfig, EmbeddedStore } from '../embedded.js';
import { readPatch } from '../journal/patch.js';
import { doJob } from './do-job.js';
import { putMessage, readFrames } from './frames.js';
import { loadGraph, warmUp } from './load-graph.js';
import type { FromProcess, GraphFiles, Job, ToProcess } from './messages.js';
import { rehearsal, rehearse } from './rehearse.js';

/** A job, some of whose parts are still to come. */
interface PartsOf {
  readonly job: Job & { readonly type: 'upload' };
  readonly parts: Buffer[];
}

/** What it was opened with, and what it is doing. */
interface Desk {
  store: EmbeddedStore | undefined;
  /** What the next frame of bytes is for. */
  expected: 'patch' | PartsOf | undefined;
  /** Ends the job that runs. */
  current: AbortController;
  /** Jobs and changes, in the order they came. */
  last: Promise<void>;
  /** How many jobs have come, and whether all of them are done. */
  asked: number;
  isIdle: boolean;
}

/** What cannot be read is told, in a line, to whoever started the process. */
async function load(files: GraphFiles, config: EmbeddedConfig): Promise<EmbeddedStore> {
  try {
    return await loadGraph(files, config);
  } catch (error) {
    say({ type: 'failed', reason: error instanceof Error ? error.message : String(error) });
    process.exit(1);
  }
}

async function open(desk: Desk, { files, config, isAwaited }: ToProcess & { type: 'open' }): Promise<void> {
  const store = await load(files, config);
  desk.store = store;
  // A slow machine must not keep a process from serving: what has been loaded by the deadline stays.
  const { warmUp: isWarmed = true } = config;
  const warm = async (): Promise<void> => {
    if (isWarmed) await warmUp(config).catch(() => {});
  };
  if (!isAwaited) await warm();
  const { heapUsed: heapBytes } = process.memoryUsage();
  say({ type: 'opened', quads: store.size(), heapBytes });
  whenQuiet(desk, async () => {
    if (isAwaited) await warm();
    const { asked } = desk;
    if (isWarmed) await rehearse(store, rehearsal, () => desk.asked === asked);
    say({ type: 'warm' });
  });
}

const say = (message: FromProcess): boolean => putMessage(process.stdout, message);

/** Milliseconds without a job after which none is likely to come at once. */
const quiet = 300;

/** Between two jobs. */
function whenQuiet(desk: Desk, work: () => Promise<void>): void {
  const { asked } = desk;
  setTimeout(() => {
    if (desk.asked === asked && desk.isIdle) desk.last = desk.last.then(work);
    else whenQuiet(desk, work);
  }, quiet).unref();
}

async function obey(desk: Desk, message: ToProcess): Promise<void> {
  if (message.type === 'open') return open(desk, message);
  if (message.type === 'apply') desk.expected = 'patch';
  else if (message.type === 'cancel') desk.current.abort();
  else if (message.type === 'upload' && message.formats.length > 0) desk.expected = { job: message, parts: [] };
  else enqueue(desk, message, []);
}

/** After the jobs and changes that came before it. */
function enqueue(desk: Desk, job: Job, parts: readonly Uint8Array[]): void {
  desk.asked += 1;
  desk.isIdle = false;
  const own = desk.asked;
  desk.last = desk.last.then(async () => {
    desk.current = new AbortController();
    if (desk.store) await doJob(desk.store, { job, parts, signal: desk.current.signal });
    desk.isIdle = desk.asked === own;
  });
}

function applyPatch(store: EmbeddedStore | undefined, text: string): void {
  for (const change of readPatch(text)) store?.apply(change);
}

function takeBytes(desk: Desk, payload: Buffer): void {
  const { expected } = desk;
  if (expected === 'patch') {
    desk.expected = undefined;
    desk.last = desk.last.then(() => applyPatch(desk.store, payload.toString()));
  } else if (expected !== undefined) {
    expected.parts.push(payload);
    if (expected.parts.length < expected.job.formats.length) return;
    desk.expected = undefined;
    enqueue(desk, expected.job, expected.parts);
  }
}

/** While a job runs, the loop goes on to listen for `cancel`. */
async function serve(): Promise<void> {
  const desk: Desk = {
    store: undefined,
    expected: undefined,
    current: new AbortController(),
    last: Promise.resolve(),
    asked: 0,
    isIdle: true,
  };
  for await (const { kind, payload } of readFrames(process.stdin)) {
    if (kind === 'message') await obey(desk, JSON.parse(payload.toString()) as ToProcess);
    else takeBytes(desk, payload);
  }
}

/** A thread, since the server may be gone while a query leaves this one no time to notice. */
const watchman = `const server = process.ppid;
setInterval(() => { if (process.ppid !== server) process.kill(process.pid, 'SIGKILL'); }, 500);`;

new Worker(watchman, {
  eval: true,
  resourceLimits: { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 4 },
}).unref();
// What libraries print must not get among the frames.
console.log = console.info = console.debug = console.error;
// Ctrl-C in a terminal reaches every process of it; the server will end this one.
process.on('SIGINT', () => {});
process.stdout.on('error', () => process.exit(0));
await serve();
process.exit(0);
