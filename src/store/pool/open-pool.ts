/** The store that the web asks: queries are parsed, carried out and serialised in processes that can be killed. */
import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../../config.js';
import { writeTerm } from '../../serialise/terms.js';
import type { AtOnce } from '../at-once/at-once.js';
import {
  type Bound,
  type GraphName,
  type GraphStore,
  QueryFault,
  type RespondOptions,
  type UpdateOptions,
  type WantedFormats,
  type WriteOptions,
} from '../graph-store.js';
import type { Journal } from '../journal/journal.js';
import { checkQueryText, queryLimits } from '../parse/query-limits.js';
import { createAnswers, each } from './answers.js';
import { ask, type BegunAnswer } from './ask.js';
import { createBudgets } from './budgets.js';
import { type Checkpoints, createCheckpoints, mostBehind } from './checkpoints.js';
import { type Crew, gatherCrew } from './crew.js';
import type { SentOptions } from './messages.js';
import { innerFormats, parseAnswer } from './parse-answer.js';
import { type PinnedSnapshot, pinSnapshot } from './pin-snapshot.js';
import { createRecentKeys } from './recent-keys.js';
import { createResultCache } from './result-cache.js';
import { createSlots } from './slots.js';
import { Spool } from './spool.js';
import { StoredExports } from './stored-exports.js';
import { createWriter, type WriteJob, type Written } from './writer.js';

export type PoolConfig = Pick<
  Config,
  | 'base'
  | 'unionDefaultGraph'
  | 'queryDeadline'
  | 'maxAnswerBytes'
  | 'queryProcesses'
  | 'queryMemory'
  | 'writeMemory'
  | 'writeDeadline'
  | 'clientBudget'
  | 'readDeadline'
  | 'resultCacheBytes'
  | 'serviceHosts'
  | 'overIds'
  | 'answerAtOnce'
  | 'warmUp'
> & {
  /** The folder for what may be stored; without it nothing is. */
  readonly out?: string;
};

export interface PoolSource {
  /** The file of the graph as it was built. */
  readonly snapshot: string;
  /** What has been changed since, and where changes go; without one they last as long as the pool. */
  readonly journal?: Journal | undefined;
  readonly config: PoolConfig;
  /** Bytes of the journal from which on a checkpoint is made. */
  readonly worthCheckpoint?: number | undefined;
}

const writeBound = (value: Bound[string]): string | string[] =>
  'termType' in value ? writeTerm(value) : value.map((term) => writeTerm(term));

function sendOptions(options: RespondOptions & UpdateOptions): SentOptions {
  const { signal: _, client: __, precondition: ___, isOurs: ____, bindings, ...sent } = options;
  if (bindings === undefined) return sent;
  const terms = Object.entries(bindings).map(([name, value]) => [name, writeBound(value)] as const);
  return { ...sent, bindings: Object.fromEntries(terms) };
}

const toBytes = (text: string | Uint8Array): Uint8Array => (typeof text === 'string' ? Buffer.from(text) : text);

/** The version of a graph that may be changed: that of the file, and how far the changes have come. */
function identify(snapshot: string, { file }: PinnedSnapshot): string {
  const { size, mtimeMs } = statSync(file);
  return createHash('sha256').update(`${snapshot} ${size} ${mtimeMs}`).digest('base64url').slice(0, 10);
}

export interface Pool extends GraphStore {
  /** Resolves when all processes can answer. */
  complete(): Promise<void>;
  /**
   * Takes the snapshot that lies there now in the place of the one that is served, with all that was written since over it.
   * Each query sees all of one of the two; none fails for it. Rejects, and goes on with the old one, where it cannot be read.
   */
  reopen(): Promise<void>;
}

/** Bytes of exports on disk. */
const storedBytes = 2 ** 30;

/** So many of the longest answers may wait on disk for their readers. */
const longestOnDisk = 4;

/** A journal of so many times what always is worth a checkpoint is not read by every process first. */
const manyTimes = 8;

/** Resolves when the first process can answer. */
export async function openPool({ snapshot, journal, config, worthCheckpoint }: PoolSource): Promise<Pool> {
  let pinned = pinSnapshot(snapshot);
  let opened = identify(snapshot, pinned);
  const budgets = createBudgets(config.clientBudget);
  const experience = {
    expensive: createRecentKeys(),
    demanding: createRecentKeys(),
    surprising: createRecentKeys(),
  };
  let crew: Crew | undefined;
  const slots = createSlots({
    atOnce: config.queryProcesses,
    waitingPerClient: 20,
    patience: config.queryDeadline,
    staff: () => crew?.size ?? 0,
    takeIdle: (isWarm) => crew?.takeIdle(isWarm),
    giveBack: (process) => crew?.giveBack(process),
  });
  const spool = new Spool({
    folder: config.out,
    each: config.maxAnswerBytes,
    inAll: longestOnDisk * config.maxAnswerBytes,
  });
  let atOnce: AtOnce | undefined;
  const writer = createWriter({ slots, journal, crew: () => staff, onPublished: (patch) => atOnce?.apply(patch) });
  const { base, unionDefaultGraph, queryDeadline, maxAnswerBytes, serviceHosts, queryMemory, overIds, warmUp } = config;
  const limits = { queryDeadline, maxAnswerBytes, queryMemory };
  const processConfig = { base, unionDefaultGraph, serviceHosts, overIds, warmUp, ...limits };
  const openAtOnce = (): void => void atOnce?.open(checkpoints.files(), writer.unrecorded());
  const checkpointsOver = (file: string): Checkpoints => {
    const settings = { snapshot: file, journal, config: processConfig, onMade: openAtOnce };
    return createCheckpoints(settings, worthCheckpoint);
  };
  let checkpoints = checkpointsOver(pinned.file);
  if (checkpoints.behind() > manyTimes * (worthCheckpoint ?? mostBehind)) await checkpoints.keepUp();
  const gathering = gatherCrew({
    files: () => checkpoints.files(),
    patches: writer.unrecorded,
    config: processConfig,
    queryMemory: config.queryMemory,
    readDeadline: config.readDeadline,
    spool,
    writeMemory: config.writeMemory,
    writeDeadline: config.writeDeadline,
    bytesToReplay: () => checkpoints.behind() + writer.unrecorded().reduce((sum, { length }) => sum + length, 0),
    keepGrown: config.queryMemory / 2,
    // One more than work at once: whoever is killed has a stand-in.
    size: config.queryProcesses + 1,
    onIdle: slots.assign,
  });
  // While the first process starts there is nothing else to do.
  if (config.answerAtOnce && overIds) atOnce = (await import('../at-once/at-once.js')).openAtOnce(config);
  openAtOnce();
  crew = await gathering;
  const staff = crew;
  slots.assign();
  void checkpoints.keepUp();

  const version = (): string => `${opened}-${writer.position()}`;

  function begin(
    query: string,
    wanted: WantedFormats,
    { teach = false, ...options }: RespondOptions & { readonly teach?: boolean },
    maxBytes = Number.MAX_SAFE_INTEGER,
  ): Promise<BegunAnswer> {
    const { client, signal, isOurs = false } = options;
    budgets.check(client);
    try {
      checkQueryText(query);
    } catch (error) {
      budgets.charge(client, 0);
      throw error;
    }
    const job = { type: 'query', query, wanted, options: sendOptions(options), maxBytes, teach } as const;
    const onWorked = (seconds: number): void => budgets.charge(client, seconds);
    return ask(slots, { job, client: client ?? '', isOurs, signal, onWorked }, experience);
  }

  const exports = config.out === undefined ? undefined : new StoredExports(join(config.out, 'exports'), storedBytes);
  const cache = createResultCache(config.resultCacheBytes);
  const answers = createAnswers({
    begin: (query, wanted, options) => begin(query, wanted, options, maxAnswerBytes),
    version,
    budgets,
    cache,
    exports,
    atOnce,
    mayFetch: config.serviceHosts.length > 0,
  });

  async function write(job: WriteJob, { client, signal, precondition }: WriteOptions = {}): Promise<Written> {
    budgets.check(client);
    const written = await writer.write(job, {
      signal,
      async check() {
        if (signal?.aborted) throw new QueryFault('aborted', 'the answer is no longer wanted');
        await precondition?.();
      },
      onWorked: (seconds) => budgets.charge(client, seconds),
    });
    void checkpoints.keepUp();
    return written;
  }

  /** Writes go on meanwhile, and the processes that load hear of each; none is under way when they take over. */
  async function takeAnew(): Promise<void> {
    const next = pinSnapshot(snapshot);
    const nextOpened = identify(snapshot, next);
    if (nextOpened === opened) return next.release();
    let isServed = false;
    try {
      // It takes away what it has begun, and what it made is of the old snapshot.
      await checkpoints.close();
      const nextCheckpoints = checkpointsOver(next.file);
      const replace = await staff.loadAnew(nextCheckpoints.files);
      await writer.between(() => {
        const last = pinned;
        [pinned, checkpoints, opened, isServed] = [next, nextCheckpoints, nextOpened, true];
        replace();
        last.release();
        openAtOnce();
      });
    } finally {
      if (!isServed) {
        next.release();
        checkpoints = checkpointsOver(pinned.file);
      }
      void checkpoints.keepUp();
    }
  }

  let reopened = Promise.resolve();
  /** One at a time. */
  function reopen(): Promise<void> {
    const done = reopened.then(takeAnew);
    reopened = done.catch(() => {});
    return done;
  }

  const nameOf = (graph: GraphName): string => (graph.termType === 'DefaultGraph' ? '' : graph.value);

  return {
    ...answers,
    charge: budgets.charge,
    async query(query, options = {}) {
      const begun = await begin(query, innerFormats, options);
      const result = await parseAnswer(begun.kind, begun.type === 'whole' ? each([begun.bytes]) : begun.body);
      return { ...result, by: begun.by };
    },
    async update(update, options = {}) {
      checkQueryText(update, queryLimits.updateLength);
      await write({ job: { type: 'update', update, options: sendOptions(options) }, parts: [] }, options);
    },
    async writeGraph(graph, upload, how, options) {
      const { parts, baseIri } = upload;
      const formats = parts.map(({ format }) => format);
      const job = { type: 'upload', graph: nameOf(graph), how, baseIri, formats } as const;
      const { had, has } = await write({ job, parts: parts.map(({ text }) => toBytes(text)) }, options);
      return !had && has;
    },
    async dropGraph(graph, options) {
      const { had } = await write({ job: { type: 'drop', graph: nameOf(graph) }, parts: [] }, options);
      return had;
    },
    version,
    edition: () => opened,
    figures() {
      const { busy, waiting } = slots.figures();
      const processes = { ready: staff.size, wanted: config.queryProcesses + 1, busy, bytes: staff.residentBytes() };
      const journaled = { bytes: journal?.byteLength ?? 0, behind: checkpoints.behind() };
      return { processes, waiting, cache: cache.figures(), journal: journaled, onDisk: spool.figures() };
    },
    complete: () => staff.complete,
    reopen,
    async close() {
      exports?.close();
      atOnce?.close();
      await staff.close();
      await writer.close();
      await reopened;
      await checkpoints.close();
      pinned.release();
    },
  };
}
