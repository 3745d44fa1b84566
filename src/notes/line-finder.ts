/** Finds the line and column of a place in a note, as an editor counts them. */
import type { Note } from './note.js';

/** Both from 1; columns in code points. */
export interface LinePlace {
  readonly line: number;
  readonly column: number;
}

/** Offsets into `note.text` → lines of the note's file, front matter counted. */
export function createLineFinder({ text, firstLine }: Pick<Note, 'text' | 'firstLine'>): (offset: number) => LinePlace {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { line: firstLine + low, column: [...text.slice(starts[low], offset)].length + 1 };
  };
}
