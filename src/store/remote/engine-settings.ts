/** Where another engine is found, and what it is called there. */
import type { Config } from '../../config.js';

export interface EngineSettings {
  /** Of the SPARQL protocol; parameters in it are sent along with every query that names no dataset. */
  readonly query: string;
  /** Where updates go; undefined: nobody may write. */
  readonly update?: string | undefined;
  /** Of the Graph Store Protocol; undefined: graphs are written by updates. */
  readonly graphs?: string | undefined;
  /** The header `Authorization`, as it is sent. */
  readonly authorization?: string | undefined;
  /** What the engine calls its unnamed graph in a dataset; undefined: it has none, or no name for it. */
  readonly unnamedGraph?: string | undefined;
  /** Seconds for which what was asked is taken to hold, since nobody says when others write. */
  readonly freshness: number;
}

type Settings = Pick<
  Config,
  'store' | 'storeUpdate' | 'storeGraphs' | 'storeAuthorization' | 'storeUnnamedGraph' | 'storeFreshness'
>;

/** Undefined where the graph is our own. */
export function engineOf(config: Settings): EngineSettings | undefined {
  if (config.store === undefined) return undefined;
  return {
    query: config.store,
    update: config.storeUpdate,
    graphs: config.storeGraphs,
    authorization: config.storeAuthorization,
    unnamedGraph: config.storeUnnamedGraph,
    freshness: config.storeFreshness,
  };
}
