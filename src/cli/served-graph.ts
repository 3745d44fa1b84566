/** The files that a server works on: the graph as its query processes read it, and the journal of what was written since. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Config } from '../config.js';
import type { Quad } from '../rdf.js';
import { serialiseQuads } from '../serialise/quads.js';
import { type Journal, openJournal, openJournalToRead } from '../store/journal/journal.js';
import { labelBlankNodes } from '../store/rdf/blank-nodes.js';
import { countThings } from '../triples/build.js';
import { graphFile } from './built-graph.js';
import { countsLine } from './counts.js';
import { readGraph } from './graph-option.js';
import { writeWhole } from './write-whole.js';

/** Two files of one name are told apart by where they lie. */
function nameOf(graph: string): string {
  const hash = createHash('sha256').update(resolve(graph)).digest('hex').slice(0, 8);
  return `${basename(graph)}-${hash}`;
}

/** The built graph as it lies there; of any other file a copy in N-Quads, in which blank nodes have lasting labels. */
async function fileToServe(
  graph: string | undefined,
  { quads, config }: { quads: Iterable<Quad>; config: Pick<Config, 'out'> },
): Promise<string> {
  if (graph === undefined) return graphFile(config.out);
  const copy = join(config.out, 'served', `${nameOf(graph)}.nq`);
  await writeWhole(copy, serialiseQuads(labelBlankNodes(quads), 'nquads'));
  return copy;
}

export interface PreparedGraph {
  /** As it was named, or built. */
  readonly named: string;
  /** What query processes load. */
  readonly file: string;
  /** What is in it, in words. */
  readonly counts: string;
}

/** Reads the graph to count and copy it, and lets go of it: the query processes will hold it. */
export async function prepareGraph(graph: string | undefined, config: Config): Promise<PreparedGraph> {
  const { file: named, quads } = await readGraph(graph, config);
  const file = await fileToServe(graph, { quads, config });
  return { named, file, counts: countsLine(countThings(quads)) };
}

export const journalFile = (graph: string | undefined, { out }: Pick<Config, 'out'>): string =>
  graph === undefined ? join(out, 'journal.log') : join(out, 'journals', `${nameOf(graph)}.log`);

/** Open for writing where there is a token. Without one it is read where it is there, and undefined where it is not. */
export async function openServedJournal(
  graph: string | undefined,
  config: Pick<Config, 'out' | 'writeToken'>,
): Promise<Journal | undefined> {
  const file = journalFile(graph, config);
  if (config.writeToken !== undefined) return openJournal(file);
  return existsSync(file) ? openJournalToRead(file) : undefined;
}

/** A line that says whether and where writes go, and that what is served is not the graph file alone. */
export function describeJournal(journal: Journal | undefined, { writeToken }: Pick<Config, 'writeToken'>): string {
  if (journal === undefined) return 'Nothing can be written: MIGRAPH_WRITE_TOKEN is not set.';
  return writeToken === undefined
    ? `The changes in ${journal.file} are part of it. Nothing more can be written: MIGRAPH_WRITE_TOKEN is not set.`
    : `Who bears the token can write; the changes are kept in ${journal.file}.`;
}
