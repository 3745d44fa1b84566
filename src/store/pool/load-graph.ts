/** The graph as a query process reads it from disk. Blank nodes are called what the file calls them, in every process. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Quad } from '../../rdf.js';
import { type EmbeddedConfig, type EmbeddedStore, openEmbedded } from '../embedded.js';
import { readJournal } from '../journal/journal.js';
import { parseQuads, readPatch } from '../journal/patch.js';
import type { GraphFiles } from './messages.js';

/** Lines that are parsed in one go. */
const batch = 10_000;

/** The quads of an N-Quads file, a batch of lines at a time. */
async function* readQuads(file: string): AsyncGenerator<Quad[]> {
  let lines: string[] = [];
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    lines.push(line);
    if (lines.length < batch) continue;
    yield parseQuads(lines.join('\n'));
    lines = [];
  }
  yield parseQuads(lines.join('\n'));
}

export async function loadGraph({ quads, journal }: GraphFiles, config: EmbeddedConfig): Promise<EmbeddedStore> {
  const store = openEmbedded([], config);
  for await (const added of readQuads(quads)) store.apply({ removed: [], added });
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
