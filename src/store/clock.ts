/** What ends a query before its time: the deadline, or the reader's leaving. */
import { QueryFault } from './graph-store.js';

export interface Clock {
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
  const controller = new AbortController();
  let deadline = performance.now() + seconds * 1000;
  let pausedAt: number | undefined;
  let isStopped = false;
  const timeout = (): void =>
    controller.abort(new QueryFault('timeout', `the query took longer than ${seconds} s and was ended`));
  const leave = (): void => controller.abort(new QueryFault('aborted', 'the answer is no longer wanted'));
  const startTimer = (): NodeJS.Timeout => setTimeout(timeout, deadline - performance.now());
  let timer = startTimer();
  signal?.addEventListener('abort', leave, { once: true });
  if (signal?.aborted) leave();

  const isOver = (): boolean => {
    if (isStopped) return true;
    if (!controller.signal.aborted && pausedAt === undefined && performance.now() > deadline) timeout();
    return controller.signal.aborted;
  };
  const onOver: Clock['onOver'] = (end) =>
    controller.signal.addEventListener('abort', () => end(controller.signal.reason), { once: true });
  return {
    isOver,
    check() {
      if (!isStopped && isOver()) throw controller.signal.reason;
    },
    async race(promise) {
      if (isOver()) throw controller.signal.reason;
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
