/** The files that a server works on: the graph as its query processes open it, and the journal of what was written since. */
import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { type Config, packageVersion } from '../config.js';
import { type Journal, openJournal, openJournalToRead } from '../store/journal/journal.js';
import { readRdf } from '../store/open.js';
import { labelBlankNodes } from '../store/rdf/blank-nodes.js';
import { collectLines } from '../store/rdf/collect-lines.js';
import { collectColumns } from '../store/snapshot/collect-columns.js';
import type { Columns } from '../store/snapshot/columns.js';
import { createQuadIndexes } from '../store/snapshot/quad-indexes.js';
import { countThings } from '../triples/build.js';
import { rdfTerms } from '../vocabularies.js';
import { snapshotFile } from './built-graph.js';
import { countsLine } from './counts.js';
import { ensureGraph } from './graph-option.js';
import { countsOfSnapshot, writeGraphSnapshot } from './graph-snapshot.js';
import { startProgress } from './progress.js';

/** Two files of one name are told apart by where they lie. */
function nameOf(graph: string): string {
  const hash = createHash('sha256').update(resolve(graph)).digest('hex').slice(0, 8);
  return `${basename(graph)}-${hash}`;
}

export interface PreparedGraph {
  /** As it was named, or built. */
  readonly named: string;
  /** What query processes open. */
  readonly snapshot: string;
  /** What is in it, in words. */
  readonly counts: string;
}

/** The quads of a file; blank nodes get lasting labels, which the journal relies on. */
async function readColumns(file: string, config: Config): Promise<Columns> {
  const progress = startProgress();
  try {
    progress.step(`reading ${file}`);
    return collectLines(file) ?? collectColumns(labelBlankNodes(await readRdf(file, config.base)));
  } finally {
    progress.end();
  }
}

/** The built graph; its snapshot was written with it, unless somebody took it away. */
async function prepareBuilt(config: Config): Promise<PreparedGraph> {
  const { file, record } = await ensureGraph(config);
  const snapshot = snapshotFile(config.out);
  const { fingerprint, counts } = record;
  if (countsOfSnapshot(snapshot, fingerprint) === undefined)
    await writeGraphSnapshot(snapshot, await readColumns(file, config), { fingerprint, counts, base: config.base });
  return { named: file, snapshot, counts: countsLine(counts) };
}

/** Changes when the file does, or how it is read. */
function fingerprintFile(file: string, { base }: Pick<Config, 'base'>): string {
  const { size, mtimeMs, ino } = statSync(file);
  return createHash('sha256')
    .update([resolve(file), size, mtimeMs, ino, base, packageVersion].join('\n'))
    .digest('hex');
}

/** Of any other file. It is read again only when it has changed. */
async function prepareFile(file: string, config: Config): Promise<PreparedGraph> {
  const snapshot = join(config.out, 'served', `${nameOf(file)}.snapshot`);
  const fingerprint = existsSync(file) ? fingerprintFile(file, config) : '';
  const known = countsOfSnapshot(snapshot, fingerprint);
  if (known !== undefined) return { named: file, snapshot, counts: countsLine(known) };
  const columns = await readColumns(file, config);
  const { quads } = createQuadIndexes(columns, () => true);
  const counts = countThings(quads.readQuads(null, rdfTerms.type), quads.countQuads());
  await writeGraphSnapshot(snapshot, columns, { fingerprint, counts, base: config.base });
  return { named: file, snapshot, counts: countsLine(counts) };
}

/** Makes the snapshot of the graph where there is none, or an older one. */
export const prepareGraph = (graph: string | undefined, config: Config): Promise<PreparedGraph> =>
  graph === undefined ? prepareBuilt(config) : prepareFile(graph, config);

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
