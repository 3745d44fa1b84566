/** What a curator is told of a note that was added: what was read in it, where it is broken, and what comes next. */
import { createAgencyLike, extractClaims } from '../../extract/extract.js';
import { readGazetteers } from '../../extract/gazetteer.js';
import { toJson } from '../../extract/to-json.js';
import { createIris } from '../../iris.js';
import { readNote } from '../../notes/read.js';
import { findCandidates } from '../../triples/review/candidates.js';
import { inputFolders } from '../build-inputs.js';
import { countOf } from '../counts.js';
import { toReviewItems } from '../review-items.js';
import { countsOf } from '../summary.js';
import { excerptAround } from '../wrap-text.js';

/** So many broken places are shown, and so much of each. */
const mostShown = 10;
const mostOfPlace = 80;

/** `file` as it is written, `shown` as it is named to people. */
export function describeAddition(file: string, shown: string, base: string): string {
  const gazetteers = readGazetteers(inputFolders.gazetteers);
  const note = readNote(file, { strict: true, agencyLike: createAgencyLike(gazetteers) });
  const extraction = extractClaims(note, gazetteers);
  const candidates = findCandidates(extraction, [], { iris: createIris(base), describe: () => [] });
  const items = toReviewItems(note.note, candidates);
  const damaged = items.filter(({ kind }) => kind === 'damaged');
  const { slug, text } = note.note;
  const open = items.length - damaged.length;
  const lines = [
    `${shown}: written, ${countOf([...text].length, 'character')}`,
    `read in it: ${countsOf(toJson(slug, note, extraction)).join(', ')}`,
    ...damaged
      .slice(0, mostShown)
      .map(
        ({ line, column, quote, reason }) =>
          `  ${shown}:${line}:${column}: ${reason}: ${excerptAround(quote, '', mostOfPlace)}`,
      ),
    ...(damaged.length > mostShown ? [`  and ${damaged.length - mostShown} more broken places`] : []),
    ...(open > 0 ? [`${countOf(open, 'thing')} for a curator to look at`] : []),
    `Next: migraph check, migraph review ${slug}, migraph build`,
  ];
  return `${lines.join('\n')}\n`;
}
