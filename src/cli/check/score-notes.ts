/** How well notes are read that somebody has read with care: those with a gold standard. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { packageRoot, readConfig } from '../../config.js';
import { createAgencyLike, extractClaims } from '../../extract/extract.js';
import { readGazetteers } from '../../extract/gazetteer.js';
import { toJson } from '../../extract/to-json.js';
import { readNote } from '../../notes/read.js';
import { parseExtraction } from '../../score/extraction.js';
import { readGold } from '../../score/gold.js';
import { scoreDocument, tallyOf } from '../../score/score.js';
import { precision, recall } from '../../score/tally.js';
import { inputFolders } from '../build-inputs.js';

/** A curator's own, else the project's where it is checked out. */
const foldersOfGold = (): string[] => [join(readConfig().data, 'gold'), join(packageRoot, 'test', 'gold', 'note')];

/** One line a note; none for a note without a gold standard. */
export function scoreNotes(files: readonly string[]): string[] {
  const gazetteers = readGazetteers(inputFolders.gazetteers);
  const agencyLike = createAgencyLike(gazetteers);
  return files.flatMap((file) => {
    const name = basename(file).replace(/\.[^.]+$/, '');
    const gold = foldersOfGold()
      .map((folder) => join(folder, `${name}.json`))
      .find((path) => existsSync(path));
    if (gold === undefined) return [];
    const note = readNote(file, { agencyLike });
    const reading = JSON.stringify(toJson(name, note, extractClaims(note, gazetteers)));
    const score = scoreDocument(readGold(gold), parseExtraction(reading), readFileSync(file, 'utf8'));
    const things = tallyOf(score, 'entities');
    const share = (part: number): string => `${Math.round(part * 100)} %`;
    return [
      `${name}: ${share(recall(things))} of its things found, ${share(precision(things))} of those found are right`,
    ];
  });
}
