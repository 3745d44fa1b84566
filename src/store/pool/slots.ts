/** Who gets a process when: cheap queries go first, expensive ones never hold all of them, clients take turns in both. */
import { QueryFault } from '../graph-store.js';
import type { QueryProcess } from './start-process.js';
import { createTurns, type Turns } from './turns.js';

export interface SlotSettings {
  /** How many queries may be worked on at once. One of these places is never held by an expensive query. */
  readonly atOnce: number;
  /** How many queries of one client may wait. */
  readonly waitingPerClient: number;
  /** How long a query may wait, in seconds. */
  readonly patience: number;
  /** How many processes there are just now, at work or not: fewer than planned while the first ones start. */
  staff(): number;
  takeIdle(): QueryProcess | undefined;
  giveBack(process: QueryProcess): void;
}

/** A process, for as long as one job takes. */
export interface Slot {
  readonly process: QueryProcess;
  readonly isLong: boolean;
  /** The job is an expensive one after all; false where there are enough of those already and `always` is not said. */
  promote(always: boolean): boolean;
  release(): void;
}

export interface Wish {
  /** '' for ourselves. */
  readonly client: string;
  readonly isLong: boolean;
  readonly signal?: AbortSignal | undefined;
}

export interface Slots {
  /** Rejects with a {@link QueryFault} when it takes too long, or when nobody waits for it any more. */
  take(wish: Wish): Promise<Slot>;
  /** A process for a write, ahead of all queries. */
  takeForWrite(): Promise<QueryProcess>;
  /** To be called whenever a process is free. */
  assign(): void;
}

type Receive = (slot: Slot) => void;

/** Queries that may wait in all. */
const waitingInAll = 5_000;

export function createSlots({ atOnce, waitingPerClient, patience, ...crew }: SlotSettings): Slots {
  const cheap = createTurns<Receive>();
  const long = createTurns<Receive>();
  const writes: ((process: QueryProcess) => void)[] = [];
  let taken = 0;
  let takenLong = 0;

  /** One process is left to the cheap queries; where there is but one in all, they share it. */
  const mostLong = (): number => (atOnce === 1 ? 1 : Math.min(atOnce, crew.staff()) - 1);

  function createSlot(process: QueryProcess, startsLong: boolean): Slot {
    let isLong = startsLong;
    taken += 1;
    if (isLong) takenLong += 1;
    return {
      process,
      get isLong() {
        return isLong;
      },
      promote(always) {
        if (isLong) return true;
        if (takenLong >= mostLong() && !always) return false;
        isLong = true;
        takenLong += 1;
        return true;
      },
      release() {
        taken -= 1;
        if (isLong) takenLong -= 1;
        crew.giveBack(process);
        assign();
      },
    };
  }

  /** The lane whose turn it is; undefined where nobody may start now. */
  function nextLane(): Turns<Receive> | undefined {
    if (taken >= atOnce) return undefined;
    if (cheap.size > 0) return cheap;
    return long.size > 0 && takenLong < mostLong() ? long : undefined;
  }

  function assign(): void {
    for (;;) {
      const write = writes[0];
      const lane = nextLane();
      const process = write === undefined && lane === undefined ? undefined : crew.takeIdle();
      if (process === undefined) return;
      if (write !== undefined) {
        writes.shift();
        write(process);
      } else lane?.next()?.(createSlot(process, lane === long));
    }
  }

  return {
    assign,
    take({ client, isLong, signal }) {
      const lane = isLong ? long : cheap;
      if (lane.waiting(client) >= waitingPerClient || cheap.size + long.size >= waitingInAll)
        throw new QueryFault('busy', 'too many queries are waiting; try again later', { retryAfter: 5 });
      return new Promise((resolve, reject) => {
        const leave = (reason: QueryFault): void => {
          if (lane.remove(client, receive)) reject(reason);
          stop();
        };
        const tire = (): void =>
          leave(
            new QueryFault('busy', `the query waited ${patience} s for its turn; try again later`, { retryAfter: 10 }),
          );
        const abort = (): void => leave(new QueryFault('aborted', 'the answer is no longer wanted'));
        const timer = setTimeout(tire, patience * 1000);
        const stop = (): void => {
          clearTimeout(timer);
          signal?.removeEventListener('abort', abort);
        };
        const receive: Receive = (slot) => {
          stop();
          resolve(slot);
        };
        lane.add(client, receive);
        signal?.addEventListener('abort', abort, { once: true });
        if (signal?.aborted) abort();
        else assign();
      });
    },
    takeForWrite: () =>
      new Promise((resolve) => {
        writes.push(resolve);
        assign();
      }),
  };
}
