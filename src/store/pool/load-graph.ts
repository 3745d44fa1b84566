/** The graph as a query process reads it from disk. Blank nodes are called what the file calls them, in every process. */
import { type EmbeddedConfig, type EmbeddedStore, openColumns } from '../embedded.js';
import { readJournal } from '../journal/journal.js';
import { readPatch } from '../journal/patch.js';
import { readSnapshot } from '../snapshot/snapshot-file.js';
import type { GraphFiles } from './messages.js';

export async function loadGraph({ snapshot, journal }: GraphFiles, config: EmbeddedConfig): Promise<EmbeddedStore> {
  const store = openColumns(readSnapshot(snapshot).columns, config);
  if (journal !== undefined)
    for (const patch of readJournal(journal.file, journal.byteLength))
      for (const change of readPatch(patch)) store.apply(change);
  // A slow machine must not keep a process from starting: what the query has made by its deadline stays.
  await warmUp(store).catch(() => {});
  return store;
}

/** The first query makes the engine and the merge of the graphs: seconds that no client need wait for. */
async function warmUp(store: EmbeddedStore): Promise<void> {
  const result = await store.query('SELECT * { ?s ?p ?o OPTIONAL { ?o ?q ?r } } LIMIT 1');
  if (result.kind === 'bindings') for await (const _ of result.rows);
}
