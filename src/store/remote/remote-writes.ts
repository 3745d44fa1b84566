/** Writes to another engine: by the Graph Store Protocol where it has one, else by updates. */
import { rdf } from '../../rdf.js';
import { writeIri, writeTriple } from '../../serialise/terms.js';
import { type GraphName, type GraphStore, QueryFault, type UpdateOptions, type WriteOptions } from '../graph-store.js';
import { parseUpdate } from '../parse/parse-query.js';
import { createMint, renameBlankNodes } from '../rdf/blank-nodes.js';
import { parseUpload } from '../rdf/parse-upload.js';
import type { EngineSettings } from './engine-settings.js';
import { type EngineRequest, send } from './send.js';

type Writes = Pick<GraphStore, 'update' | 'writeGraph' | 'dropGraph'>;

/** Statements that one update carries: some engines take no more. */
const atOnce = 5000;

const blockOf = (graph: GraphName, lines: readonly string[]): string =>
  graph.termType === 'DefaultGraph' ? lines.join('') : `GRAPH ${writeIri(graph.value)} {\n${lines.join('')}}`;

const nameOf = (graph: GraphName): string =>
  graph.termType === 'DefaultGraph' ? 'DEFAULT' : `GRAPH ${writeIri(graph.value)}`;

/** Names under which engines know their unnamed graph: any other is a graph that stands for it. */
const names = /^urn:x-arq:DefaultGraph$|#nil$|^sesame:nil$/;

/** The graph that is written to, where a graph that has a name stands for the unnamed one. */
function placeOf(graph: GraphName, { unnamedGraph }: EngineSettings): GraphName {
  const isStoodFor = graph.termType === 'DefaultGraph' && unnamedGraph !== undefined && !names.test(unnamedGraph);
  return isStoodFor ? rdf.namedNode(unnamedGraph) : graph;
}

export function createRemoteWrites(parts: {
  readonly engine: EngineSettings;
  /** Seconds. */
  readonly deadline: number;
  holds(graph: GraphName): Promise<boolean>;
  /** Called when something may have been written. */
  onWritten(): void;
}): Writes {
  const { engine, deadline, holds, onWritten } = parts;
  const mint = createMint();
  let last: Promise<unknown> = Promise.resolve();

  /** One after another, as far as this server is the one who writes. */
  function inTurn<T>(write: (signal: AbortSignal) => Promise<T>, { precondition, signal }: WriteOptions): Promise<T> {
    const done = last.then(async () => {
      await precondition?.();
      const limit = AbortSignal.timeout(deadline * 1000);
      const over = new QueryFault(
        'timeout',
        `the store took longer than ${deadline} s for a write; it may have happened`,
      );
      const ends = new AbortController();
      limit.addEventListener('abort', () => ends.abort(over), { once: true });
      signal?.addEventListener('abort', () => ends.abort(new QueryFault('aborted', 'the client has left')), {
        once: true,
      });
      try {
        return await write(ends.signal);
      } finally {
        onWritten();
      }
    });
    last = done.catch(() => {});
    return done;
  }

  async function request(wanted: EngineRequest, taken: readonly number[] = []) {
    const response = await send({ ...wanted, authorization: engine.authorization }, taken);
    await response.body?.cancel();
    return response.status;
  }

  async function sendUpdate(
    update: string,
    signal: AbortSignal,
    dataset: readonly [string, string][] = [],
  ): Promise<void> {
    if (engine.update === undefined)
      throw new QueryFault('refused', 'the store takes no updates: MIGRAPH_STORE_UPDATE is not set');
    const url = new URL(engine.update);
    for (const [name, value] of dataset) url.searchParams.append(name, value);
    await request({
      url,
      method: 'POST',
      headers: { 'Content-Type': 'application/sparql-update' },
      body: update,
      signal,
    });
  }

  function graphUrl(graphs: string, graph: GraphName): URL {
    const url = new URL(graphs);
    if (graph.termType === 'DefaultGraph') url.search += `${url.search === '' ? '?' : '&'}default`;
    else url.searchParams.append('graph', graph.value);
    return url;
  }

  async function writeByUpdates(
    graph: GraphName,
    lines: readonly string[],
    how: 'replace' | 'add',
    signal: AbortSignal,
  ) {
    const wasThere = await holds(graph);
    if (how === 'replace') await sendUpdate(`CLEAR SILENT ${nameOf(graph)}`, signal);
    // A blank node is one within a request; and where data may have none a template may, as with Virtuoso.
    const hasBlankNodes = lines.some((line) => /^_:| _:/.test(line));
    const length = hasBlankNodes ? Math.max(1, lines.length) : atOnce;
    for (let from = 0; from < lines.length; from += length) {
      const block = blockOf(graph, lines.slice(from, from + length));
      await sendUpdate(hasBlankNodes ? `INSERT { ${block} } WHERE {}` : `INSERT DATA { ${block} }`, signal);
    }
    return !wasThere && lines.length > 0;
  }

  return {
    async update(update, options: UpdateOptions = {}) {
      const { steps, baseIri } = parseUpdate(update, options);
      if (options.within !== undefined)
        throw new QueryFault('refused', 'the store cannot keep an update within one graph');
      if (steps.some(({ operation }) => operation.type === 'load'))
        throw new QueryFault('refused', 'LOAD is refused: this store fetches nothing');
      const dataset = [
        ...(options.defaultGraphs ?? []).map((iri) => ['using-graph-uri', iri] as [string, string]),
        ...(options.namedGraphs ?? []).map((iri) => ['using-named-graph-uri', iri] as [string, string]),
      ];
      const text = baseIri === undefined ? update : `BASE ${writeIri(baseIri)} ${update}`;
      return inTurn((signal) => sendUpdate(text, signal, dataset), options);
    },
    async writeGraph(named, upload, how, options = {}) {
      const graph = placeOf(named, engine);
      const lines: string[] = [];
      for (const quads of await parseUpload(upload))
        for (const { subject, predicate, object } of renameBlankNodes(quads, mint))
          lines.push(writeTriple(rdf.quad(subject, predicate, object)));
      return inTurn(async (signal) => {
        if (engine.graphs === undefined) return writeByUpdates(graph, lines, how, signal);
        const status = await request({
          url: graphUrl(engine.graphs, graph),
          method: how === 'replace' ? 'PUT' : 'POST',
          headers: { 'Content-Type': 'application/n-triples' },
          body: lines.join(''),
          signal,
        });
        return status === 201;
      }, options);
    },
    dropGraph: (named, options = {}) =>
      inTurn(async (signal) => {
        const graph = placeOf(named, engine);
        if (engine.graphs !== undefined)
          return (await request({ url: graphUrl(engine.graphs, graph), method: 'DELETE', signal }, [404])) !== 404;
        const wasThere = await holds(graph);
        await sendUpdate(`CLEAR SILENT ${nameOf(graph)}`, signal);
        return wasThere;
      }, options),
  };
}
