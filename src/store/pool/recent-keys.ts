/** A set that forgets: keys of the last minute, a bounded number of them. */

export interface RecentKeys {
  add(key: string): void;
  has(key: string): boolean;
}

const lifetime = 60_000;
const most = 5_000;

export function createRecentKeys(now: () => number = () => performance.now()): RecentKeys {
  const seen = new Map<string, number>();
  return {
    add(key) {
      // A key that is set again moves to the end.
      seen.delete(key);
      seen.set(key, now());
      for (const oldest of seen.keys()) {
        if (seen.size <= most) break;
        seen.delete(oldest);
      }
    },
    has: (key) => now() - (seen.get(key) ?? Number.NEGATIVE_INFINITY) < lifetime,
  };
}
