/** What the benchmark and the processes of the engines say to each other. */
import type { Digest } from './digest.js';
import type { BenchQuery } from './queries.js';

export const engineNames = ['migraph', 'oxigraph', 'comunica'] as const;
export type EngineName = (typeof engineNames)[number];

/** Who takes part: one of ours by its name, or an endpoint by a name that it is given. */
export interface Entrant {
  readonly name: string;
  readonly url?: string;
}

export type EngineJob =
  | { readonly do: 'prepare'; readonly file: string }
  /** `weigh`: how much memory it takes. */
  | { readonly do: 'open'; readonly file: string; readonly weigh: boolean }
  | { readonly do: 'settle' }
  | { readonly do: 'ask'; readonly query: string; readonly kind: BenchQuery['kind']; readonly digest: boolean }
  | { readonly do: 'dump'; readonly format: 'nquads' | 'jsonld' };

export interface EngineReply {
  readonly seconds: number;
  readonly error?: string;
  /** Of `prepare`: what to open. */
  readonly file?: string;
  /** Of `open`: statements, and bytes that the process has grown by. */
  readonly size?: number;
  readonly bytes?: number;
  readonly digest?: Digest;
}
