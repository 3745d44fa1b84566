/** Who gets a process when: cheap queries go first, expensive ones never hold all of them, clients take turns in each lane. */
import { QueryFault } from '../graph-store.js';
import type { QueryProcess } from './start-process.js';
import { createTurns, type Turns } from './turns.js';

export interface SlotSettings {
  /** How many queries may be worked on at once. One of these places is never held by an expensive query. */
  readonly atOnce: number;
  /** How many queries of one client may wait, in each lane. */
  readonly waitingPerClient: number;
  /** How long a query may wait, in seconds. */
  readonly patience: number;
  /** How many processes there are just now, at work or not: fewer than planned while the first ones start. */
  staff(): number;
  /** For a cheap query one that is warm: its answer is waited for. */
  takeIdle(isWarm: boolean): QueryProcess | undefined;
  giveBack(process: QueryProcess): void;
}

/**
 * `cheap`: what may be cheap. `late`: the same, of whoever asked for something expensive lately; it waits for the others.
 * `long`: what is expensive.
 */
export type Lane = 'cheap' | 'late' | 'long';

/** A process, for as long as one job takes. */
export interface Slot {
  readonly process: QueryProcess;
  readonly isLong: boolean;
  /** The job is an expensive one after all; false where there are enough of those already. */
  promote(): boolean;
  /** Whether somebody waits whom this place would be given to. */
  isWanted(): boolean;
  /** The job is ending: others may begin, as far as there are processes. */
  vacate(): void;
  /** The job has ended. */
  release(): void;
}

export interface Wish {
  /** '' for ourselves, and for all that are not told apart. */
  readonly client: string;
  readonly lane: Lane;
  readonly signal?: AbortSignal | undefined;
}

export interface Slots {
  /** Rejects with a {@link QueryFault} when it takes too long, or when nobody waits for it any more. */
  take(wish: Wish): Promise<Slot>;
  /** A process for a write, ahead of all queries. */
  takeForWrite(): Promise<QueryProcess>;
  /** To be called whenever a process is free. */
  assign(): void;
  /** Queries at work, and those that wait, by lane. */
  figures(): { readonly busy: number; readonly waiting: Readonly<Record<Lane, number>> };
}

type Receive = (slot: Slot) => void;

/** Queries that may wait in all. */
const waitingInAll = 5_000;

export function createSlots({ atOnce, waitingPerClient, patience, ...crew }: SlotSettings): Slots {
  const lanes: Readonly<Record<Lane, Turns<Receive>>> = {
    cheap: createTurns(),
    late: createTurns(),
    long: createTurns(),
  };
  const writes: ((process: QueryProcess) => void)[] = [];
  let taken = 0;
  let takenLong = 0;

  /** One process is left to the cheap queries; where there is but one in all, they share it. */
  const mostLong = (): number => (atOnce === 1 ? 1 : Math.min(atOnce, crew.staff()) - 1);

  function createSlot(process: QueryProcess, startsLong: boolean): Slot {
    let isLong = startsLong;
    let isHeld = true;
    taken += 1;
    if (isLong) takenLong += 1;
    process.stepBack(isLong);
    function vacate(): void {
      if (!isHeld) return;
      isHeld = false;
      taken -= 1;
      if (isLong) takenLong -= 1;
      assign();
    }
    return {
      process,
      get isLong() {
        return isLong;
      },
      promote() {
        if (isLong || takenLong >= mostLong()) return isLong;
        isLong = true;
        takenLong += 1;
        process.stepBack(true);
        return true;
      },
      isWanted: () => lanes.cheap.size > 0,
      vacate,
      release() {
        process.stepBack(false);
        crew.giveBack(process);
        vacate();
        assign();
      },
    };
  }

  /** The lane whose turn it is; undefined where nobody may start now. */
  function nextLane(): Lane | undefined {
    if (taken >= atOnce) return undefined;
    if (lanes.cheap.size > 0) return 'cheap';
    if (lanes.late.size > 0) return 'late';
    return lanes.long.size > 0 && takenLong < mostLong() ? 'long' : undefined;
  }

  function assign(): void {
    for (;;) {
      const write = writes[0];
      const lane = nextLane();
      const process = write === undefined && lane === undefined ? undefined : crew.takeIdle(lane === 'cheap');
      if (process === undefined) return;
      if (write !== undefined) {
        writes.shift();
        write(process);
      } else if (lane !== undefined) lanes[lane].next()?.(createSlot(process, lane === 'long'));
    }
  }

  const waiting = (): number => Object.values(lanes).reduce((sum, { size }) => sum + size, 0);

  return {
    assign,
    figures: () => ({
      busy: taken,
      waiting: { cheap: lanes.cheap.size, late: lanes.late.size, long: lanes.long.size },
    }),
    take({ client, lane: name, signal }) {
      const lane = lanes[name];
      const own = client === '' ? 0 : lane.waiting(client);
      if (own >= waitingPerClient || waiting() >= waitingInAll)
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
