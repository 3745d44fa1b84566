/** Passages: in the order of the text, none over another, none that splits a character, and no word outside of them. */
import type { Passage } from '../../../src/notes/note.js';
import { parseNote } from '../../../src/notes/read.js';
import { readWikiMarks } from '../../../src/notes/wiki-marks.js';
import { type FuzzTarget, type Outcome, probing } from '../fuzz-target.js';
import { createSpoiler } from '../spoil.js';
import { noteLanguage } from './notes/note-language.js';

function placeFault(text: string, passages: readonly Passage[]): string | undefined {
  let reach = 0;
  for (const { start, end } of passages) {
    if (start < reach || end <= start) return `a passage ${start}-${end} behind ${reach}`;
    for (const edge of [start, end])
      if (/^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(edge - 1, edge + 1)))
        return `a character is split at ${edge}`;
    reach = end;
  }
  return undefined;
}

/** What stands between the passages. */
const gapsOf = (text: string, passages: readonly Passage[]): string[] =>
  [0, ...passages.map(({ end }) => end)].map((from, n) => text.slice(from, passages[n]?.start ?? text.length));

/** Marks of lists and headings are left out, and the language of a fenced block: no word but these. */
function wordFault(text: string, passages: readonly Passage[]): string | undefined {
  const lost = gapsOf(text, passages).find((gap) =>
    /\p{L}{5}/u.test(gap.replace(/(?:'{3,}|[`\u2018\u2019\u02BC\u00B4']{3,})\w*/gu, '')),
  );
  return lost === undefined ? undefined : `outside of all passages: ${JSON.stringify(lost)}`;
}

function probe(input: Uint8Array): Outcome {
  const text = Buffer.from(input).toString().replaceAll('\0', ' ');
  let note: ReturnType<typeof parseNote>['note'];
  try {
    ({ note } = parseNote('note.txt', text));
  } catch (error) {
    const { message } = error as Error;
    return {
      kind: 'refused',
      fault: /^note\.txt:\d+: [^\n]+$/.test(message) ? undefined : String((error as Error).stack),
    };
  }
  const { passages } = note;
  // A page of a wiki has markup that is no text.
  const words = readWikiMarks(note.text) === undefined ? wordFault(note.text, passages) : undefined;
  return { kind: passages.length > 1 ? 'several' : 'one', fault: placeFault(note.text, passages) ?? words };
}

export const passages: FuzzTarget = {
  name: 'passages',
  share: 20,
  generate: createSpoiler(noteLanguage),
  open: probing(probe),
};
