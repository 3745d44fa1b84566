/** How many queries another engine is asked at once, and how many wait for it: an engine that is slow must not fill this server. */
import type { Clock } from '../clock.js';
import { QueryFault } from '../graph-store.js';

/** Queries that are asked at once, and that wait for one of them to end. */
const [mostAsked, mostWaiting] = [64, 256];

/** Seconds after which to come again. */
const usualWait = 5;

export interface Places {
  /**
   * Resolves when the query may be asked. The place is free again when the clock that it gives is stopped, or over.
   * Throws a {@link QueryFault} where too many wait already, or when the time is over before it is its turn.
   */
  take(clock: Clock): Promise<Clock>;
}

export function createPlaces(): Places {
  let asked = 0;
  const waiting = new Set<() => void>();

  function wakeNext(): void {
    const [next] = waiting;
    if (next === undefined) return;
    waiting.delete(next);
    next();
  }

  /** The time that it waits is the query's. */
  async function wait(clock: Clock): Promise<void> {
    if (waiting.size >= mostWaiting)
      throw new QueryFault('busy', 'the store is slow, and too many wait for it', { retryAfter: usualWait });
    let go = (): void => {};
    const turn = new Promise<void>((resolve) => {
      go = resolve;
    });
    waiting.add(go);
    try {
      await clock.race(turn);
    } catch (error) {
      // Whoever was woken too late wakes another.
      if (!waiting.delete(go)) wakeNext();
      throw error;
    }
  }

  return {
    async take(clock) {
      while (asked >= mostAsked) await wait(clock);
      clock.check();
      asked += 1;
      let isTaken = true;
      const leave = (): void => {
        if (!isTaken) return;
        isTaken = false;
        asked -= 1;
        wakeNext();
      };
      clock.onOver(leave);
      return {
        ...clock,
        stop() {
          leave();
          clock.stop();
        },
      };
    },
  };
}
