/** Reads tables whose cells are set apart by tabs. */
import { endOf, type Line } from './lines.js';
import type { RawRow } from './table-rows.js';

const hasTab = (line: Line | undefined): line is Line => line !== undefined && /\S\t+\S/.test(line.raw);
const tabs = (line: Line): number => line.raw.split('\t').length - 1;

/** How many lines from `at` on form a table of tabs; 0 when there is none. */
export function measureTabs(lines: readonly Line[], at: number): number {
  if (!hasTab(lines[at])) return 0;
  let end = at;
  let wide = true;
  for (let line = lines[end]; line !== undefined && line.text !== '' && line.raw.includes('\t'); line = lines[++end])
    wide &&= tabs(line) >= 2;
  return end - at >= (wide ? 2 : 3) ? end - at : 0;
}

/** One row a line. Where the header has as many tabs as any row, each tab is a column; else several only fill up space. */
export function splitTabRows(lines: readonly Line[]): RawRow[] {
  const most = lines[0] === undefined ? 0 : tabs(lines[0]);
  const separator = lines.every((line) => tabs(line) <= most) ? '\t' : /\t+/;
  return lines.map((line) => ({
    start: line.start,
    end: endOf(line),
    columns: line.raw.split(separator).map((words) => words.trim()),
  }));
}
