/** The query processes: so many are kept running, and whoever ends is replaced. */
import { type ProcessSettings, type QueryProcess, startProcess } from './start-process.js';

export interface Crew {
  /** A process that waits for work. */
  takeIdle(): QueryProcess | undefined;
  /** Gives it back after its work. */
  giveBack(process: QueryProcess): void;
  /** All processes but the one that has it already, those that are still loading too, hear of it before their next job. */
  apply(patch: Uint8Array, but: QueryProcess): void;
  readonly idle: number;
  /** Those that have loaded the graph. */
  readonly size: number;
  /** Resolves when all have loaded the graph for the first time. */
  readonly complete: Promise<void>;
  /** Kills all and starts no more. */
  close(): Promise<void>;
}

export interface CrewSettings extends Omit<ProcessSettings, 'files' | 'graphHeap'> {
  /** How many there are to be. */
  readonly size: number;
  /** What a process that starts now is to load. */
  files(): ProcessSettings['files'];
  /** Changes that stand in no file. */
  patches(): readonly Uint8Array[];
  /** For the first one; the others go by what it took. */
  readonly graphHeap: number;
  /** Bytes that a process may have grown by, while idle, before it is replaced. */
  readonly keepGrown: number;
  /** Some process waits for work. */
  onIdle(): void;
}

/** After a process that could not even load: it would most likely happen again at once. In milliseconds. */
const pause = 1000;

/** Resolves when the first process can answer; rejects when it cannot load the graph. */
export async function gatherCrew(settings: CrewSettings): Promise<Crew> {
  const all = new Set<QueryProcess>();
  const ready = new Set<QueryProcess>();
  const waiting: QueryProcess[] = [];
  let graphHeap = settings.graphHeap;
  let isClosed = false;

  function enlist(): QueryProcess {
    const process = startProcess({ ...settings, files: settings.files(), graphHeap });
    for (const patch of settings.patches()) process.apply(patch);
    all.add(process);
    void process.gone.then(() => dismiss(process));
    return process;
  }

  function dismiss(process: QueryProcess): void {
    all.delete(process);
    ready.delete(process);
    const at = waiting.indexOf(process);
    if (at >= 0) waiting.splice(at, 1);
    void fill();
  }

  let isFilling = false;
  /** One after the other: starting is all work, and those that answer need the machine too. */
  async function fill(): Promise<void> {
    if (isFilling) return;
    isFilling = true;
    while (!isClosed && all.size < settings.size) {
      const process = enlist();
      try {
        await welcome(process);
      } catch (error) {
        if (isClosed) break;
        console.error(`${error instanceof Error ? error.message : error}; trying again`);
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    }
    isFilling = false;
  }

  async function welcome(process: QueryProcess): Promise<void> {
    graphHeap = await process.opened;
    ready.add(process);
    giveBack(process);
  }

  function giveBack(process: QueryProcess): void {
    if (!process.isAlive) return;
    if (process.grown() > settings.keepGrown && waiting.length > 0) process.kill();
    else waiting.push(process);
    settings.onIdle();
  }

  const first = enlist();
  await welcome(first);
  const complete = fill();

  return {
    complete,
    takeIdle: () => waiting.shift(),
    giveBack,
    apply(patch, but) {
      for (const process of all) if (process !== but) process.apply(patch);
    },
    get idle() {
      return waiting.length;
    },
    get size() {
      return ready.size;
    },
    async close() {
      isClosed = true;
      const ends = [...all].map((process) => process.gone);
      for (const process of all) process.kill();
      await Promise.all(ends);
    },
  };
}
