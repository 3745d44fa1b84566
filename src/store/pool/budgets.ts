/** What each client may use of the query processes' time: a bucket that fills again by itself. */
import { QueryFault } from '../graph-store.js';

export interface Budgets {
  /** Throws where the client has nothing left. */
  check(client: string | undefined): void;
  charge(client: string | undefined, seconds: number): void;
}

/** What any request costs, in seconds, whatever it asks: else a flood of cheap ones would be free. */
export const leastCharge = 0.005;

/** Clients that are remembered. */
const remembered = 10_000;

/** `perMinute` seconds of work in a minute, for each client; what we ask ourselves is never charged. */
export function createBudgets(perMinute: number, now: () => number = () => performance.now() / 1000): Budgets {
  const buckets = new Map<string, { left: number; at: number }>();
  const rate = perMinute / 60;

  function bucketOf(client: string): { left: number; at: number } {
    const { left, at } = buckets.get(client) ?? { left: perMinute, at: now() };
    const filled = { left: Math.min(perMinute, left + (now() - at) * rate), at: now() };
    // The one that was not seen for longest comes first.
    buckets.delete(client);
    buckets.set(client, filled);
    for (const oldest of buckets.keys()) {
      if (buckets.size <= remembered) break;
      buckets.delete(oldest);
    }
    return filled;
  }

  return {
    check(client) {
      if (client === undefined) return;
      const { left } = bucketOf(client);
      if (left > 0) return;
      const retryAfter = Math.max(1, Math.ceil(-left / rate));
      throw new QueryFault('over-budget', `you have used the query time of a minute; come back in ${retryAfter} s`, {
        retryAfter,
      });
    },
    charge(client, seconds) {
      if (client === undefined) return;
      bucketOf(client).left -= Math.max(seconds, leastCharge);
    },
  };
}
