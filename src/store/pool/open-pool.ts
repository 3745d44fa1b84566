/** The store that the web asks: queries are parsed, carried out and serialised in processes that can be killed. */
import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../../config.js';
import { writeTerm } from '../../serialise/terms.js';
import {
  type Answer,
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
import { ask, type BegunAnswer } from './ask.js';
import { createBudgets } from './budgets.js';
import { createCheckpoints, worthCheckpoint as usualWorth } from './checkpoints.js';
import { type Crew, gatherCrew } from './crew.js';
import { holdBody, holdWhole, readBody } from './held-body.js';
import type { SentOptions } from './messages.js';
import { innerFormats, parseAnswer } from './parse-answer.js';
import { createRecentKeys } from './recent-keys.js';
import { cacheKey, createResultCache, type KeptAnswer } from './result-cache.js';
import { createSlots } from './slots.js';
import { isExport, StoredExports } from './stored-exports.js';
import { UnderWay } from './under-way.js';
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
  const { signal: _, client: __, precondition: ___, bindings, ...sent } = options;
  if (bindings === undefined) return sent;
  const terms = Object.entries(bindings).map(([name, value]) => [name, writeBound(value)] as const);
  return { ...sent, bindings: Object.fromEntries(terms) };
}

async function* each(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}

const toBytes = (text: string | Uint8Array): Uint8Array => (typeof text === 'string' ? Buffer.from(text) : text);

const toAnswer = ({ chunks, ...answer }: KeptAnswer, isLasting: boolean): Answer => ({
  ...answer,
  body: each(chunks),
  whole: chunks.length === 1 ? chunks[0] : undefined,
  isLasting,
});

const tagOf = (chunks: readonly Uint8Array[]): string =>
  chunks
    .reduce((hash, chunk) => hash.update(chunk), createHash('sha256'))
    .digest('base64url')
    .slice(0, 27);

/** The version of a graph that may be changed: that of the file, and how far the changes have come. */
function identify(file: string): string {
  const { size, mtimeMs } = statSync(file);
  return createHash('sha256').update(`${file} ${size} ${mtimeMs}`).digest('base64url').slice(0, 10);
}

/** An answer, and what is kept of it: nothing of one that is too long, or is another each time. */
interface Found {
  readonly answer: Answer;
  readonly kept: KeptAnswer | undefined;
}

export interface Pool extends GraphStore {
  /** Resolves when all processes can answer. */
  complete(): Promise<void>;
}

/** Bytes of exports on disk. */
const storedBytes = 2 ** 30;

/** A journal so many times as long as is worth a checkpoint is not read by every process first. */
const manyTimes = 8;

/** Resolves when the first process can answer. */
export async function openPool({ snapshot, journal, config, worthCheckpoint }: PoolSource): Promise<Pool> {
  const opened = identify(snapshot);
  const budgets = createBudgets(config.clientBudget);
  const cache = createResultCache(config.resultCacheBytes);
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
  const writer = createWriter({ slots, journal, crew: () => staff });
  const { base, unionDefaultGraph, queryDeadline, maxAnswerBytes, serviceHosts, queryMemory, overIds } = config;
  const processConfig = { base, unionDefaultGraph, queryDeadline, maxAnswerBytes, serviceHosts, queryMemory, overIds };
  const checkpoints = createCheckpoints({ snapshot, journal, config: processConfig }, worthCheckpoint);
  if (checkpoints.behind() > manyTimes * (worthCheckpoint ?? usualWorth)) await checkpoints.keepUp();
  crew = await gatherCrew({
    files: checkpoints.files,
    patches: writer.unrecorded,
    config: processConfig,
    queryMemory: config.queryMemory,
    readDeadline: config.readDeadline,
    writeMemory: config.writeMemory,
    writeDeadline: config.writeDeadline,
    bytesToReplay: () => checkpoints.behind() + writer.unrecorded().reduce((sum, { length }) => sum + length, 0),
    keepGrown: config.queryMemory / 2,
    // One more than work at once: whoever is killed has a stand-in.
    size: config.queryProcesses + 1,
    onIdle: slots.assign,
  });
  const staff = crew;
  slots.assign();
  void checkpoints.keepUp();

  const version = (): string => `${opened}-${writer.position()}`;

  function begin(
    query: string,
    wanted: WantedFormats,
    options: RespondOptions,
    maxBytes = Number.MAX_SAFE_INTEGER,
  ): Promise<BegunAnswer> {
    const { client, signal } = options;
    budgets.check(client);
    try {
      checkQueryText(query);
    } catch (error) {
      budgets.charge(client, 0);
      throw error;
    }
    const job = { type: 'query', query, wanted, options: sendOptions(options), maxBytes } as const;
    const onWorked = (seconds: number): void => budgets.charge(client, seconds);
    return ask(slots, { job, client: client ?? '', signal, onWorked }, experience);
  }

  function admit(client: string | undefined): void {
    budgets.check(client);
    budgets.charge(client, 0);
  }

  const exports = config.out === undefined ? undefined : new StoredExports(join(config.out, 'exports'), storedBytes);
  const mayFetch = config.serviceHosts.length > 0;
  async function find(
    query: string,
    wanted: WantedFormats,
    { key, asked, ...options }: RespondOptions & { readonly key: string | undefined; readonly asked: string },
  ): Promise<Found> {
    const begun = await begin(query, wanted, options, maxAnswerBytes);
    const { kind, format, by } = begun;
    const held = begun.type === 'whole' ? holdWhole(begun.bytes) : await holdBody(begun.body);
    // A change may have come between the asking and the answering; then it is not known which graph was asked.
    const sureKey = version() === asked ? key : undefined;
    if (held.rest !== undefined) {
      const what = { kind, format, by, tag: sureKey?.slice(0, 27) };
      const chunks = readBody(held);
      const body =
        sureKey !== undefined && exports !== undefined && isExport(query)
          ? exports.store(sureKey, what, chunks)
          : chunks;
      return { answer: { ...what, byteLength: undefined, body }, kept: undefined };
    }
    const { chunks, byteLength } = held;
    const answer = { kind, format, by, tag: tagOf(chunks), chunks, byteLength };
    if (sureKey === undefined) return { answer: toAnswer(answer, false), kept: undefined };
    cache.set(sureKey, answer);
    return { answer: toAnswer(answer, true), kept: answer };
  }

  const underWay = new UnderWay<KeptAnswer>();

  /** Whoever asks what another is waiting for waits with him; what fails for one may not fail for the next. */
  async function respond(query: string, wanted: WantedFormats, given: RespondOptions = {}): Promise<Answer> {
    // It is long, and what it is for may not be asked for.
    const { jsonLdContext: _, jsonLd: __, ...others } = given;
    const options = wanted.graph === 'jsonld' ? given : others;
    const asked = version();
    const key = cacheKey(asked, query, wanted, { ...options, mayFetch });
    if (key === undefined) return (await find(query, wanted, { ...options, key, asked })).answer;
    const known = cache.get(key) ?? (await underWay.wait(key));
    const stored = known === undefined ? exports?.find(key) : undefined;
    if (known !== undefined || stored !== undefined) admit(options.client);
    if (known !== undefined) return toAnswer(known, true);
    if (stored !== undefined) return stored;
    const finding = find(query, wanted, { ...options, key, asked });
    void underWay.lead(
      key,
      finding.then(({ kept }) => kept),
    );
    return (await finding).answer;
  }

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
  const nameOf = (graph: GraphName): string => (graph.termType === 'DefaultGraph' ? '' : graph.value);

  return {
    respond,
    admit,
    charge: budgets.charge,
    async query(query, options = {}) {
      const begun = await begin(query, innerFormats, options);
      return parseAnswer(begun.kind, begun.type === 'whole' ? each([begun.bytes]) : begun.body);
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
    complete: () => staff.complete,
    async close() {
      exports?.close();
      await checkpoints.close();
      await staff.close();
      await writer.close();
    },
  };
}
