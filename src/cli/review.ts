/** `migraph review`: what of a note is uncertain: a list, or in a terminal a question at a time, for a curator to decide. */
import { relative } from 'node:path';
import { readConfig } from '../config.js';
import { readDecided } from '../curation/decision-files.js';
import type { Note } from '../notes/note.js';
import type { PlacedCandidate } from '../triples/review/candidates.js';
import { inputFolders } from './build-inputs.js';
import { findNote } from './find-note.js';
import { startProgress } from './progress.js';
import { readNow } from './read-now.js';
import { askCurator } from './review/ask-curator.js';
import { toReviewItems } from './review-items.js';
import { describeReview } from './review-text.js';
import { writeOut } from './write-out.js';

export interface ReviewOptions {
  readonly json?: boolean;
  readonly list?: boolean;
  readonly who?: string;
}

/** Outside the working folder a path says more as it is. */
function shown(file: string): string {
  const path = relative(process.cwd(), file);
  return path.startsWith('..') ? file : path;
}

/** What is not decided yet. */
async function readCandidates(file: string): Promise<{ note: Note; candidates: PlacedCandidate[] }> {
  const progress = startProgress();
  try {
    // Without decisions: one that does not fit must not keep a curator from seeing the note.
    const { extractions, build } = await readNow([file], readConfig(), progress);
    const [extraction] = extractions;
    if (extraction === undefined) throw new Error(`${file}:1: holds no note`);
    const decided = await readDecided(inputFolders.curation);
    const candidates = build.report.candidates.filter(({ id }) => !decided.has(id));
    return { note: extraction.note, candidates };
  } finally {
    progress.end();
  }
}

export async function runReview(name: string, options: ReviewOptions): Promise<void> {
  const config = readConfig();
  const file = findNote(name, config);
  const { note, candidates } = await readCandidates(file);
  const items = toReviewItems(note, candidates);
  const path = shown(file);
  const { stdin: input, stdout: output } = process;
  if (options.json) await writeOut([`${JSON.stringify({ note: note.slug, file: path, items }, null, 1)}\n`]);
  else if (options.list || !input.isTTY || !output.isTTY || items.length === 0)
    await writeOut(describeReview(path, items));
  else {
    const { base } = config;
    const asked = { note, candidates, items, path, folder: inputFolders.curation, base };
    await askCurator(asked, { input, output, who: options.who });
  }
}
