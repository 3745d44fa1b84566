/** Answers that were given lately, for as long as the graph stays as it was. */
import { createHash } from 'node:crypto';
import type { Answer, RespondOptions, StoreFigures, WantedFormats } from '../graph-store.js';

/** A whole answer, in memory. */
export interface KeptAnswer extends Pick<Answer, 'kind' | 'format' | 'by'> {
  readonly tag: string;
  readonly chunks: readonly Uint8Array[];
  readonly byteLength: number;
}

export interface ResultCache {
  get(key: string): KeptAnswer | undefined;
  set(key: string, answer: KeptAnswer): void;
  figures(): StoreFigures['cache'];
}

/** Gives another answer each time; words in strings and comments count too, which only costs the cache an entry. */
const isVolatile = /\b(?:now|rand|uuid|struuid|bnode|service)\b/i;

/** Names a graph, which may be one from outside, of which nobody says when it changes. */
const namesGraph = /\bfrom\b/i;

/** The same for the same question to the same graph; undefined where the answer may differ all the same. */
export function cacheKey(
  version: string,
  query: string,
  wanted: WantedFormats,
  { bindings, signal: _, client: __, mayFetch = false, ...options }: RespondOptions & { readonly mayFetch?: boolean },
): string | undefined {
  if (isVolatile.test(query)) return undefined;
  const graphs = [...(options.defaultGraphs ?? []), ...(options.namedGraphs ?? [])];
  if (mayFetch && (namesGraph.test(query) || graphs.length > 0)) return undefined;
  const parts = [version, query, wanted, options, Object.entries(bindings ?? {})];
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}

/** Holds at most so many bytes; what was asked for least lately goes first. */
export function createResultCache(maxBytes: number): ResultCache {
  const kept = new Map<string, KeptAnswer>();
  let bytes = 0;
  let [hits, misses] = [0, 0];
  const forget = (key: string): void => {
    bytes -= kept.get(key)?.byteLength ?? 0;
    kept.delete(key);
  };
  return {
    get(key) {
      const answer = kept.get(key);
      if (answer === undefined) {
        misses += 1;
        return undefined;
      }
      hits += 1;
      kept.delete(key);
      kept.set(key, answer);
      return answer;
    },
    set(key, answer) {
      forget(key);
      kept.set(key, answer);
      bytes += answer.byteLength;
      for (const oldest of kept.keys()) {
        if (bytes <= maxBytes) break;
        forget(oldest);
      }
    },
    figures: () => ({ answers: kept.size, bytes, hits, misses }),
  };
}
