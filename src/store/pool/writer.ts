/** Writes, one after the other: evaluated in a process, made durable, then told to all processes, then acknowledged. */
import { QueryFault } from '../graph-store.js';
import type { Journal } from '../journal.js';
import type { Crew } from './crew.js';
import type { Job } from './messages.js';
import type { Slots } from './slots.js';
import type { QueryProcess } from './start-process.js';

export type WriteJob = Exclude<Job, { type: 'query' }>;

/** Whether the graph was there before, and after. */
export interface Written {
  readonly had: boolean;
  readonly has: boolean;
}

export interface Occasion {
  /** Called when its turn has come; what it throws is the answer. */
  check(): void;
  onWorked(seconds: number): void;
}

export interface Writer {
  /** Resolves when it is durable and every query that begins from now on sees it. */
  write(job: WriteJob, occasion: Occasion): Promise<Written>;
  /** Changes that only this writer remembers, since there is no journal. */
  unrecorded(): readonly Uint8Array[];
  /** How many there have been. */
  changes(): number;
  /** Resolves when the last write has ended. */
  close(): Promise<void>;
}

export function createWriter(parts: {
  readonly slots: Slots;
  readonly journal: Journal | undefined;
  crew(): Crew | undefined;
}): Writer {
  const { slots, journal, crew } = parts;
  const remembered: Uint8Array[] = [];
  let changes = 0;
  let last: Promise<unknown> = Promise.resolve();

  async function record(patch: Uint8Array): Promise<void> {
    if (journal === undefined) {
      remembered.push(patch);
      return;
    }
    try {
      await journal.append(patch);
    } catch (cause) {
      throw new QueryFault('not-stored', `the change could not be written to ${journal.file}: nothing was changed`, {
        cause,
      });
    }
  }

  /** The process that evaluated the change holds it already; it is ended where the change does not stand. */
  async function commit(patch: Uint8Array, evaluatedBy: QueryProcess): Promise<void> {
    if (patch.length === 0) return;
    try {
      await record(patch);
    } catch (error) {
      evaluatedBy.kill();
      // Until it is gone somebody could be sent to it.
      await evaluatedBy.gone;
      throw error;
    }
    changes += 1;
    crew()?.apply(patch, evaluatedBy);
  }

  async function evaluate(job: WriteJob, { check, onWorked }: Occasion): Promise<Written> {
    check();
    const process = await slots.takeForWrite();
    const running = process.run(job);
    try {
      const reply = await running.reply;
      if (reply.type !== 'change') throw new Error(`a write was answered by ${reply.type}`);
      await commit(reply.patch, process);
      return { had: reply.had, has: reply.has };
    } finally {
      await running.done;
      onWorked(running.worked());
      crew()?.giveBack(process);
    }
  }

  return {
    write(job, occasion) {
      const written = last.then(() => evaluate(job, occasion));
      last = written.catch(() => {});
      return written;
    },
    unrecorded: () => remembered,
    changes: () => changes,
    async close() {
      await last;
    },
  };
}
