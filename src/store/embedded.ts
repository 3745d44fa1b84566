/** The store in this process: n3's Store holds the quads, Comunica answers. */
import type { Config } from '../config.js';
import type { Quad } from '../rdf.js';
import type { Binding } from '../serialise/results.js';
import type { WrittenChange } from './change.js';
import { type Clock, startClock } from './clock.js';
import { fromHeld } from './corrections/scoped-nodes.js';
import type { DatasetView } from './dataset-view.js';
import { estimateCost } from './estimate/cost.js';
import { createStatistics } from './estimate/state.js';
import { evaluateIds } from './evaluate/evaluate.js';
import { holdFetched } from './fetched-graphs.js';
import type {
  Answer,
  Evaluator,
  GraphName,
  GraphStore,
  QueryResult,
  RespondOptions,
  WantedFormats,
} from './graph-store.js';
import { createGraphs, reviewGraphs } from './graphs.js';
import { holdAnswer } from './held-answer.js';
import { openOutside } from './outside/outside.js';
import { resolveServices } from './outside/resolve-services.js';
import { type ParsedQuery, parseQuery } from './parse/parse-query.js';
import { type Chunks, chooseFormat, serialiseResult } from './serialise-result.js';
import { collectColumns } from './snapshot/collect-columns.js';
import type { Columns } from './snapshot/columns.js';
import { toFault } from './to-fault.js';
import { isWholeGraph, readWholeGraph } from './whole-graph.js';
import { createWriteQueue, createWrites, type EmbeddedWrites, type TimeLimits } from './write/embedded-writes.js';

export type EmbeddedConfig = Pick<Config, 'base' | 'unionDefaultGraph' | 'queryDeadline' | 'maxAnswerBytes'> &
  Partial<Pick<Config, 'serviceHosts' | 'queryMemory' | 'overIds' | 'warmUp'>>;

/** An answer while it is made. */
export interface BegunAnswer extends Pick<Answer, 'kind' | 'format' | 'by'> {
  readonly chunks: Chunks;
  /** To be paused while nobody takes the chunks. */
  readonly clock: Pick<Clock, 'pause' | 'resume'>;
}

/** A store that also says what its writes come to, and takes over what the writes of another came to. */
export interface EmbeddedStore extends GraphStore, EmbeddedWrites {
  /** As `respond`, but nothing is held back. */
  answer(query: ParsedQuery, wanted: WantedFormats, options?: RespondOptions): Promise<BegunAnswer>;
  /** What it may cost to answer, in rows looked at. */
  estimate(query: ParsedQuery): number;
  apply(change: WrittenChange): void;
  holds(graph: GraphName): boolean;
  /** Quads of all graphs. */
  size(): number;
  /** All that there is now, in columns. */
  columns(): Columns;
}

/** It takes half a second to load, and most queries never need it. */
const comunica = (): Promise<typeof import('./engine.js')> => import('./engine.js');

/** An answer, and who found it. */
interface Evaluated {
  readonly result: QueryResult;
  readonly by: Evaluator;
}

const markHeld = (row: Binding): Binding => new Map([...row].map(([name, term]) => [name, fromHeld(term)]));

/** Opens a store over these quads, which are copied. */
export const openEmbedded = (
  quads: Iterable<Quad>,
  config: EmbeddedConfig,
  outside = openOutside(config.serviceHosts ?? []),
): EmbeddedStore => openColumns(collectColumns(quads), config, outside);

/** Opens a store over a graph in columns. No request leaves it but to the hosts that its settings list. */
export function openColumns(
  columns: Columns,
  config: EmbeddedConfig,
  outside = openOutside(config.serviceHosts ?? []),
): EmbeddedStore {
  const graphs = createGraphs(columns, reviewGraphs(config.base), config.unionDefaultGraph);

  /** Some is left for what is not counted. */
  const idMemory = 0.6 * (config.queryMemory ?? 250 * 2 ** 20);

  /** What the query sees; what is not held is fetched, where anything may be. */
  async function openView({ dataset }: ParsedQuery, clock: Clock, notHeld?: 'empty') {
    if (!outside.isOpen) return graphs.view(dataset, clock.isOver, { notHeld });
    const fetched = new Map<string, Quad[]>();
    const mayBeMissing = (notHeld ?? dataset?.notHeld) === 'empty';
    for (const iri of graphs.missing(dataset))
      if (!mayBeMissing || outside.lists(iri)) fetched.set(iri, await outside.loadGraph(iri, clock));
    return graphs.view(dataset, clock.isOver, { notHeld, fetched: holdFetched(fetched) });
  }

  /** The query with the rows of other endpoints in it. */
  async function resolve(query: ParsedQuery, view: DatasetView, clock: Clock): Promise<ParsedQuery> {
    if (query.hasService === false) return query;
    outside.check(query.operation);
    const operation = await resolveServices(query.operation, {
      select: async (pattern, variables) => (await comunica()).selectRows({ query, view, clock }, pattern, variables),
      ask: (endpoint, text) => outside.ask(endpoint, text, clock),
    });
    return { ...query, operation };
  }

  async function evaluateBy(parsed: ParsedQuery, clock: Clock, notHeld?: 'empty'): Promise<Evaluated> {
    const view = await openView(parsed, clock, notHeld);
    if (isWholeGraph(parsed.operation)) return { by: 'ids', result: readWholeGraph(view, clock) };
    const query = await resolve(parsed, view, clock);
    const result = config.overIds === false ? undefined : evaluateIds({ query, view, clock, bytes: idMemory });
    if (result !== undefined) return { by: 'ids', result };
    const { evaluate } = await comunica();
    return { by: 'comunica', result: await clock.race(evaluate({ query, view, clock })) };
  }

  async function run(parsed: ParsedQuery, clock: Clock, notHeld?: 'empty'): Promise<Evaluated> {
    try {
      const evaluated = await evaluateBy(parsed, clock, notHeld);
      clock.check();
      if (evaluated.result.kind === 'boolean') clock.stop();
      return evaluated;
    } catch (error) {
      clock.stop();
      throw toFault(error);
    }
  }

  async function findRows(parsed: ParsedQuery, { seconds, signal }: TimeLimits) {
    const { result, by } = await run(parsed, startClock(seconds, signal), 'empty');
    const rows: Binding[] = [];
    if (result.kind !== 'bindings') return rows;
    // Comunica marks the blank nodes that are held, to tell them from those that BNODE made; over ids there are no others.
    const mark = by === 'ids' ? markHeld : (row: Binding) => row;
    for await (const row of result.rows) rows.push(mark(row));
    return rows;
  }

  async function load(iri: string, { seconds, signal }: TimeLimits) {
    const clock = startClock(seconds, signal);
    try {
      return await outside.loadGraph(iri, clock);
    } finally {
      clock.stop();
    }
  }

  const statistics = createStatistics(graphs.quads, graphs.version);
  const writes = createWrites({ graphs, findRows, load, deadline: config.queryDeadline, toFault });

  const store: EmbeddedStore = {
    query: async (query, options = {}) =>
      (await run(parseQuery(query, options), startClock(config.queryDeadline, options.signal))).result,
    async respond(query, wanted, options = {}) {
      const { chunks, clock: _, ...what } = await store.answer(parseQuery(query, options), wanted, options);
      return holdAnswer(chunks, { ...what, maxBytes: config.maxAnswerBytes });
    },
    async answer(parsed, wanted, options = {}) {
      const { kind } = parsed;
      const format = chooseFormat(kind, wanted);
      const clock = startClock(config.queryDeadline, options.signal);
      const { result, by } = await run(parsed, clock);
      return { kind, format, by, clock, chunks: serialiseResult(result, { ...options, format, clock }) };
    },
    estimate: (parsed) => estimateCost(parsed, statistics()),
    ...writes,
    ...createWriteQueue(writes, graphs),
    apply: graphs.apply,
    holds: graphs.holds,
    size: () => graphs.quads.countQuads(),
    columns: graphs.columns,
    version: graphs.version,
    async close() {},
  };
  return store;
}
