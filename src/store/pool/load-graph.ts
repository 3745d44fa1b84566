/** The graph as a query process reads it from disk. Blank nodes are called what the file calls them, in every process. */
import { rdf } from '../../rdf.js';
import { type EmbeddedConfig, type EmbeddedStore, openColumns, openEmbedded } from '../embedded.js';
import { readJournal } from '../journal/journal.js';
import { readPatch } from '../journal/patch.js';
import { readSnapshot } from '../snapshot/read-snapshot.js';
import type { GraphFiles } from './messages.js';

export async function loadGraph({ snapshot, journal }: GraphFiles, config: EmbeddedConfig): Promise<EmbeddedStore> {
  const store = openColumns(readSnapshot(snapshot).columns, config);
  if (journal !== undefined)
    for (const patch of readJournal(journal.file, journal.byteLength, journal.from))
      for (const change of readPatch(patch)) store.apply(change);
  return store;
}

/**
 * Loads Comunica, which answers what the evaluator over ids leaves, and lets it answer once: a second that no client need
 * wait for. It is the same one for all stores of the process.
 */
export async function warmUp(config: EmbeddedConfig): Promise<void> {
  const [subject, predicate] = [rdf.namedNode('urn:s'), rdf.namedNode('urn:p')];
  const store = openEmbedded([rdf.quad(subject, predicate, subject)], { ...config, overIds: false });
  const result = await store.query('SELECT * { ?s ?p ?o OPTIONAL { ?o ?q ?r } } LIMIT 1');
  if (result.kind === 'bindings') for await (const _ of result.rows);
}
