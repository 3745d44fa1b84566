/** One job on its way through a query process: what comes back of it, and what ends it before its time. */
import type { Readable, Writable } from 'node:stream';
import { type Answer, QueryFault } from '../graph-store.js';
import { defer } from './defer.js';
import { type Frame, putMessage } from './frames.js';
import type { FromProcess, SentFault } from './messages.js';
import { readProcessorSeconds, readResidentBytes } from './process-figures.js';
import { RunAhead } from './run-ahead.js';
import type { Spool } from './spool.js';

type What = Pick<Answer, 'kind' | 'format' | 'by'>;

/** What a job came to. A body that is broken off is destroyed with the reason. */
export type Reply =
  | ({ readonly type: 'answer'; readonly body: Readable } & What)
  | ({ readonly type: 'whole'; readonly bytes: Buffer; readonly lesson?: string | undefined } & What)
  | { readonly type: 'long' }
  | { readonly type: 'change'; readonly had: boolean; readonly has: boolean; readonly patch: Buffer };

export interface RunningJob {
  readonly reply: Promise<Reply>;
  /** Resolves when the process is free again, or gone. */
  readonly done: Promise<void>;
  /** Seconds that the process has worked so far; waiting for a reader is not work. */
  worked(): number;
  /** Seconds that it has had of a processor, where the system says so: others may have had it meanwhile. */
  consumed(): number;
  /** Breaks it off. What does not end at once is killed. */
  cancel(reason: QueryFault): void;
}

/** How often a working process is looked at, in milliseconds. */
const watchInterval = 50;

/** It goes on to grow until it is looked at again: it is ended a little before it has all of what it may have. */
const margin = 0.9;

/** How long a job that was broken off, or is past its deadline, may take to end by itself, in milliseconds. */
const grace = 400;

export function toFault({ kind, message, line, column }: SentFault): Error {
  return kind === undefined ? new Error(message) : new QueryFault(kind, message, { line, column });
}

/** Resolves when there is room for more, or nobody reads any more; leaves no listener behind. */
function hasRoom(body: Writable): Promise<void> {
  return new Promise((resolve) => {
    const go = (): void => {
      body.off('drain', go).off('close', go);
      resolve();
    };
    body.on('drain', go).on('close', go);
  });
}

/** A job on its way: what has come back of it. */
export interface Work {
  readonly job: RunningJob;
  take(frame: Frame): Promise<void>;
  /** The process has ended under it. */
  lose(reason: Error): void;
}

export interface JobLimits {
  /** Seconds. */
  readonly queryDeadline: number;
  /** Bytes that a query may add. */
  readonly queryMemory: number;
  /** How long the process may wait for somebody to take its answer, in seconds. */
  readonly readDeadline: number;
}

interface WorkParts {
  readonly pid: number;
  readonly base: number;
  readonly limits: JobLimits;
  /** Where an answer may wait for its reader. */
  readonly spool: Spool;
  readonly stdin: Writable;
  kill(): void;
}

/** Follows one job from the sending of it until the process is idle again. */
export function followJob({ pid, base, limits, spool, stdin, kill }: WorkParts): Work {
  const { queryDeadline, queryMemory, readDeadline } = limits;
  const reply = defer<Reply>();
  const done = defer<void>();
  let body: RunAhead | undefined;
  let whole: (What & { readonly lesson?: string | undefined }) | undefined;
  let change: { had: boolean; has: boolean } | undefined;
  let worked = 0;
  let waited = 0;
  let isWaiting = false;
  let isOver = false;
  let reason: Error | undefined;
  let last = performance.now();
  /** What the process had had of a processor when it was first looked at, less than that long after the job began. */
  let before: number | undefined;

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
    isOver = true;
    clearInterval(watch);
    done.resolve();
  }

  function end(error: QueryFault): void {
    fail(error);
    kill();
  }

  const watch = setInterval(() => {
    count();
    before ??= (readProcessorSeconds(pid) ?? 0) - worked / 1000;
    const over = (readResidentBytes(pid) ?? 0) - base - margin * queryMemory;
    if (over > 0) end(new QueryFault('memory', `the query needed more than ${queryMemory / 2 ** 20} MB of memory`));
    else if (worked > queryDeadline * 1000 + grace)
      end(new QueryFault('timeout', `the query took longer than ${queryDeadline} s and was ended`));
    else if (waited > readDeadline * 1000)
      end(new QueryFault('aborted', `the answer was not taken within ${readDeadline} s`));
  }, watchInterval);

  function cancel(error: QueryFault): void {
    if (reason !== undefined) return;
    fail(error);
    // The process may be at work for somebody else by now.
    if (isOver) return;
    putMessage(stdin, { type: 'cancel' });
    const timer = setTimeout(kill, grace);
    void done.promise.then(() => clearTimeout(timer));
  }

  function begin(what: What): void {
    body = new RunAhead(spool);
    body.on('close', () => {
      if (body?.writableFinished === false) cancel(new QueryFault('aborted', 'the answer is no longer wanted'));
    });
    // Told to the reader; nobody else need hear of it.
    body.on('error', () => {});
    reply.resolve({ type: 'answer', ...what, body });
  }

  async function takeBytes(payload: Buffer): Promise<void> {
    if (whole !== undefined) reply.resolve({ type: 'whole', ...whole, bytes: payload });
    else if (change !== undefined) reply.resolve({ type: 'change', ...change, patch: payload });
    else if (body !== undefined && !body.destroyed && !body.write(payload)) {
      count();
      isWaiting = true;
      await hasRoom(body);
      count();
      isWaiting = false;
    }
  }

  async function take({ kind: frame, payload }: Frame): Promise<void> {
    if (frame === 'bytes') return takeBytes(payload);
    const message = JSON.parse(payload.toString()) as FromProcess;
    if (message.type === 'whole') {
      const { kind, format, by, lesson } = message;
      whole = { kind, format, by, lesson };
    } else if (message.type === 'answer') begin({ kind: message.kind, format: message.format, by: message.by });
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
  const consumed = (): number => {
    // Not looked at before it has had its first moment: most jobs are over by then.
    const seconds = before === undefined ? undefined : readProcessorSeconds(pid);
    return before === undefined || seconds === undefined ? now() : seconds - before;
  };
  return {
    job: { reply: reply.promise, done: done.promise, worked: now, consumed, cancel },
    take,
    lose(error) {
      fail(error);
      finish();
    },
  };
}
