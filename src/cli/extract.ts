/** `migraph extract`: what one text says, as JSON or as a table for people. */
import { basename } from 'node:path';
import { createAgencyLike, extractClaims, readThings } from '../extract/extract.js';
import { readGazetteers } from '../extract/gazetteer.js';
import { toJson, toJsonText } from '../extract/to-json.js';
import { readNote } from '../notes/read.js';
import { inputFolders } from './build-inputs.js';
import { startProgress } from './progress.js';
import { summarise } from './summary.js';
import { writeOut } from './write-out.js';

export async function runExtract(file: string, options: { json?: boolean }): Promise<void> {
  const progress = startProgress();
  try {
    progress.step(`reading ${file}`);
    const gazetteers = readGazetteers(inputFolders.gazetteers);
    const note = readNote(file, { agencyLike: createAgencyLike(gazetteers) });
    const doc = basename(file).replace(/\.[^.]+$/, '');
    if (options.json) {
      const things = readThings(note, gazetteers);
      progress.step('writing');
      await writeOut(toJsonText(doc, note, things));
      return;
    }
    const extraction = toJson(doc, note, extractClaims(note, gazetteers));
    progress.step('writing');
    await writeOut([summarise(extraction)]);
  } finally {
    progress.end();
  }
}
