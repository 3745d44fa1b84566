/** What the server and its query processes say to each other. Terms are written as in N-Triples. */

import type { EmbeddedConfig } from '../embedded.js';
import type { Evaluator, FaultKind, RespondOptions, UpdateOptions, WantedFormats } from '../graph-store.js';

/** Where the graph lies: as it was built, and what has been changed since. */
export interface GraphFiles {
  readonly snapshot: string;
  /** `from`: what comes before is in the snapshot. */
  readonly journal?: { readonly file: string; readonly byteLength: number; readonly from: number } | undefined;
}

/** The options that a query process needs to know of. */
export type SentOptions = Omit<RespondOptions & UpdateOptions, 'signal' | 'client' | 'bindings' | 'precondition'> & {
  readonly bindings?: Readonly<Record<string, string | readonly string[]>>;
};

/** What a query process is asked to do; one at a time, but for `cancel`. */
export type Job =
  | {
      readonly type: 'query';
      readonly query: string;
      readonly wanted: WantedFormats;
      readonly options: SentOptions;
      /** Bytes that the answer may have. */
      readonly maxBytes: number;
      /** Else one that looks expensive is handed back. */
      readonly mayBeLong: boolean;
      /** Whether the server wants to know the algebra of its shape. */
      readonly teach?: boolean;
    }
  | { readonly type: 'update'; readonly update: string; readonly options: SentOptions }
  | {
      readonly type: 'upload';
      /** Empty for the unnamed graph. */
      readonly graph: string;
      readonly how: 'replace' | 'add';
      readonly baseIri: string;
      /** Of the parts, whose bytes are the frames that follow. */
      readonly formats: readonly string[];
    }
  | { readonly type: 'drop'; readonly graph: string };

export type ToProcess =
  /** `isAwaited`: somebody waits for its first answer, and Comunica is loaded when it is quiet; else before it is `opened`. */
  | { readonly type: 'open'; readonly files: GraphFiles; readonly config: EmbeddedConfig; readonly isAwaited: boolean }
  | Job
  /** The next frame is a patch. */
  | { readonly type: 'apply' }
  | { readonly type: 'cancel' };

/** A {@link QueryFault}, or a defect (without a kind). */
export interface SentFault {
  readonly kind: FaultKind | undefined;
  readonly message: string;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
}

export type FromProcess =
  /** `heapBytes`: what the graph takes. */
  | { readonly type: 'opened'; readonly quads: number; readonly heapBytes: number }
  /** Its files cannot be read; it ends. */
  | { readonly type: 'failed'; readonly reason: string }
  /** The next frame is all of the answer. `lesson`: what was to be taught of the query's shape. */
  | {
      readonly type: 'whole';
      readonly kind: 'bindings' | 'boolean' | 'graph';
      readonly format: string;
      readonly by: Evaluator;
      readonly lesson?: string | undefined;
    }
  /** Frames of bytes follow, then `end` or `fault`. */
  | {
      readonly type: 'answer';
      readonly kind: 'bindings' | 'boolean' | 'graph';
      readonly format: string;
      readonly by: Evaluator;
    }
  /** It is ready for anything, and has taken memory for that which no query is to be charged with. */
  | { readonly type: 'warm' }
  /** It looks expensive, and was not carried out. */
  | { readonly type: 'long' }
  /** The next frame is the patch that the write comes to. `had`, `has`: whether the graph was there before, and after. */
  | { readonly type: 'change'; readonly had: boolean; readonly has: boolean }
  | { readonly type: 'end' }
  | { readonly type: 'fault'; readonly fault: SentFault }
  /** Nothing of the last job goes on. */
  | { readonly type: 'idle' };
