/** What all feeds are made of: lists of things and of changes, read from the store once for each state of the graph. */

import type { Moment } from '../../export/moment.js';
import { type CatalogueFacts, readCatalogue } from '../../export/read-catalogue.js';
import { type Change, changesOf, readChanges } from '../../export/read-changes.js';
import { type Dated, readDated } from '../../export/read-dated.js';
import { createIris } from '../../iris.js';
import type { GraphStore } from '../../store/graph-store.js';
import { dcat } from '../../vocabularies.js';
import { createMemory, type Memory } from '../memory.js';

export interface FeedSource {
  catalogue(): Promise<CatalogueFacts>;
  /** In the order of their IRIs. */
  datasets(): Promise<readonly Dated[]>;
  /** The history of all things, oldest first; empty where the graph has none. */
  changes(): Promise<readonly Change[]>;
  /** Of the datasets alone; where there is no history, what their own dates tell. */
  datasetChanges(): Promise<readonly Change[]>;
  /** When anything of what the history is about was changed last; undefined where there is no history. */
  modified(): Promise<Moment | undefined>;
  /** Keeps another list of the kind, as long as the graph stays as it is. */
  readonly keep: Memory;
}

/** Lists that are kept at once: a line for each thing, of the largest catalogues some megabytes each. */
const keptLists = 12;

export function createFeedSource(store: GraphStore, base: string): FeedSource {
  const keep = createMemory(store, keptLists);
  const datasetPath = createIris(base).entity('dataset', '').value;
  const source: FeedSource = {
    keep,
    catalogue: () => keep('catalogue', () => readCatalogue(store, base)),
    datasets: () => keep('datasets', () => readDated(store, [dcat.Dataset])),
    changes: () => keep('changes', () => readChanges(store)),
    modified: async () => (await source.changes()).at(-1)?.at,
    datasetChanges: () =>
      keep('changes of datasets', async () => {
        const changes = await source.changes();
        if (changes.length === 0) return changesOf(await source.datasets());
        return changes.filter(({ thing }) => thing.startsWith(datasetPath));
      }),
  };
  return source;
}
