/** What processes open: the graph's snapshot and its journal, or a checkpoint of both and what was written since. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { EmbeddedConfig } from '../embedded.js';
import { type Checkpoint, checkpointFile, describeCheckpoint, findCheckpoint } from '../journal/checkpoint.js';
import type { Journal } from '../journal/journal.js';
import type { CheckpointOrder } from './checkpoint-process.js';
import type { GraphFiles } from './messages.js';

export interface Checkpoints {
  files(): GraphFiles;
  /** Bytes of the journal that are in no checkpoint. */
  behind(): number;
  /** Makes a checkpoint where enough has been written since the last one; one at a time. Never rejects. */
  keepUp(): Promise<void>;
  close(): Promise<void>;
}

/** Bytes of a journal that are read in a second or so: more of them are always worth a checkpoint. */
export const mostBehind = 8 * 2 ** 20;
/** Fewer never are: each is a process that is started. */
const leastBehind = 2 ** 20;

/** Of a journal: all of it is added up for each checkpoint. */
const shareBehind = 1 / 16;

/**
 * How much of a journal of so many bytes is worth one that takes the place of such a snapshot: a small one is soon made, and
 * spares every process that starts later what is not in it.
 */
export const worthCheckpoint = (snapshot: string, journal: number): number =>
  Math.min(mostBehind, Math.max(leastBehind, statSync(snapshot).size, journal * shareBehind));

const program = fileURLToPath(new URL('./checkpoint-process.js', import.meta.url));

interface Settings {
  readonly snapshot: string;
  readonly journal: Journal | undefined;
  readonly config: EmbeddedConfig;
  /** There is a new one. */
  onMade(): void;
}

export function createCheckpoints({ snapshot, journal, config, onMade }: Settings, worth?: number): Checkpoints {
  let checkpoint: Checkpoint | undefined = journal && findCheckpoint(snapshot, journal);
  let underWay: Promise<void> | undefined;
  let isClosed = false;
  let stop = (): unknown => undefined;

  function files(): GraphFiles {
    if (journal === undefined) return { snapshot };
    const { file, byteLength } = journal;
    const from = checkpoint?.byteLength ?? 0;
    return { snapshot: checkpoint?.file ?? snapshot, journal: { file, byteLength, from } };
  }

  const behind = (): number => (journal?.byteLength ?? 0) - (checkpoint?.byteLength ?? 0);

  async function make({ file, byteLength }: Journal): Promise<void> {
    const part = { file, byteLength };
    const order: CheckpointOrder = {
      files: files(),
      config,
      to: checkpointFile(file),
      source: describeCheckpoint(snapshot, part),
    };
    const { MIGRAPH_WRITE_TOKEN: _, ...env } = process.env;
    const child = spawn(process.execPath, [program, JSON.stringify(order)], {
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    // It takes away what it has written so far.
    stop = () => child.kill('SIGTERM');
    const [code, signal] = (await once(child, 'exit')) as [number | null, string | null];
    if (code === 0) {
      checkpoint = { file: order.to, byteLength };
      onMade();
    } else if (!isClosed) console.error(`${order.to}: could not be written (${signal ?? code})`);
  }

  return {
    files,
    behind,
    async keepUp() {
      if (isClosed || journal === undefined) return;
      if (behind() < (worth ?? worthCheckpoint(checkpoint?.file ?? snapshot, journal.byteLength))) return;
      underWay ??= make(journal)
        .catch((error: unknown) =>
          console.error(`no checkpoint was made: ${error instanceof Error ? error.message : error}`),
        )
        .finally(() => {
          underWay = undefined;
        });
      await underWay;
    },
    async close() {
      isClosed = true;
      stop();
      await underWay;
    },
  };
}
