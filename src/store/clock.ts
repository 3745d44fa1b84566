/** What ends a query before its time: the deadline, or the reader's leaving. */
import { QueryFault } from './graph-store.js';

export interface Clock {
  /** Rows between two looks at it: a power of two. */
  readonly interval: number;
  isOver(): boolean;
  /** Throws the reason, once over. */
  check(): void;
  /** Rejects with the reason as soon as it is over; else as the promise does. */
  race<T>(promise: Promise<T>): Promise<T>;
  /** Called once, when it is over. */
  onOver(end: (reason: QueryFault) => void): void;
  /** Time goes on without being counted until `resume`: the query waits for its reader. */
  pause(): void;
  resume(): void;
  /** The query has ended by itself. What still goes on for it is over too. */
  stop(): void;
}

/** Starts counting. A busy event loop does not hold it up: the time is looked at, not only waited for. */
export function startClock(seconds: number, signal?: AbortSignal): Clock {
  const listeners = new Set<(reason: QueryFault) => void>();
  let deadline = performance.now() + seconds * 1000;
  let pausedAt: number | undefined;
  let isStopped = false;
  let reason: QueryFault | undefined;
  function end(kind: 'timeout' | 'aborted', message: string): void {
    if (reason !== undefined) return;
    reason = new QueryFault(kind, message);
    for (const listener of listeners) listener(reason);
    listeners.clear();
  }
  const timeout = (): void => end('timeout', `the query took longer than ${seconds} s and was ended`);
  const leave = (): void => end('aborted', 'the answer is no longer wanted');
  const startTimer = (): NodeJS.Timeout => setTimeout(timeout, deadline - performance.now());
  let timer = startTimer();
  signal?.addEventListener('abort', leave, { once: true });
  if (signal?.aborted) leave();

  const isOver = (): boolean => {
    if (isStopped) return true;
    if (reason === undefined && pausedAt === undefined && performance.now() > deadline) timeout();
    return reason !== undefined;
  };
  const onOver: Clock['onOver'] = (listener) => {
    if (reason === undefined) listeners.add(listener);
  };
  return {
    interval: 1024,
    isOver,
    check() {
      if (!isStopped && isOver()) throw reason;
    },
    async race(promise) {
      if (isOver()) throw reason;
      return Promise.race([promise, new Promise<never>((_, reject) => onOver(reject))]);
    },
    onOver,
    pause() {
      pausedAt ??= performance.now();
      clearTimeout(timer);
    },
    resume() {
      if (pausedAt === undefined || isStopped) return;
      deadline += performance.now() - pausedAt;
      pausedAt = undefined;
      timer = startTimer();
    },
    stop() {
      isStopped = true;
      clearTimeout(timer);
      signal?.removeEventListener('abort', leave);
    },
  };
}

/** The items while there is time; throws the reason when there is none. */
export function* paced<T>(items: Iterable<T>, clock: Clock): Generator<T> {
  try {
    for (const item of items) {
      clock.check();
      yield item;
    }
  } finally {
    clock.stop();
  }
}
