/** A text's lines, trimmed, and where they stand. */

export interface Line {
  readonly start: number;
  /** Without white space at either end. */
  readonly text: string;
  readonly indent: number;
  /** As it stands, for the columns of a table. */
  readonly raw: string;
}

/** Splits a text into lines with their offsets. */
export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  for (let start = 0; start <= text.length; ) {
    let end = text.indexOf('\n', start);
    if (end === -1) end = text.length;
    // Of blank lines in a row one is enough.
    if (end === start) {
      if (lines.at(-1)?.text !== '') lines.push({ start, text: '', indent: 0, raw: '' });
      start = end + 1;
      continue;
    }
    const raw = text.slice(start, end);
    const trimmed = raw.trim();
    const indent = trimmed === '' ? 0 : raw.indexOf(trimmed);
    lines.push({ start: start + indent, text: trimmed, indent, raw });
    start = end + 1;
  }
  return lines;
}
