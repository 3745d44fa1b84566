/** The store that `migraph serve` serves: our own query processes, or another engine. */
import type { Config } from '../config.js';
import type { GraphStore } from '../store/graph-store.js';
import { openPool } from '../store/pool/open-pool.js';
import { type EngineSettings, engineOf } from '../store/remote/engine-settings.js';
import { describeJournal, openServedJournal, type PreparedGraph, prepareGraph } from './served-graph.js';

export interface Served extends Pick<PreparedGraph, 'named' | 'counts'> {
  readonly store: GraphStore;
  /** A line that says whether and where writes go. */
  readonly writing: string;
  /** Takes the graph that lies there now; undefined where it is another engine's, which is asked anew each time. */
  readonly reopen?: () => Promise<void>;
  /** What changes when there is another graph to be taken. */
  readonly watched?: string;
  close(): Promise<void>;
}

async function openOwn(graph: string | undefined, config: Config): Promise<Served> {
  const { named, snapshot, counts } = await prepareGraph(graph, config);
  const journal = await openServedJournal(graph, config);
  try {
    const store = await openPool({ snapshot, journal, config });
    const close = async (): Promise<void> => {
      await store.close();
      await journal?.close();
    };
    const watched = graph ?? snapshot;
    return { named, counts, store, writing: describeJournal(journal, config), reopen: store.reopen, watched, close };
  } catch (error) {
    await journal?.close();
    throw error;
  }
}

/** It need not be there yet. */
async function openOther(engine: EngineSettings, config: Config): Promise<Served> {
  const { openRemote } = await import('../store/remote/remote.js');
  const store = openRemote(engine, config);
  const { origin, pathname } = new URL(engine.query);
  const isWritable = engine.update !== undefined && config.writeToken !== undefined;
  const writing = isWritable
    ? 'Who bears the token can write to it.'
    : 'Nothing can be written: that wants both MIGRAPH_STORE_UPDATE and MIGRAPH_WRITE_TOKEN.';
  return { named: origin + pathname, counts: 'asked by the SPARQL protocol', store, writing, close: store.close };
}

/** `graph`: the file that was named. Whoever opens it closes it. */
export async function openServed(graph: string | undefined, config: Config): Promise<Served> {
  const engine = engineOf(config);
  if (engine === undefined) return openOwn(graph, config);
  if (graph !== undefined) throw new Error('--graph and MIGRAPH_STORE both say what to serve; give one');
  return openOther(engine, config);
}
