/** `migraph review`: lists what of a note is uncertain, for a curator to decide. */
import { relative } from 'node:path';
import { readConfig } from '../config.js';
import { createIris } from '../iris.js';
import { findNote } from './find-note.js';
import { startProgress } from './progress.js';
import { readNow } from './read-now.js';
import { findReviewItems, type ReviewItem } from './review-items.js';
import { describeReview } from './review-text.js';
import { writeOut } from './write-out.js';

/** Outside the working folder a path says more as it is. */
function shown(file: string): string {
  const path = relative(process.cwd(), file);
  return path.startsWith('..') ? file : path;
}

export async function runReview(name: string, options: { json?: boolean }): Promise<void> {
  const config = readConfig();
  const file = findNote(name, config);
  const progress = startProgress();
  let review: { note: string; items: ReviewItem[] };
  try {
    // Without decisions: one that does not fit must not keep a curator from seeing the note.
    const { extractions, build } = await readNow([file], config, progress);
    const iris = createIris(config.base);
    const items = extractions.flatMap((extraction) => findReviewItems(extraction, build.report.withheld, iris));
    review = { note: extractions[0]?.note.slug ?? name, items };
  } finally {
    progress.end();
  }
  const path = shown(file);
  if (options.json)
    await writeOut([`${JSON.stringify({ note: review.note, file: path, items: review.items }, null, 1)}\n`]);
  else await writeOut(describeReview(path, review.items));
}
