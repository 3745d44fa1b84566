/** Keeps what was computed from the graph for as long as the graph stays the same. */
import type { GraphStore } from '../store/graph-store.js';

/** The value under a key; computed once, also when many ask at once. A failure is not kept. */
export type Memory = <T>(key: string, compute: () => Promise<T>) => Promise<T>;

/** At most `size` values; all are dropped when the graph changes. */
export function createMemory(store: GraphStore, size = 64): Memory {
  let version = store.version();
  const kept = new Map<string, Promise<unknown>>();
  return <T>(key: string, compute: () => Promise<T>) => {
    if (version !== store.version()) kept.clear();
    version = store.version();
    const known = kept.get(key);
    if (known !== undefined) return known as Promise<T>;
    const value = compute();
    kept.set(key, value);
    value.catch(() => kept.delete(key));
    for (const oldest of kept.keys()) {
      if (kept.size <= size) break;
      kept.delete(oldest);
    }
    return value;
  };
}
