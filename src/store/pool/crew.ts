/** The query processes: so many are kept running, and whoever ends is replaced. */
import { type ProcessSettings, type QueryProcess, startProcess } from './start-process.js';

export interface Crew {
  /** A process that waits for work: the one that has done the most so far, or the least. A new one is slow at first. */
  takeIdle(isWarm: boolean): QueryProcess | undefined;
  /** Gives it back after its work. */
  giveBack(process: QueryProcess): void;
  /** All processes but the one that has it already, those that are still loading too, hear of it before their next job. */
  apply(patch: Uint8Array, but: QueryProcess): void;
  /**
   * Starts a process that reads all there is by now, the latest change too; or two that read other files. Resolves when they
   * have; from the call of what it resolves to they stand in the place of all others, which end as soon as their work is done.
   * Those that are loading other files meanwhile are not replaced: they are told of the change that these have read.
   */
  loadAnew(files?: CrewSettings['files']): Promise<(change?: Uint8Array) => void>;
  /** A process for one large write, with time and memory for that; it is none of the crew. */
  startApart(): QueryProcess;
  readonly idle: number;
  /** Those that have loaded the graph. */
  readonly size: number;
  /** Memory of all processes, as far as the system tells. */
  residentBytes(): number;
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
  /** How many bytes of changes a process that starts now will take in. */
  bytesToReplay(): number;
  /** What a large write may take, in bytes and in seconds. */
  readonly writeMemory: number;
  readonly writeDeadline: number;
  /** Bytes that a process may have grown by, while idle, before it is replaced. */
  readonly keepGrown: number;
  /** Some process waits for work. */
  onIdle(): void;
}

/** Bytes on the heap for a byte of changes, about; what those took that were taken in before is known. */
const heapPerByte = 25;
/** Bytes on the heap of a process that holds nothing. */
const emptyHeap = 150 * 2 ** 20;

/** After a process that could not even load: it would most likely happen again at once. In milliseconds. */
const pause = 1000;

/** Resolves when the first process can answer; rejects when it cannot load the graph. */
export async function gatherCrew(settings: CrewSettings): Promise<Crew> {
  const all = new Set<QueryProcess>();
  const ready = new Set<QueryProcess>();
  const waiting: QueryProcess[] = [];
  /** Those that are not to work on. */
  const retired = new WeakSet<QueryProcess>();
  const apart = new Set<QueryProcess>();
  /** Those that load other files, or all anew: they are not there yet, and whoever ends meanwhile is replaced. */
  const arriving = new Set<QueryProcess>();
  let known = { heap: emptyHeap, bytes: 0 };
  let isClosed = false;

  function start(changes: Partial<ProcessSettings> = {}): QueryProcess {
    const bytes = settings.bytesToReplay();
    const graphHeap = known.heap + Math.max(0, bytes - known.bytes) * heapPerByte;
    const process = startProcess({ ...settings, files: settings.files(), ...changes, graphHeap });
    for (const patch of settings.patches()) process.apply(patch);
    process.opened.then(
      (heap) => {
        known = { heap, bytes };
      },
      () => {},
    );
    return process;
  }

  function enlist(changes: Partial<ProcessSettings> = {}): QueryProcess {
    const process = start(changes);
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
    while (!isClosed && all.size - arriving.size < settings.size) {
      const process = enlist();
      try {
        await welcome(process);
      } catch (error) {
        if (isClosed) break;
        if (retired.has(process)) continue;
        console.error(`${error instanceof Error ? error.message : error}; trying again`);
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    }
    isFilling = false;
  }

  async function welcome(process: QueryProcess): Promise<void> {
    await process.opened;
    if (!process.isAlive) return;
    ready.add(process);
    giveBack(process);
  }

  function giveBack(process: QueryProcess): void {
    if (!process.isAlive) return;
    if (retired.has(process)) process.kill();
    else if (process.grown() > settings.keepGrown && waiting.length > 0) process.kill();
    else waiting.push(process);
    settings.onIdle();
  }

  /** One that works goes when it is given back. */
  function retire(process: QueryProcess): void {
    retired.add(process);
    const at = waiting.indexOf(process);
    if (at >= 0) waiting.splice(at, 1);
    if (at >= 0 || !ready.has(process)) process.kill();
  }

  const first = enlist({ isAwaited: true });
  await welcome(first);
  const complete = fill();

  return {
    complete,
    takeIdle(isWarm) {
      const isOther = ({ isBack }: QueryProcess): number => Number(isBack === isWarm);
      const rank = (process: QueryProcess): number => (isWarm ? -1 : 1) * process.jobs;
      const [first] = [...waiting].sort((a, b) => isOther(a) - isOther(b) || rank(a) - rank(b));
      if (first !== undefined) waiting.splice(waiting.indexOf(first), 1);
      return first;
    },
    giveBack,
    apply(patch, but) {
      for (const process of all) if (process !== but) process.apply(patch);
    },
    async loadAnew(files) {
      const fresh: QueryProcess[] = [];
      const load = (): Promise<number> => {
        // Those of this moment: what is written from now on each process is told.
        const process = enlist(files === undefined ? {} : { files: files() });
        fresh.push(process);
        arriving.add(process);
        void process.gone.then(() => arriving.delete(process));
        return process.opened;
      };
      try {
        await load();
        // One alone is left to cheap queries: until the next had loaded, nothing that takes long would go on.
        if (files !== undefined && settings.size > 1) await load().catch(() => {});
        if (isClosed || !fresh.some(({ isAlive }) => isAlive)) throw new Error('no query process could be started');
      } catch (error) {
        for (const process of fresh) retire(process);
        throw error;
      }
      return (change) => {
        for (const other of all) {
          if (fresh.includes(other)) continue;
          if (change !== undefined && arriving.has(other)) other.apply(change);
          else retire(other);
        }
        for (const process of fresh) {
          arriving.delete(process);
          // One that could not load is gone, and in its place comes another.
          welcome(process).catch(() => {});
        }
        void fill();
      };
    },
    startApart() {
      const { writeMemory: queryMemory, writeDeadline: queryDeadline } = settings;
      const process = start({ queryMemory, config: { ...settings.config, queryDeadline }, isAwaited: true });
      apart.add(process);
      void process.gone.then(() => apart.delete(process));
      return process;
    },
    get idle() {
      return waiting.length;
    },
    get size() {
      return ready.size;
    },
    residentBytes: () => [...all, ...apart].reduce((sum, process) => sum + process.residentBytes(), 0),
    async close() {
      isClosed = true;
      const everyone = [...all, ...apart];
      const ends = everyone.map((process) => process.gone);
      for (const process of everyone) process.kill();
      await Promise.all(ends);
    },
  };
}
