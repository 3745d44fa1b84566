/** The writes of an embedded store: what they come to, all of it or nothing. */
import { type Quad, rdf, type Term } from '../../rdf.js';
import type { Binding } from '../../serialise/results.js';
import type { Change } from '../change.js';
import type { GraphName, UpdateOptions, Upload, WriteOptions } from '../graph-store.js';
import type { Graphs } from '../graphs.js';
import { type ParsedQuery, parseUpdate } from '../parse/parse-query.js';
import { createMint, renameBlankNodes } from '../rdf/blank-nodes.js';
import { parseUpload } from '../rdf/parse-upload.js';
import { confineUpdate } from './confine-update.js';
import { evaluateUpdate } from './evaluate-update.js';
import { createRecorder, type Recorder } from './recorder.js';

export interface EmbeddedWrites {
  /** Carries it out, and says what that came to; one write at a time, as all that follow. */
  evaluateUpdate(update: string, options?: UpdateOptions): Promise<Change>;
  evaluateUpload(graph: GraphName, upload: Upload, how: 'replace' | 'add'): Promise<Change>;
  evaluateDrop(graph: GraphName): Promise<Change>;
}

export interface TimeLimits {
  readonly seconds: number;
  readonly signal: AbortSignal | undefined;
}

/** All rows of a query, in a dataset whose graphs may be missing. */
type FindRows = (query: ParsedQuery, limits: TimeLimits) => Promise<Binding[]>;

interface WriteTools {
  readonly graphs: Graphs;
  readonly findRows: FindRows;
  /** The triples of a document outside. */
  readonly load: (iri: string, limits: TimeLimits) => Promise<readonly Quad[]>;
  /** Seconds for the whole of an update. */
  readonly deadline: number;
  toFault(error: unknown): unknown;
}

export function createWrites({ graphs, findRows, load, deadline, toFault }: WriteTools): EmbeddedWrites {
  const mint = createMint();

  /** What the writing comes to; on a failure nothing was written. */
  async function record(write: (recorder: Recorder) => Promise<void>): Promise<Change> {
    const recorder = createRecorder(graphs);
    try {
      await write(recorder);
      return recorder.change();
    } catch (error) {
      recorder.undo();
      throw toFault(error);
    } finally {
      graphs.changed();
    }
  }

  function removeAll(graph: GraphName, recorder: Recorder): void {
    for (const quad of [...graphs.quads.readQuads(null, null, null, graph)]) recorder.remove(quad);
  }

  return {
    async evaluateUpdate(update, options = {}) {
      const started = performance.now();
      const { steps, baseIri } = parseUpdate(update, options);
      const confined = options.within === undefined ? steps : confineUpdate(steps, options.within);
      const limits = (): TimeLimits => ({
        seconds: Math.max(0, deadline - (performance.now() - started) / 1000),
        signal: options.signal,
      });
      const solve = (where: ParsedQuery['operation'], variables: readonly Term[], dataset: ParsedQuery['dataset']) => {
        const operation = { type: 'project', input: where, variables };
        const names = variables.map(({ value }) => value);
        const query = { kind: 'bindings', variables: names, operation, dataset, baseIri } as const;
        return findRows(query, limits());
      };
      const tools = { quads: graphs.quads, mint, solve, load: (iri: string) => load(iri, limits()) };
      return record((recorder) => evaluateUpdate(confined, { ...tools, recorder }));
    },
    evaluateUpload: (graph, upload, how) =>
      record(async (recorder) => {
        // A bad upload must be found before anything is written.
        const texts = await parseUpload(upload);
        if (how === 'replace') removeAll(graph, recorder);
        for (const quads of texts)
          for (const { subject, predicate, object } of renameBlankNodes(quads, mint))
            recorder.add(rdf.quad(subject, predicate, object, graph));
      }),
    evaluateDrop: (graph) => record(async (recorder) => removeAll(graph, recorder)),
  };
}

/** The same as a GraphStore has them: one after another. */
export function createWriteQueue(writes: EmbeddedWrites, graphs: Graphs) {
  let last: Promise<unknown> = Promise.resolve();

  function inTurn<T>(write: () => Promise<T>, { precondition }: WriteOptions = {}): Promise<T> {
    const done = last.then(async () => {
      await precondition?.();
      return write();
    });
    last = done.catch(() => {});
    return done;
  }

  return {
    update: (update: string, options?: UpdateOptions): Promise<void> =>
      inTurn(async () => void (await writes.evaluateUpdate(update, options)), options),
    writeGraph: (graph: GraphName, upload: Upload, how: 'replace' | 'add', options?: WriteOptions): Promise<boolean> =>
      inTurn(async () => {
        const isNew = !graphs.holds(graph);
        const { added } = await writes.evaluateUpload(graph, upload, how);
        return isNew && added.length > 0;
      }, options),
    dropGraph: (graph: GraphName, options?: WriteOptions): Promise<boolean> =>
      inTurn(async () => (await writes.evaluateDrop(graph)).removed.length > 0, options),
  };
}
