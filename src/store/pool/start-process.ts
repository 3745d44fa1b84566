/** One query process as the server holds it: started, given a job, watched while it works, killed when it must be. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { PassThrough, type Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { EmbeddedConfig } from '../embedded.js';
import { type AnswerKind, QueryFault } from '../graph-store.js';
import { defer } from './defer.js';
import { type Frame, readFrames, writeFrame, writeMessage } from './frames.js';
import type { FromProcess, GraphFiles, Job, SentFault } from './messages.js';
import { readResidentBytes } from './resident-memory.js';

export interface ProcessSettings {
  readonly files: GraphFiles;
  readonly config: EmbeddedConfig;
  /** Bytes that a query may add. */
  readonly queryMemory: number;
  /** What the graph takes on V8's heap, as far as known. */
  readonly graphHeap: number;
  /** How long the process may wait for somebody to take its answer, in seconds. */
  readonly readDeadline: number;
}

/** What a job came to. A body that is broken off is destroyed with the reason. */
export type Reply =
  | { readonly type: 'answer'; readonly kind: AnswerKind; readonly format: string; readonly body: PassThrough }
  | { readonly type: 'long' }
  | { readonly type: 'change'; readonly had: boolean; readonly has: boolean; readonly patch: Buffer };

export interface RunningJob {
  readonly reply: Promise<Reply>;
  /** Resolves when the process is free again, or gone. */
  readonly done: Promise<void>;
  /** Seconds that the process has worked so far; waiting for a reader is not work. */
  worked(): number;
  /** Breaks it off. What does not end at once is killed. */
  cancel(reason: QueryFault): void;
}

export interface QueryProcess {
  /** Resolves when the graph is loaded, with the bytes it takes on the heap. */
  readonly opened: Promise<number>;
  /** Resolves when the process has ended, for whatever reason. */
  readonly gone: Promise<void>;
  /** False from the moment it has ended: its last job hears of that before `gone` does. */
  readonly isAlive: boolean;
  /** One job at a time. */
  run(job: Job): RunningJob;
  /** Before the next job, after the one that runs. */
  apply(patch: Uint8Array): void;
  /** Bytes it takes beyond what the graph alone took. */
  grown(): number;
  kill(): void;
}

const program = fileURLToPath(new URL('./query-process.js', import.meta.url));

/** How often a working process is looked at, in milliseconds. */
const watchInterval = 50;
/** How long a job that was broken off, or is past its deadline, may take to end by itself, in milliseconds. */
const grace = 400;
/** Bytes of an answer that are taken from the process before anybody reads them. */
const readAhead = 512 * 1024;

function spawnProcess({ graphHeap, queryMemory }: ProcessSettings): ChildProcess {
  const megabytes = Math.ceil((graphHeap + queryMemory) / 2 ** 20);
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
function passOnErrors(child: ChildProcess): void {
  let isDying = false;
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    isDying ||= text.includes('<--- Last few GCs') || text.includes('FATAL ERROR');
    if (!isDying) process.stderr.write(text);
  });
}

export function toFault({ kind, message, line, column }: SentFault): Error {
  return kind === undefined ? new Error(message) : new QueryFault(kind, message, { line, column });
}

/** A job on its way: what has come back of it. */
interface Work {
  readonly job: RunningJob;
  take(frame: Frame): Promise<void>;
  /** The process has ended under it. */
  lose(reason: Error): void;
}

interface WorkParts {
  readonly pid: number;
  readonly base: number;
  readonly settings: ProcessSettings;
  readonly stdin: Writable;
  kill(): void;
}

/** Follows one job from the sending of it until the process is idle again. */
function follow({ pid, base, settings, stdin, kill }: WorkParts): Work {
  const { queryDeadline } = settings.config;
  const reply = defer<Reply>();
  const done = defer<void>();
  let body: PassThrough | undefined;
  let change: { had: boolean; has: boolean } | undefined;
  let worked = 0;
  let waited = 0;
  let isWaiting = false;
  let reason: Error | undefined;
  let last = performance.now();

  function fail(error: Error): void {
    reason ??= error;
    reply.reject(reason);
    if (body !== undefined && !body.writableFinished) body.destroy(reason);
  }

  function count(): void {
    const now = performance.now();
    if (isWaiting) waited += now - last;
    else worked += now - last;
    last = now;
  }

  function finish(): void {
    count();
    clearInterval(watch);
    done.resolve();
  }

  function end(error: QueryFault): void {
    fail(error);
    kill();
  }

  const watch = setInterval(() => {
    count();
    const over = (readResidentBytes(pid) ?? 0) - base - settings.queryMemory;
    if (over > 0)
      end(new QueryFault('memory', `the query needed more than ${settings.queryMemory / 2 ** 20} MB of memory`));
    else if (worked > queryDeadline * 1000 + grace)
      end(new QueryFault('timeout', `the query took longer than ${queryDeadline} s and was ended`));
    else if (waited > settings.readDeadline * 1000)
      end(new QueryFault('aborted', `the answer was not taken within ${settings.readDeadline} s`));
  }, watchInterval);

  function cancel(error: QueryFault): void {
    if (reason !== undefined) return;
    fail(error);
    void writeMessage(stdin, { type: 'cancel' }).catch(() => {});
    const timer = setTimeout(kill, grace);
    void done.promise.then(() => clearTimeout(timer));
  }

  function begin(kind: AnswerKind, format: string): void {
    body = new PassThrough({ highWaterMark: readAhead });
    body.on('close', () => {
      if (body?.writableFinished === false) cancel(new QueryFault('aborted', 'the answer is no longer wanted'));
    });
    // Told to the reader; nobody else need hear of it.
    body.on('error', () => {});
    reply.resolve({ type: 'answer', kind, format, body });
  }

  async function takeBytes(payload: Buffer): Promise<void> {
    if (change !== undefined) reply.resolve({ type: 'change', ...change, patch: payload });
    else if (body !== undefined && !body.destroyed && !body.write(payload)) {
      count();
      isWaiting = true;
      await Promise.race([once(body, 'drain').catch(() => {}), once(body, 'close')]);
      count();
      isWaiting = false;
    }
  }

  async function take({ kind, payload }: Frame): Promise<void> {
    if (kind === 'bytes') return takeBytes(payload);
    const message = JSON.parse(payload.toString()) as FromProcess;
    if (message.type === 'answer') begin(message.kind, message.format);
    else if (message.type === 'long') reply.resolve({ type: 'long' });
    else if (message.type === 'change') change = { had: message.had, has: message.has };
    else if (message.type === 'end') body?.end();
    else if (message.type === 'fault') fail(toFault(message.fault));
    else if (message.type === 'idle') finish();
  }

  // A reply that nobody waits for any more must not end the server.
  reply.promise.catch(() => {});
  const now = (): number => {
    count();
    return worked / 1000;
  };
  return {
    job: { reply: reply.promise, done: done.promise, worked: now, cancel },
    take,
    lose(error) {
      fail(error);
      finish();
    },
  };
}

/** A process that ended while it worked has most often run out of its heap: V8 aborts. */
function whyGone(code: number | null, signal: string | null, queryMemory: number): Error {
  return signal === 'SIGABRT' || code === 134 || code === 5 || signal === 'SIGTRAP'
    ? new QueryFault('memory', `the query needed more than ${queryMemory / 2 ** 20} MB of memory`)
    : new QueryFault('busy', `a query process ended (${signal ?? code})`, { retryAfter: 1 });
}

export function startProcess(settings: ProcessSettings): QueryProcess {
  const child = spawnProcess(settings);
  const { stdin, stdout, pid = 0 } = child;
  if (stdin === null || stdout === null) throw new Error('a query process has no pipes');
  const opened = defer<number>();
  let base = 0;
  let work: Work | undefined;
  let isAlive = true;
  const kill = (): void => {
    // Its end is waited for.
    holdOpen(child, true);
    child.kill('SIGKILL');
  };
  // A process that is gone shows in its exit; its pipe need not say so too.
  stdin.on('error', () => {});
  passOnErrors(child);

  const gone = new Promise<void>((resolve) => {
    const end = (code: number | null, signal: string | null): void => {
      isAlive = false;
      opened.reject(new Error(`a query process could not load ${settings.files.quads} (${signal ?? code})`));
      work?.lose(whyGone(code, signal, settings.queryMemory));
      resolve();
    };
    child.once('error', () => end(null, null));
    child.once('exit', end);
  });
  opened.promise.catch(() => {});

  async function listen(): Promise<void> {
    for await (const frame of readFrames(stdout as NonNullable<typeof stdout>)) {
      if (base > 0) {
        await work?.take(frame);
        continue;
      }
      const { heapBytes } = JSON.parse(frame.payload.toString()) as FromProcess & { type: 'opened' };
      base = readResidentBytes(pid) ?? 1;
      holdOpen(child, false);
      opened.resolve(heapBytes);
    }
  }
  void listen().catch(kill);
  void writeMessage(stdin, { type: 'open', files: settings.files, config: settings.config });

  return {
    opened: opened.promise,
    gone,
    get isAlive() {
      return isAlive;
    },
    run(job) {
      const started = follow({ pid, base, settings, stdin, kill });
      work = started;
      holdOpen(child, true);
      void started.job.done.then(() => {
        work = undefined;
        holdOpen(child, false);
      });
      void writeMessage(stdin, job).catch(kill);
      return started.job;
    },
    apply(patch) {
      void writeMessage(stdin, { type: 'apply' })
        .then(() => undefined)
        .catch(kill);
      void writeFrame(stdin, 'bytes', patch).catch(kill);
    },
    grown: () => (readResidentBytes(pid) ?? base) - base,
    kill,
  };
}
