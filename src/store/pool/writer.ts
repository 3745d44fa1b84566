/** Writes, one after the other: evaluated in a process, made durable, then told to all processes, then acknowledged. */
import { QueryFault } from '../graph-store.js';
import type { Journal } from '../journal/journal.js';
import type { Crew } from './crew.js';
import type { Job } from './messages.js';
import type { Slots } from './slots.js';
import type { QueryProcess } from './start-process.js';

export interface WriteJob {
  readonly job: Exclude<Job, { type: 'query' }>;
  /** Of an upload. */
  readonly parts: readonly Uint8Array[];
}

/** Whether the graph was there before, and after. */
export interface Written {
  readonly had: boolean;
  readonly has: boolean;
}

export interface Occasion {
  readonly signal?: AbortSignal | undefined;
  /** Called when its turn has come; what it throws is the answer. */
  check(): Promise<void>;
  onWorked(seconds: number): void;
}

export interface Writer {
  /** Resolves when it is durable and every query that begins from now on sees it. */
  write(job: WriteJob, occasion: Occasion): Promise<Written>;
  /** Runs the function when no write is under way, and before those that come after. */
  between(run: () => void): Promise<void>;
  /** Changes that only this writer remembers, since there is no journal. */
  unrecorded(): readonly Uint8Array[];
  /** How far the changes have come that queries see; the same after a restart, where there is a journal. */
  position(): number;
  /** Resolves when the last write has ended. */
  close(): Promise<void>;
}

/** Bytes of an upload from which on it is evaluated apart, with more time and memory. */
const largeUpload = 2 * 2 ** 20;

/** Bytes of a change from which on processes are replaced by such as have read it: to take it in is much work. */
const largeChange = 4 * 2 ** 20;

const isLarge = ({ parts }: WriteJob): boolean => parts.reduce((sum, { length }) => sum + length, 0) > largeUpload;

/** What more time or memory may cure. */
const isTooMuch = (error: unknown): boolean =>
  error instanceof QueryFault && (error.kind === 'memory' || error.kind === 'timeout');

export function createWriter(parts: {
  readonly slots: Slots;
  readonly journal: Journal | undefined;
  crew(): Crew;
  /** Queries see it from now on. */
  onPublished(patch: Uint8Array): void;
}): Writer {
  const { slots, journal, crew, onPublished } = parts;
  const remembered: Uint8Array[] = [];
  let position = journal?.byteLength ?? 0;
  let last: Promise<unknown> = Promise.resolve();

  async function record(patch: Uint8Array): Promise<void> {
    if (journal === undefined) {
      remembered.push(patch);
      return;
    }
    try {
      await journal.append(patch);
    } catch (cause) {
      console.error(`${journal.file}: a change was not written: ${cause instanceof Error ? cause.message : cause}`);
      throw new QueryFault('not-stored', 'the change could not be written to the disk: nothing was changed', { cause });
    }
  }

  /** From here on queries see the change, all at once. */
  async function publish(patch: Uint8Array, evaluatedBy: QueryProcess): Promise<void> {
    const isLong = patch.length > largeChange;
    // It is on the disk: where none can be started those that are there must take it in.
    const replace = isLong
      ? await crew()
          .loadAnew()
          .catch(() => undefined)
      : undefined;
    position = journal?.byteLength ?? position + 1;
    onPublished(patch);
    if (replace === undefined) crew().apply(patch, evaluatedBy);
    else replace(patch);
  }

  /** The process that evaluated the change holds it already; it is ended where the change does not stand. */
  async function commit(patch: Uint8Array, evaluatedBy: QueryProcess): Promise<void> {
    if (patch.length === 0) return;
    try {
      await record(patch);
    } catch (error) {
      evaluatedBy.kill();
      throw error;
    }
    await publish(patch, evaluatedBy);
  }

  async function evaluate(process: QueryProcess, { job, parts }: WriteJob, occasion: Occasion): Promise<Written> {
    const { signal } = occasion;
    const running = process.run(job, parts);
    // What it would answer now nobody would commit: it must not go on with it.
    const leave = (): void => process.kill();
    signal?.addEventListener('abort', leave, { once: true });
    try {
      const reply = await running.reply;
      signal?.removeEventListener('abort', leave);
      if (reply.type !== 'change') throw new Error(`a write was answered by ${reply.type}`);
      await commit(reply.patch, process);
      return { had: reply.had, has: reply.has };
    } catch (error) {
      throw signal?.aborted ? new QueryFault('aborted', 'the client has left', { cause: error }) : error;
    } finally {
      signal?.removeEventListener('abort', leave);
      await running.done;
      occasion.onWorked(running.worked());
    }
  }

  async function evaluateAmongOthers(job: WriteJob, occasion: Occasion): Promise<Written> {
    const process = await slots.takeForWrite();
    try {
      return await evaluate(process, job, occasion);
    } finally {
      crew().giveBack(process);
    }
  }

  async function evaluateApart(job: WriteJob, occasion: Occasion): Promise<Written> {
    const process = crew().startApart();
    try {
      await process.opened;
      return await evaluate(process, job, occasion);
    } finally {
      process.kill();
      await process.gone;
    }
  }

  async function carryOut(job: WriteJob, occasion: Occasion): Promise<Written> {
    await occasion.check();
    if (!isLarge(job)) {
      try {
        return await evaluateAmongOthers(job, occasion);
      } catch (error) {
        if (!isTooMuch(error)) throw error;
      }
    }
    return evaluateApart(job, occasion);
  }

  return {
    write(job, occasion) {
      const written = last.then(() => carryOut(job, occasion));
      last = written.catch(() => {});
      return written;
    },
    between(run) {
      const done = last.then(run);
      last = done.catch(() => {});
      return done;
    },
    unrecorded: () => remembered,
    position: () => position,
    async close() {
      await last;
    },
  };
}
