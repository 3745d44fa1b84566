/** A store that is another engine, asked by the SPARQL protocol: what the embedded store does, over any size of graph. */
import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Config } from '../../config.js';
import { writeIri } from '../../serialise/terms.js';
import { type Clock, startClock } from '../clock.js';
import {
  type GraphName,
  type GraphStore,
  QueryFault,
  type QueryOptions,
  type QueryResult,
  type RespondOptions,
  type WantedFormats,
} from '../graph-store.js';
import { openOutside } from '../outside/outside.js';
import { type ParsedQuery, parseQuery } from '../parse/parse-query.js';
import { checkQueryText } from '../parse/query-limits.js';
import { type Begun, createAnswers } from '../pool/answers.js';
import { createBudgets } from '../pool/budgets.js';
import { createResultCache } from '../pool/result-cache.js';
import { type Chunks, chooseFormat, serialiseResult } from '../serialise-result.js';
import { bindText } from './bind-text.js';
import type { EngineSettings } from './engine-settings.js';
import { createPlaces } from './places.js';
import { brokenAnswer, readJsonResults } from './read-results.js';
import { readTriples } from './read-triples.js';
import { createRemoteWrites } from './remote-writes.js';
import { readTexts, send } from './send.js';

export type RemoteConfig = Pick<
  Config,
  'queryDeadline' | 'writeDeadline' | 'maxAnswerBytes' | 'resultCacheBytes' | 'clientBudget' | 'serviceHosts'
>;

/** Characters of a query, which is parsed in passing before it is sent on. */
const longestQuery = 20_000;

const accepted: Readonly<Record<ParsedQuery['kind'], string>> = {
  bindings: 'application/sparql-results+json',
  boolean: 'application/sparql-results+json',
  graph: 'application/n-triples',
};

/** Bytes of a graph that is held whole, because its format wants it sorted or nested. */
const heldGraph = 64 * 2 ** 20;

/** What is sent: the text with its values in it, and the dataset. */
interface Request {
  readonly parsed: ParsedQuery;
  readonly text: string;
  readonly options: QueryOptions;
}

/**
 * Changes with time, since nobody says when others write, and with what we write ourselves. The clock of the day may be put
 * back: what was kept an hour ago must not hold again.
 */
function createVersion(freshness: number) {
  const opened = randomBytes(6).toString('base64url');
  let writes = 0;
  return {
    now: () => `${opened}-${Math.floor(performance.now() / 1000 / freshness)}-${writes}`,
    next() {
      writes += 1;
    },
  };
}

/** The bytes as they are taken; the time is not the query's while nobody takes them. */
async function* bounded(chunks: Chunks, clock: Clock, maxBytes: number): AsyncGenerator<Uint8Array> {
  let length = 0;
  try {
    for await (const chunk of chunks) {
      length += chunk.length;
      if (length > maxBytes)
        throw new QueryFault('too-long', `the answer is longer than ${maxBytes} bytes; ask for less of it with LIMIT`);
      clock.pause();
      yield chunk;
      clock.resume();
    }
  } finally {
    clock.stop();
  }
}

/** Virtuoso answers ASK with a row, or none. */
async function holdsTruth({ rows }: QueryResult & { kind: 'bindings' }): Promise<boolean> {
  for await (const row of rows) return [...row.values()].some(({ value }) => value !== '0' && value !== 'false');
  return false;
}

/** The clock stops with the last item, or when no more are wanted. */
async function* ending<T>(items: AsyncIterable<T> | Iterable<T>, clock: Clock): AsyncGenerator<T> {
  try {
    yield* items;
  } finally {
    clock.stop();
  }
}

async function* limited(texts: AsyncIterable<string>, most: number): AsyncGenerator<string> {
  let length = 0;
  for await (const text of texts) {
    length += text.length;
    if (length > most)
      throw new QueryFault('too-long', `the graph is longer than ${most} bytes; ask for less of it with LIMIT`);
    yield text;
  }
}

/** Nothing is connected to before something is asked. */
export function openRemote(engine: EngineSettings, config: RemoteConfig): GraphStore {
  const { queryDeadline, maxAnswerBytes } = config;
  const outside = openOutside(config.serviceHosts);
  const budgets = createBudgets(config.clientBudget);
  const version = createVersion(engine.freshness);
  const places = createPlaces();

  function prepare(query: string, options: QueryOptions): Request {
    checkQueryText(query, longestQuery);
    const bound = bindText(query, options.bindings);
    const { bindings: _, ...others } = options;
    const parsed = parseQuery(bound, others);
    if (parsed.hasService !== false) outside.check(parsed.operation);
    const text = options.baseIri === undefined ? bound : `BASE ${writeIri(options.baseIri)} ${bound}`;
    return { parsed, text, options: others };
  }

  /** An empty text stands for the unnamed graph. */
  function nameGraph(graph: string): string {
    if (graph !== '') return graph;
    if (engine.unnamedGraph !== undefined) return engine.unnamedGraph;
    throw new QueryFault('refused', 'the store has no unnamed graph that could be asked alone');
  }

  function addressOf({ defaultGraphs = [], namedGraphs = [] }: QueryOptions): URL {
    const url = new URL(engine.query);
    if (defaultGraphs.length + namedGraphs.length > 0)
      for (const name of ['default-graph-uri', 'named-graph-uri', 'union-default-graph']) url.searchParams.delete(name);
    for (const graph of defaultGraphs) url.searchParams.append('default-graph-uri', nameGraph(graph));
    for (const graph of namedGraphs) url.searchParams.append('named-graph-uri', graph);
    return url;
  }

  async function run({ parsed: { kind }, text, options }: Request, clock: Clock): Promise<QueryResult> {
    const ends = new AbortController();
    clock.onOver((reason) => ends.abort(reason));
    const { signal } = ends;
    const { authorization } = engine;
    const headers = { Accept: accepted[kind] };
    const body = new URLSearchParams({ query: text });
    const response = await send({ url: addressOf(options), method: 'POST', headers, authorization, body, signal });
    const type = response.headers.get('Content-Type')?.split(';')[0]?.trim().toLowerCase() ?? '';
    const texts = readTexts(response, signal);
    if (kind === 'graph') {
      // Turtle holds N-Triples, and some call it so.
      if (!/n-?triples|^text\/plain$|turtle/.test(type)) throw brokenAnswer(`${type || 'it'} is no N-Triples`);
      return { kind, quads: readTriples(limited(texts, heldGraph)) };
    }
    if (!type.includes('json')) throw brokenAnswer(`${type || 'it'} is no SPARQL result in JSON`);
    const result = await readJsonResults(texts);
    if (kind === 'boolean' && result.kind === 'bindings') return { kind, value: await holdsTruth(result) };
    if (result.kind !== kind) throw brokenAnswer(`it is a ${result.kind}, not ${kind}`);
    return result;
  }

  /** With the clock that is to be stopped when the last of it was read. */
  async function runTimed(request: Request): Promise<{ readonly result: QueryResult; readonly clock: Clock }> {
    let clock = startClock(queryDeadline, request.options.signal);
    try {
      clock = await places.take(clock);
      const result = await run(request, clock);
      if (result.kind === 'boolean') clock.stop();
      return { result, clock };
    } catch (error) {
      clock.stop();
      throw error;
    }
  }

  async function begin(query: string, wanted: WantedFormats, options: RespondOptions): Promise<Begun> {
    budgets.check(options.client);
    const started = performance.now();
    try {
      const request = prepare(query, options);
      const format = chooseFormat(request.parsed.kind, wanted);
      const { result, clock } = await runTimed(request);
      const body = bounded(serialiseResult(result, { ...options, format, clock }), clock, maxAnswerBytes);
      return {
        type: 'answer',
        kind: result.kind,
        format,
        by: 'remote',
        body: Readable.from(body, { objectMode: false }),
      };
    } finally {
      budgets.charge(options.client, (performance.now() - started) / 1000);
    }
  }

  async function query(text: string, options: QueryOptions = {}): Promise<QueryResult> {
    const request = prepare(text, options);
    const { result, clock } = await runTimed(request);
    if (result.kind === 'bindings') return { ...result, rows: ending(result.rows, clock) };
    return result.kind === 'graph' ? { ...result, quads: ending(result.quads, clock) } : result;
  }

  async function holds(graph: GraphName): Promise<boolean> {
    const pattern = graph.termType === 'DefaultGraph' ? '?s ?p ?o' : `GRAPH ${writeIri(graph.value)} { ?s ?p ?o }`;
    const result = await query(`ASK { ${pattern} }`);
    return result.kind === 'boolean' && result.value;
  }

  const answers = createAnswers({
    begin,
    version: version.now,
    budgets,
    cache: createResultCache(config.resultCacheBytes),
    exports: undefined,
    atOnce: undefined,
    mayFetch: config.serviceHosts.length > 0,
  });

  return {
    respond: answers.respond,
    admit: answers.admit,
    charge: budgets.charge,
    query,
    ...createRemoteWrites({ engine, deadline: config.writeDeadline, holds, onWritten: version.next }),
    version: version.now,
    async close() {},
  };
}
