/** `migraph verify`: finds every quote of the graph again at its offset in the text of its note, or fails. */
import { readConfig } from '../config.js';
import { readNote } from '../notes/read.js';
import { findNotes } from './build-inputs.js';
import { graphFile, readRecord } from './built-graph.js';
import { countOf } from './counts.js';
import { readGraph } from './graph-option.js';
import { ownQuads } from './own-quads.js';
import { verifyQuotes } from './verify-quotes.js';
import { writeOut } from './write-out.js';

/** The texts of note files by slug; those that the graph was built from, unless told. */
function readTexts(paths: readonly string[]): Map<string, string> {
  return new Map(
    findNotes(paths).map((file) => {
      const { note } = readNote(file);
      return [note.slug, note.text];
    }),
  );
}

/** Exit code 1 where anything fails. What is built is checked as it lies there: nothing is built anew for the check. */
export async function runVerify(options: { graph?: string; notes?: string[] }): Promise<void> {
  const config = readConfig();
  const record = options.graph === undefined ? readRecord(config.out) : undefined;
  const built = options.graph ?? (record === undefined ? undefined : graphFile(config.out));
  const { file, quads, record: made } = await readGraph(built, config);
  const notes = options.notes ?? (record ?? made)?.notes;
  const texts = notes === undefined ? undefined : readTexts(notes);
  const { failures, quotes, claims } = verifyQuotes(ownQuads(quads, config.base), { texts, base: config.base });
  await writeOut(failures.map((failure) => `${failure}\n`));
  const against = texts === undefined ? 'the text that the graph holds' : `the text of ${countOf(texts.size, 'note')}`;
  const result = failures.length === 0 ? 'every one found' : countOf(failures.length, 'failure');
  await writeOut([
    `${file}: ${countOf(quotes, 'quote')} of ${countOf(claims, 'claim')} looked up in ${against}: ${result}\n`,
  ]);
  if (failures.length > 0) process.exitCode = 1;
}
