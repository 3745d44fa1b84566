/** What is measured when somebody asks: the graph, the query processes and their queue, caches, journal, log. */
import { Counter, Gauge, type Registry } from 'prom-client';
import { packageVersion } from '../../package-root.js';
import type { GraphStore, StoreFigures } from '../../store/graph-store.js';
import type { LogSink } from './log-sink.js';

export interface GaugeSources {
  readonly store: GraphStore;
  /** How many statements queries see; undefined where that cannot be told just now. */
  countStatements(): Promise<number | undefined>;
  readonly sink?: LogSink | undefined;
}

type Reading = (figures: StoreFigures) => number;

/** Of a store that has query processes. */
const readings: readonly (readonly [name: string, help: string, read: Reading])[] = [
  ['migraph_query_processes', 'Query processes that have loaded the graph', ({ processes }) => processes.ready],
  ['migraph_query_processes_wanted', 'Query processes that there are to be', ({ processes }) => processes.wanted],
  ['migraph_query_processes_busy', 'Query processes at work on a query', ({ processes }) => processes.busy],
  ['migraph_query_processes_resident_bytes', 'Memory of all query processes', ({ processes }) => processes.bytes],
  ['migraph_result_cache_bytes', 'Bytes of answers that are kept', ({ cache }) => cache.bytes],
  ['migraph_result_cache_answers', 'Answers that are kept', ({ cache }) => cache.answers],
  ['migraph_result_cache_hits_total', 'Queries whose answer was kept', ({ cache }) => cache.hits],
  ['migraph_result_cache_misses_total', 'Queries whose answer was not kept', ({ cache }) => cache.misses],
  ['migraph_journal_bytes', 'Bytes of the journal', ({ journal }) => journal.bytes],
  ['migraph_journal_bytes_since_checkpoint', 'Bytes of it that are in no checkpoint', ({ journal }) => journal.behind],
  ['migraph_answers_on_disk', 'Answers that wait on disk for slow readers', ({ onDisk }) => onDisk.answers],
  ['migraph_answers_on_disk_bytes', 'Bytes of the files they wait in', ({ onDisk }) => onDisk.bytes],
];

export function createGauges(registry: Registry, { store, countStatements, sink }: GaugeSources): void {
  const registers = [registry];
  new Gauge({
    ...{ name: 'migraph_info', help: 'The version of the program', labelNames: ['version'], registers },
  }).set({ version: packageVersion }, 1);
  new Gauge({
    ...{ name: 'migraph_graph_info', help: 'The version of the graph', labelNames: ['version'], registers },
    collect() {
      this.reset();
      this.set({ version: store.version() }, 1);
    },
  });
  new Gauge({
    ...{ name: 'migraph_graph_statements', help: 'Statements that queries see', registers },
    async collect() {
      this.set((await countStatements()) ?? Number.NaN);
    },
  });
  if (sink !== undefined)
    measure(registry, ['migraph_log_lines_dropped_total', 'Lines of the log that nobody took'], () => sink.dropped);
  if (store.figures === undefined) return;
  createStoreGauges(registry, store.figures.bind(store));
}

/** What only grows is a counter. */
function measure(registry: Registry, [name, help]: readonly [string, string], read: () => number): void {
  const registers = [registry];
  if (name.endsWith('_total'))
    new Counter({
      ...{ name, help, registers },
      collect() {
        this.reset();
        this.inc(read());
      },
    });
  else
    new Gauge({
      ...{ name, help, registers },
      collect() {
        this.set(read());
      },
    });
}

function createStoreGauges(registry: Registry, figures: () => StoreFigures): void {
  const registers = [registry];
  for (const [name, help, read] of readings) measure(registry, [name, help], () => read(figures()));
  new Gauge({
    ...{ name: 'migraph_queries_waiting', help: 'Queries that wait for a process', labelNames: ['lane'], registers },
    collect() {
      for (const [lane, count] of Object.entries(figures().waiting)) this.set({ lane }, count);
    },
  });
}
