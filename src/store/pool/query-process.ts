/** The program of a query process: it holds the graph, does one job at a time, and can be killed at any moment. */
import { Worker } from 'node:worker_threads';
import type { EmbeddedStore } from '../embedded.js';
import { parsePatch } from '../patch.js';
import { doJob } from './do-job.js';
import { readFrames, writeMessage } from './frames.js';
import { loadGraph } from './load-graph.js';
import type { FromProcess, ToProcess } from './messages.js';

/** What it was opened with, and what it is doing. */
interface Desk {
  store: EmbeddedStore | undefined;
  /** The next frame is a patch. */
  isPatchNext: boolean;
  /** Ends the job that runs. */
  current: AbortController;
  /** Jobs and changes, in the order they came. */
  last: Promise<void>;
}

async function open(desk: Desk, { files, config }: ToProcess & { type: 'open' }): Promise<void> {
  desk.store = await loadGraph(files, config);
  const { heapUsed: heapBytes } = process.memoryUsage();
  const opened: FromProcess = { type: 'opened', quads: desk.store.size(), heapBytes };
  await writeMessage(process.stdout, opened);
}

async function obey(desk: Desk, message: ToProcess): Promise<void> {
  if (message.type === 'open') return open(desk, message);
  if (message.type === 'apply') desk.isPatchNext = true;
  else if (message.type === 'cancel') desk.current.abort();
  else {
    desk.last = desk.last.then(() => {
      desk.current = new AbortController();
      return desk.store && doJob(desk.store, message, desk.current.signal);
    });
  }
}

/** While a job runs, the loop goes on to listen for `cancel`. */
async function serve(): Promise<void> {
  const desk: Desk = { store: undefined, isPatchNext: false, current: new AbortController(), last: Promise.resolve() };
  for await (const { kind, payload } of readFrames(process.stdin)) {
    const text = payload.toString();
    if (kind === 'message') await obey(desk, JSON.parse(text) as ToProcess);
    else if (desk.isPatchNext) {
      desk.isPatchNext = false;
      desk.last = desk.last.then(() => desk.store?.apply(parsePatch(text)));
    }
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
