/** The store in this process: n3's Store holds the quads, Comunica answers. No request ever leaves it. */
import { QueryEngine } from '@comunica/query-sparql';
import type { Config } from '../config.js';
import type { Quad, Term } from '../rdf.js';
import { serialiseQuads } from '../serialise/quads.js';
import { type Binding, serialiseBindings, serialiseBoolean } from '../serialise/results.js';
import type { Change } from './change.js';
import { isInPlace } from './check-quad.js';
import { type Clock, startClock } from './clock.js';
import { createQuadSource, type QuadSource } from './dataset-view.js';
import { createWriteQueue, createWrites, type EmbeddedWrites } from './embedded-writes.js';
import { estimateCost } from './estimate-cost.js';
import {
  type Answer,
  type GraphName,
  type GraphStore,
  QueryFault,
  type QueryResult,
  type RespondOptions,
  type WantedFormats,
} from './graph-store.js';
import { createGraphs } from './graphs.js';
import { holdAnswer } from './held-answer.js';
import { type ParsedQuery, parseQuery } from './parse-query.js';
import { isWholeGraph, readWholeGraph } from './whole-graph.js';

export type EmbeddedConfig = Pick<Config, 'base' | 'unionDefaultGraph' | 'queryDeadline' | 'maxAnswerBytes'>;

/** An answer while it is made. */
export interface TextAnswer extends Pick<Answer, 'kind' | 'format'> {
  readonly texts: AsyncIterable<string>;
}

/** A store that also says what its writes come to, and takes over what the writes of another came to. */
export interface EmbeddedStore extends GraphStore, EmbeddedWrites {
  /** As `respond`, but nothing is held back. */
  answer(query: ParsedQuery, wanted: WantedFormats, options?: RespondOptions): Promise<TextAnswer>;
  /** What it may cost to answer, in rows looked at. */
  estimate(query: ParsedQuery): number;
  apply(change: Change): void;
  holds(graph: GraphName): boolean;
}

/** Handed to Comunica as its `fetch`, should anything ever get past the checks on the algebra. */
const refuseToFetch: typeof fetch = () =>
  Promise.reject(new QueryFault('refused', 'this store makes no outbound request'));

/** What Comunica finds wrong with a query only while it runs; anything else that it throws stays a defect. */
function toFault(error: unknown): unknown {
  if (error instanceof RangeError)
    return new QueryFault('too-long', 'the query builds more than this store can hold', { cause: error });
  if (error instanceof Error && error.message.startsWith('Illegal binding to variable'))
    return new QueryFault('malformed', error.message, { cause: error });
  return error;
}

/** What Comunica gives back for rows and quads: pulled, and destroyed when no longer wanted. */
interface ResultStream<T> extends AsyncIterable<T> {
  destroy(cause?: Error): void;
  on(event: 'error', listener: () => void): unknown;
}

type ComunicaRow = Iterable<readonly [{ readonly value: string }, Term]>;

/** The items of a stream until it ends or the clock does; leaving the loop ends the query. */
async function* drain<T>(stream: ResultStream<T>, clock: Clock): AsyncGenerator<T> {
  // An error that comes after the reader has left must not end the process.
  stream.on('error', () => {});
  // With a cause: without one the stream would never tell its reader.
  clock.onOver((cause) => stream.destroy(cause));
  try {
    for await (const item of stream) {
      if (clock.isOver()) break;
      yield item;
    }
    // A source that dried up looks like the end of the answer.
    clock.check();
  } catch (error) {
    throw toFault(error);
  } finally {
    clock.stop();
    stream.destroy();
  }
}

async function* mapRows(rows: AsyncIterable<ComunicaRow>): AsyncGenerator<Binding> {
  for await (const row of rows) {
    const binding = new Map<string, Term>();
    for (const [variable, term] of row) binding.set(variable.value, term);
    yield binding;
  }
}

/** Without what CONSTRUCT makes of a solution and is no triple (SPARQL 1.1 Query, section 16.2). */
async function* keepTriples(quads: AsyncIterable<Quad>): AsyncGenerator<Quad> {
  for await (const quad of quads) if (isInPlace(quad)) yield quad;
}

/** Hands the algebra to Comunica. Both sides' types describe it too closely to be depended on: hence the casts. */
async function execute(
  engine: QueryEngine,
  { operation, baseIri, variables }: ParsedQuery,
  source: QuadSource,
  clock: Clock,
): Promise<QueryResult> {
  const base = baseIri === undefined ? {} : { baseIRI: baseIri };
  const context = { sources: [source], fetch: refuseToFetch, distinctConstruct: true, ...base };
  const result = await engine.query(operation as never, context as never);
  switch (result.resultType) {
    case 'bindings': {
      const stream = (await result.execute()) as unknown as ResultStream<ComunicaRow>;
      return {
        kind: 'bindings',
        variables,
        rows: mapRows(drain(stream, clock)),
      };
    }
    case 'boolean':
      return { kind: 'boolean', value: await result.execute() };
    case 'quads':
      return {
        kind: 'graph',
        quads: keepTriples(drain((await result.execute()) as unknown as ResultStream<Quad>, clock)),
      };
    default:
      throw new QueryFault('malformed', 'this is an update, not a query');
  }
}

/** The result in the format chosen for its kind, in chunks. */
async function* serialise(result: QueryResult, format: string, options: RespondOptions): AsyncGenerator<string> {
  if (result.kind === 'boolean') yield serialiseBoolean(result.value, format);
  else if (result.kind === 'bindings') yield* serialiseBindings(result, format);
  else {
    const quads: Quad[] = [];
    for await (const quad of result.quads) quads.push(quad);
    yield* serialiseQuads(quads, format, options.jsonLdContext === undefined ? {} : { context: options.jsonLdContext });
  }
}

/** Opens a store over these quads; they are copied. */
export function openEmbedded(quads: Iterable<Quad>, config: EmbeddedConfig): EmbeddedStore {
  const engine = new QueryEngine();
  const graphs = createGraphs(quads, `${config.base}graph/review/`, config.unionDefaultGraph);

  async function run(parsed: ParsedQuery, clock: Clock, notHeld?: 'empty'): Promise<QueryResult> {
    try {
      const source = createQuadSource(graphs.view(parsed.dataset, clock.isOver, notHeld));
      if (isWholeGraph(parsed.operation)) return { kind: 'graph', quads: readWholeGraph(source, clock) };
      const result = await clock.race(execute(engine, parsed, source, clock));
      clock.check();
      if (result.kind === 'boolean') clock.stop();
      return result;
    } catch (error) {
      clock.stop();
      throw toFault(error);
    }
  }

  async function findRows(parsed: ParsedQuery, limits: { seconds: number; signal: AbortSignal | undefined }) {
    const result = await run(parsed, startClock(limits.seconds, limits.signal), 'empty');
    const rows: Binding[] = [];
    if (result.kind === 'bindings') for await (const row of result.rows) rows.push(row);
    return rows;
  }

  const writes = createWrites({ graphs, findRows, deadline: config.queryDeadline, toFault });

  const store: EmbeddedStore = {
    query: async (query, options = {}) =>
      run(parseQuery(query, options), startClock(config.queryDeadline, options.signal)),
    async respond(query, wanted, options = {}) {
      const { texts, ...what } = await store.answer(parseQuery(query, options), wanted, options);
      return holdAnswer(texts, { ...what, maxBytes: config.maxAnswerBytes });
    },
    async answer(parsed, wanted, options = {}) {
      const { kind } = parsed;
      const format = wanted[kind];
      if (format === undefined)
        throw new QueryFault('not-acceptable', `none of the formats asked for can hold this answer (${kind})`);
      const clock = startClock(config.queryDeadline, options.signal);
      return { kind, format, texts: serialise(await run(parsed, clock), format, options) };
    },
    estimate: (parsed) => estimateCost(parsed, graphs.quads),
    ...writes,
    ...createWriteQueue(writes, graphs),
    apply: graphs.apply,
    holds: graphs.holds,
    version: graphs.version,
    async close() {},
  };
  return store;
}
