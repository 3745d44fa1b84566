/** What all routes share. */
import type { ContextDefinition } from 'jsonld';
import type { Config } from '../config.js';
import type { Dumps } from '../export/dump/dumps.js';
import type { Validate } from '../export/validation/validator.js';
import type { FrameObject } from '../serialise/read-frame.js';
import type { GraphStore } from '../store/graph-store.js';
import type { FeedSource } from './feeds/feed-source.js';
import type { Memory } from './memory.js';
import type { Metrics } from './observe/metrics.js';
import type { QuickAnswers } from './quick-answers.js';
import type { ReadyAnswers } from './ready-answers.js';
import type { CheckWriter } from './write-access.js';

export interface Services {
  readonly store: GraphStore;
  readonly config: Pick<
    Config,
    | 'base'
    | 'data'
    | 'adminEmail'
    | 'unionDefaultGraph'
    | 'writeToken'
    | 'maxUploadBytes'
    | 'limitLoopback'
    | 'trustProxy'
    | 'serviceHosts'
    | 'out'
    | 'queryDeadline'
    | 'queryMemory'
    | 'clientBudget'
    | 'writeDeadline'
    | 'writeMemory'
    | 'slowQuery'
  >;
  readonly metrics: Metrics;
  /** Aborted when the server is told to stop. */
  readonly stopping: AbortSignal | undefined;
  readonly memory: Memory;
  readonly feeds: FeedSource;
  readonly dumps: Dumps;
  readonly validate: Validate;
  /** Where answers are kept to stand ready. */
  readonly ready?: ReadyAnswers | undefined;
  readonly quick?: QuickAnswers | undefined;
  readonly checkWriter: CheckWriter;
  /** What our JSON-LD is compacted with, and framed by. */
  readonly context: ContextDefinition;
  readonly frame: FrameObject;
}
