/** Reads the tables of MediaWiki: "{|", rows set off by "|-", heads after "!", cells after "|", several on a line or one a line. */
import { endOf, type Line } from './lines.js';
import type { RawRow } from './table-rows.js';

const opens = (line: Line | undefined): boolean => line?.text.startsWith('{|') ?? false;
const closes = (line: Line): boolean => line.text.startsWith('|}');
/** No table is longer: one that is never closed takes no more of the text with it. */
const longest = 2000;

/** How many lines from `at` on form a table; 0 when there is none, or it is never closed. */
export function measureWiki(lines: readonly Line[], at: number): number {
  if (!opens(lines[at])) return 0;
  for (let end = at + 1; end < Math.min(lines.length, at + longest); end++) {
    const line = lines[end];
    if (line === undefined || opens(line)) return 0;
    if (closes(line)) return end + 1 - at;
  }
  return 0;
}

/** `style="…" | words`: what stands before the bar tells how the cell is set. */
const withoutStyle = (cell: string): string => cell.replace(/^[\w-]+="[^"|]*"[^|[\]]*\|\s?/, '').trim();

/** The cells of a line behind its first mark. */
const cellsOf = (line: Line): string[] =>
  line.text
    .slice(1)
    .split(/\|\||!!/)
    .map((cell) => withoutStyle(cell.trim()));

export function splitWikiRows(lines: readonly Line[]): RawRow[] {
  const rows: { start: number; end: number; columns: string[] }[] = [];
  let anew = true;
  for (const line of lines.slice(1, -1)) {
    const { text } = line;
    if (text === '' || text.startsWith('|+')) continue;
    if (text.startsWith('|-')) {
      anew = true;
      continue;
    }
    const row = rows.at(-1);
    const isCell = /^[|!]/.test(text);
    if (anew || row === undefined)
      rows.push({ start: line.start, end: endOf(line), columns: isCell ? cellsOf(line) : [text] });
    else {
      row.end = endOf(line);
      if (isCell) row.columns.push(...cellsOf(line));
      else row.columns.push(`${row.columns.pop() ?? ''} ${text}`.trim());
    }
    anew = false;
  }
  return rows;
}
