/** One query process as the server holds it: started, given a job, watched while it works, killed when it must be. */
import { type ChildProcess, spawn } from 'node:child_process';
import type { Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { behindAll, behindServer, putBehind } from '../../priority.js';
import type { EmbeddedConfig } from '../embedded.js';
import { QueryFault } from '../graph-store.js';
import { defer } from './defer.js';
import { type Frame, putFrame, putMessage, readFrames } from './frames.js';
import type { FromProcess, GraphFiles, Job } from './messages.js';
import { readResidentBytes } from './process-figures.js';
import { followJob, type RunningJob, type Work } from './running-job.js';
import type { Spool } from './spool.js';

export interface ProcessSettings {
  readonly files: GraphFiles;
  readonly config: EmbeddedConfig;
  /** Bytes that a query may add. */
  readonly queryMemory: number;
  /** What the graph takes on V8's heap, as far as known. */
  readonly graphHeap: number;
  /** Whether somebody waits for its first answer: what few queries need is loaded later then. */
  readonly isAwaited?: boolean;
  /** How long the process may wait for somebody to take its answer, in seconds. */
  readonly readDeadline: number;
  /** Where answers wait for their readers. */
  readonly spool: Spool;
}

export interface QueryProcess {
  /** Resolves when the graph is loaded, with the bytes it takes on the heap. */
  readonly opened: Promise<number>;
  /** Resolves when the process has ended, for whatever reason. */
  readonly gone: Promise<void>;
  /** False from the moment it is killed or has ended: its last job hears of that before `gone` does. */
  readonly isAlive: boolean;
  /** One job at a time; the parts are those of an upload. */
  run(job: Job, parts?: readonly Uint8Array[]): RunningJob;
  /** Before the next job, after the one that runs. */
  apply(patch: Uint8Array): void;
  /** Whether others go before it where there are too few processors: while it works on what takes long. */
  stepBack(isBack: boolean): void;
  /** Whether it has stepped back for good: not every system lets a process forward again. */
  readonly isBack: boolean;
  /** How many it has been given so far. */
  readonly jobs: number;
  /** Bytes it takes beyond what the graph alone took, or took a moment ago. */
  grown(): number;
  /** Bytes it takes in all; 0 where the system does not tell. */
  residentBytes(): number;
  kill(): void;
}

const program = fileURLToPath(new URL('./query-process.js', import.meta.url));

/** What Comunica takes on the heap once it is loaded, in bytes. */
const comunicaHeap = 40 * 2 ** 20;

function spawnProcess({ graphHeap, queryMemory }: ProcessSettings): ChildProcess {
  const megabytes = Math.ceil((graphHeap + comunicaHeap + queryMemory) / 2 ** 20);
  const flags = [`--max-old-space-size=${megabytes}`, '--max-semi-space-size=8', '--no-warnings'];
  // Whoever got a query to read its process's environment must not find what lets him write.
  const { MIGRAPH_WRITE_TOKEN: _, ...env } = process.env;
  return spawn(process.execPath, [...flags, program], { stdio: ['pipe', 'pipe', 'pipe'], env });
}

/** A process that has nothing to do keeps nobody from ending. */
function holdOpen(child: ChildProcess, isNeeded: boolean): void {
  for (const end of [child, child.stdin, child.stdout, child.stderr] as (Pick<Socket, 'ref' | 'unref'> | null)[])
    if (isNeeded) end?.ref();
    else end?.unref();
}

/** What a process says while it dies of its heap is no news; everything else is passed on. */
export function passOnErrors(child: ChildProcess): void {
  let isDying = false;
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    isDying ||= text.includes('<--- Last few GCs') || text.includes('FATAL ERROR');
    if (!isDying) process.stderr.write(text);
  });
}

/** V8 aborts where a process has run out of its heap. */
export const ranOutOfHeap = (code: number | null, signal: string | null): boolean =>
  signal === 'SIGABRT' || code === 134 || code === 5 || signal === 'SIGTRAP';

function whyGone(code: number | null, signal: string | null, queryMemory: number): Error {
  return ranOutOfHeap(code, signal)
    ? new QueryFault('memory', `the query needed more than ${queryMemory / 2 ** 20} MB of memory`)
    : new QueryFault('busy', `a query process ended (${signal ?? code})`, { retryAfter: 1 });
}

/** Milliseconds between two looks at what a process has grown to. */
const weighing = 200;

/** Said once, between two jobs: it has loaded what no query is to be charged with. */
const warm = JSON.stringify({ type: 'warm' } satisfies FromProcess);
const isWarm = ({ kind, payload }: Frame): boolean =>
  kind === 'message' && payload.length === warm.length && payload.toString() === warm;

export function startProcess(settings: ProcessSettings): QueryProcess {
  const child = spawnProcess(settings);
  const { stdin, stdout, pid = 0 } = child;
  // Before it has threads of its own: they have the priority of the one that starts them.
  if (pid !== 0) putBehind(pid, behindServer);
  if (stdin === null || stdout === null) throw new Error('a query process has no pipes');
  const opened = defer<number>();
  let base = 0;
  let work: Work | undefined;
  let isAlive = true;
  let isBack = false;
  let jobs = 0;
  let [weighed, weighedAt] = [0, 0];
  const limits = { ...settings, queryDeadline: settings.config.queryDeadline };
  const kill = (): void => {
    // What it said last may be on its way yet: by that it would be taken for one that waits for work.
    isAlive = false;
    // Its end is waited for.
    holdOpen(child, true);
    child.kill('SIGKILL');
  };
  // A process that is gone shows in its exit; its pipe need not say so too. What it is sent waits in the pipe while it works.
  stdin.on('error', () => {});
  passOnErrors(child);

  const notLoaded = (reason: string): Error =>
    new Error(`a query process could not load ${settings.files.snapshot} (${reason})`);

  const gone = new Promise<void>((resolve) => {
    const end = (code: number | null, signal: string | null): void => {
      isAlive = false;
      opened.reject(notLoaded(String(signal ?? code)));
      work?.lose(whyGone(code, signal, settings.queryMemory));
      resolve();
    };
    child.once('error', () => end(null, null));
    child.once('exit', end);
  });
  opened.promise.catch(() => {});

  async function listen(): Promise<void> {
    for await (const frame of readFrames(stdout as NonNullable<typeof stdout>)) {
      if (isWarm(frame)) base = Math.max(base, readResidentBytes(pid) ?? 0);
      else if (base > 0) await work?.take(frame);
      if (base > 0) continue;
      const first = JSON.parse(frame.payload.toString()) as FromProcess & { type: 'opened' | 'failed' };
      if (first.type === 'failed') return opened.reject(notLoaded(first.reason));
      base = readResidentBytes(pid) ?? 1;
      holdOpen(child, false);
      opened.resolve(first.heapBytes);
    }
  }
  void listen().catch(kill);
  const { files, config, isAwaited = false } = settings;
  putMessage(stdin, { type: 'open', files, config, isAwaited });

  return {
    opened: opened.promise,
    gone,
    get isAlive() {
      return isAlive;
    },
    get jobs() {
      return jobs;
    },
    stepBack(wanted) {
      if (wanted === isBack || pid === 0) return;
      if (putBehind(pid, wanted ? behindAll : behindServer)) isBack = wanted;
    },
    get isBack() {
      return isBack;
    },
    run(job, parts = []) {
      jobs += 1;
      const started = followJob({ pid, base, limits, spool: settings.spool, stdin, kill });
      work = started;
      holdOpen(child, true);
      const began = performance.now();
      void started.job.done.then(() => {
        if (performance.now() - began > weighing / 4) weighedAt = 0;
        work = undefined;
        holdOpen(child, false);
      });
      putMessage(stdin, job);
      for (const part of parts) putFrame(stdin, 'bytes', part);
      return started.job;
    },
    apply(patch) {
      putMessage(stdin, { type: 'apply' });
      putFrame(stdin, 'bytes', patch);
    },
    grown() {
      const now = performance.now();
      if (now - weighedAt > weighing) {
        weighed = (readResidentBytes(pid) ?? base) - base;
        weighedAt = now;
      }
      return weighed;
    },
    residentBytes: () => readResidentBytes(pid) ?? 0,
    kill,
  };
}
