/** The built graph on disk: made from the notes, kept with a record of what it was made from, remade when that has changed. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Config } from '../config.js';
import type { Extraction } from '../extract/claim.js';
import { createAgencyLike, extractClaims } from '../extract/extract.js';
import { readGazetteers } from '../extract/gazetteer.js';
import { readNote } from '../notes/read.js';
import { serialiseQuads } from '../serialise/quads.js';
import { collectColumns } from '../store/snapshot/collect-columns.js';
import { type Build, type BuildCounts, buildGraph } from '../triples/build.js';
import { readCatalogue } from '../triples/catalogue.js';
import { readCuration } from '../triples/curation.js';
import { readOntology } from '../triples/ontology.js';
import { writeAllWhole } from '../write-whole.js';
import { areOwn, catalogueFile, findNotes, fingerprintInputs, inputFolders } from './build-inputs.js';
import { snapshotBytes } from './graph-snapshot.js';
import { summed, sumOfFile } from './graph-sum.js';
import { historyFile, keepChange, type RecordedChange, readHistory } from './history.js';
import { readImports } from './import/import-file.js';
import type { Progress } from './progress.js';

/** `build.json`, beside the graph: what it was made from and what a curator should look at. */
export interface BuildRecord {
  /** The paths that were given, absolute: files and folders. */
  readonly notes: readonly string[];
  /** Whether they were those of `MIGRAPH_DATA`: then they are wherever that is now. */
  readonly areOwn?: boolean;
  readonly base: string;
  readonly fingerprint: string;
  /** SHA-256 of the graph file, in hexadecimal digits: the record is of that one alone. */
  readonly graphSum: string;
  readonly counts: BuildCounts;
  /** Fields of the front matter that a note does not state, by file. */
  readonly notStated: Readonly<Record<string, readonly string[]>>;
  /** What was read and is not in the graph, for it violates a shape. */
  readonly withheld: readonly { readonly note: string; readonly says: string; readonly reason: string }[];
  readonly warnings: readonly string[];
  /** What this build added to the history, and whether that could be kept. */
  readonly change?: RecordedChange | undefined;
  /** Ids of the curators' decisions that lie on top. */
  readonly applied: readonly string[];
  /** Ids of those on notes that are not part of this build. */
  readonly notApplied: readonly string[];
  /** What other catalogues say, beside the notes. */
  readonly imports: readonly { readonly slug: string; readonly source: string; readonly statements: number }[];
}

/** The largest note that is built, in bytes. */
export const maxNoteBytes = 10 * 1024 * 1024;

/** The most claims that one note may make: a book of four hundred dense pages. Beyond, a build takes minutes and gigabytes. */
export const maxNoteClaims = 25_000;

export const graphFile = (out: string): string => join(out, 'graph.nq');
export const snapshotFile = (out: string): string => join(out, 'graph.snapshot');
export const recordFile = (out: string): string => join(out, 'build.json');

const worthStating = ['title', 'date', 'publisher', 'url', 'licence'] as const;

/** The notes, read and understood; two notes of one slug would be one note of the graph. */
export function readExtractions(
  files: readonly string[],
  gazetteers: ReturnType<typeof readGazetteers>,
  progress: Progress,
) {
  const agencyLike = createAgencyLike(gazetteers);
  const bySlug = new Map<string, { file: string; extraction: Extraction }>();
  for (const file of files) {
    progress.step(`reading ${file}`);
    const note = readNote(file, { maxBytes: maxNoteBytes, strict: true, agencyLike });
    const { slug } = note.note;
    const other = bySlug.get(slug);
    if (other !== undefined)
      throw new Error(`${file}:1: is called "${slug}" in the graph, as is ${other.file}; rename one`);
    const extraction = extractClaims(note, gazetteers);
    const claims = extraction.claims.length;
    if (claims > maxNoteClaims)
      throw new Error(
        `${file}:1: makes ${claims} claims, over the limit of ${maxNoteClaims} for a note; cut it into parts`,
      );
    bySlug.set(slug, { file, extraction });
  }
  return [...bySlug.values()];
}

function describeReport({ report }: Build): Pick<BuildRecord, 'withheld' | 'warnings' | 'applied' | 'notApplied'> {
  return {
    withheld: report.withheld.map(({ note, claim, reason }) => ({
      note,
      says: `${claim.subject.type} "${claim.subject.label}": ${claim.property} ${JSON.stringify(claim.object)}`,
      reason,
    })),
    warnings: report.warnings.map(({ focusNode, message }) => `${focusNode.value}: ${message}`),
    applied: report.applied.map(({ id }) => id),
    notApplied: report.notApplied.map(({ id }) => id),
  };
}

/** Builds from these notes into a folder; on a failure what was there stays. */
export async function buildInto(
  out: string,
  {
    notes,
    config,
    progress,
  }: { notes: readonly string[]; config: Pick<Config, 'base' | 'imports'>; progress: Progress },
): Promise<BuildRecord> {
  const files = findNotes(notes);
  // Taken first: what changes while we build is newer than what we built.
  const fingerprint = fingerprintInputs(files, config);
  const gazetteers = readGazetteers(inputFolders.gazetteers);
  const ontology = readOntology(inputFolders.ontology);
  const catalogue = readCatalogue(catalogueFile, config.base);
  const curation = readCuration(inputFolders.curation, config.base);
  const imports = await readImports(config.imports);
  const read = readExtractions(files, gazetteers, progress);
  progress.step('making the graph and holding it against the shapes');
  const extractions = read.map(({ extraction }) => extraction);
  const history = readHistory(historyFile(notes, out));
  const build = await buildGraph({ extractions, gazetteers, catalogue, curation, ontology, imports, history, config });
  const change = await keepChange(history, build.change);
  const missing = read.map(({ file, extraction }) => {
    const stated = extraction.note.frontMatter;
    return [file, worthStating.filter((field) => stated[field] === undefined)] as const;
  });
  const record = {
    notes: notes.map((path) => resolve(path)),
    areOwn: areOwn(notes),
    base: config.base,
    fingerprint,
    counts: build.counts,
    notStated: Object.fromEntries(missing.filter(([, fields]) => fields.length > 0)),
    ...describeReport(build),
    change,
    imports: imports.map(({ slug, source, quads }) => ({ slug, source, statements: quads.length })),
  };
  progress.step(`writing ${graphFile(out)}`);
  return writeBuild(out, build.quads, record);
}

/** All of it is on the disk before anything is put in its place; the record, which comes last, is of just that graph file. */
async function writeBuild(
  out: string,
  quads: Build['quads'],
  record: Omit<BuildRecord, 'graphSum'>,
): Promise<BuildRecord> {
  const { fingerprint, counts, base } = record;
  const graph = summed(serialiseQuads(quads, 'nquads'));
  const whole = (): BuildRecord => ({ ...record, graphSum: graph.sum() });
  // Asked for when the graph has been written.
  const text = function* (): Generator<string> {
    yield `${JSON.stringify(whole(), null, 1)}\n`;
  };
  await writeAllWhole([
    [graphFile(out), graph.chunks],
    [snapshotFile(out), snapshotBytes(collectColumns(quads), { fingerprint, counts, base })],
    [recordFile(out), text()],
  ]);
  return whole();
}

/** The record of what is built in a folder; undefined where nothing is, or nothing that can be relied on. */
export function readRecord(out: string): BuildRecord | undefined {
  if (!existsSync(graphFile(out)) || !existsSync(recordFile(out))) return undefined;
  try {
    const record = JSON.parse(readFileSync(recordFile(out), 'utf8')) as BuildRecord;
    return record.areOwn ? { ...record, notes: [inputFolders.notes] } : record;
  } catch {
    return undefined;
  }
}

function isCurrent({ notes, base, fingerprint }: BuildRecord, config: Config): boolean {
  return base === config.base && fingerprintInputs(findNotes(notes), config) === fingerprint;
}

/** Whether the graph file is the one that the record is of: not damaged, and of no build that was broken off. */
async function isAsBuilt({ graphSum }: BuildRecord, out: string): Promise<boolean> {
  if ((await sumOfFile(graphFile(out))) === graphSum) return true;
  process.stderr.write(`${graphFile(out)}: is not as it was built; it is made anew\n`);
  return false;
}

/**
 * The record of the built graph; built first where it is missing, older than its inputs or not as it was, from the same notes
 * as before.
 */
export async function ensureBuilt(
  config: Config,
  progress: Progress,
): Promise<{ record: BuildRecord; isNew: boolean }> {
  const record = readRecord(config.out);
  if (record !== undefined && isCurrent(record, config) && (await isAsBuilt(record, config.out)))
    return { record, isNew: false };
  const notes = record?.notes ?? [inputFolders.notes];
  return { record: await buildInto(config.out, { notes, config, progress }), isNew: true };
}
