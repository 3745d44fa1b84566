/** The two readings that are compared: graphs, extractions, or what the present code reads. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import type { Config } from '../config.js';
import { createAgencyLike, extractClaims } from '../extract/extract.js';
import { readGazetteers } from '../extract/gazetteer.js';
import { toJson } from '../extract/to-json.js';
import { createIris, slugify } from '../iris.js';
import { readNote } from '../notes/read.js';
import { readRdf } from '../store/open.js';
import { findNotes, inputFolders } from './build-inputs.js';
import { graphFile, readRecord } from './built-graph.js';
import { findNote } from './find-note.js';
import { readGraphThings } from './graph-things.js';
import { parseExtractions, readJsonThings } from './json-things.js';
import type { Progress } from './progress.js';
import { readNow } from './read-now.js';
import type { Things } from './thing.js';

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** One side as it was named: a folder with a graph, any RDF file, or what `extract` wrote. */
export async function readSide(
  path: string,
  { base, out }: Pick<Config, 'base' | 'out'>,
  progress: Progress,
): Promise<Things> {
  const file = isFolder(path) ? graphFile(path) : path;
  if (!existsSync(file))
    throw new Error(`${file}:1: no such file${file === graphFile(out) ? '; "migraph build" makes it' : ''}`);
  progress.step(`reading ${file}`);
  if (/^\.(?:json|jsonl|ndjson)$/.test(extname(file))) {
    const extractions = parseExtractions(readFileSync(file, 'utf8'));
    if (extractions !== undefined) return readJsonThings(extractions, file);
    if (extname(file) !== '.json') throw new Error(`${file}:1: is not what "migraph extract --jsonl" writes`);
  }
  const things = readGraphThings(await readRdf(file, base), createIris(base), file);
  if (things.notes.length === 0) throw new Error(`${file}:1: holds no note under ${base}, and is no extraction either`);
  return things;
}

/** What the present code reads from the notes that the other side was read from. */
export async function readOtherSide(before: Things, config: Config, progress: Progress): Promise<Things> {
  if (before.kind === 'extraction') return readExtractionsNow(before, config, progress);
  const folder = basename(before.source) === basename(graphFile('.')) ? dirname(before.source) : config.out;
  const files = findNotes(readRecord(folder)?.notes ?? [inputFolders.notes]);
  const { build } = await readNow(files, config, progress);
  return readGraphThings(build.quads, createIris(config.base), 'what the notes are read to say now');
}

function readExtractionsNow(before: Things, config: Config, progress: Progress): Things {
  const gazetteers = readGazetteers(inputFolders.gazetteers);
  const agencyLike = createAgencyLike(gazetteers);
  const extractions = before.notes.map((doc) => {
    // Beside the extraction, as `extract letter.txt --json > letter.json` leaves it, or among the notes.
    const beside = join(dirname(before.source), `${doc}.txt`);
    const file = existsSync(beside) ? beside : findNote(slugify(doc), config);
    progress.step(`reading ${file}`);
    const note = readNote(file, { agencyLike });
    return toJson(doc, note, extractClaims(note, gazetteers));
  });
  return readJsonThings(extractions, 'what the notes are read to say now');
}
