/** Reads tables whose cells stand between bars: Markdown, psql, and grids whose rows are ruled off and may be wrapped. */
import { endOf, type Line } from './lines.js';
import type { RawRow } from './table-rows.js';

const rulerLine = /^[|+\s:=-]*[-=]{3,}[|+\s:=-]*$/;
const bars = (text: string): number => text.split('|').length - 1;

const isRuler = (line: Line | undefined): boolean => line !== undefined && rulerLine.test(line.text);
const isBarLine = (line: Line | undefined): boolean => {
  const text = line?.text ?? '';
  return text.startsWith('|') || bars(text) >= 2;
};

/** The cells between the bars of a line; an escaped bar is none. */
function splitBars(line: Line): string[] {
  const cells = line.text.split(/(?<!\\)\|/);
  if (line.text.startsWith('|')) cells.shift();
  if (cells.length > 1 && /(?<!\\)\|$/.test(line.text)) cells.pop();
  return cells.map((cell) => cell.trim());
}

/** How many lines from `at` on form a table between bars; 0 when there is none. */
export function measureBars(lines: readonly Line[], at: number): number {
  const first = lines[at];
  if (first === undefined) return 0;
  // "Name | Owner" over a ruler: one bar is enough.
  const narrow = first.text.includes('|') && isRuler(lines[at + 1]);
  const opens = isBarLine(first) || narrow || (/^\+[-=]/.test(first.text) && isBarLine(lines[at + 1]));
  if (!opens) return 0;
  let end = at;
  let rows = 0;
  for (let line = lines[end]; line !== undefined && line.text !== ''; line = lines[++end]) {
    if (isRuler(line)) continue;
    if (!isBarLine(line) && !(narrow && line.text.includes('|'))) break;
    rows++;
  }
  return rows >= 2 ? end - at : 0;
}

/** The rows between bars; where rulers set every row off, the lines between two of them are one row. */
export function splitBarRows(lines: readonly Line[]): RawRow[] {
  const rulers = lines.filter(isRuler).length;
  const grid = rulers >= 3 && /^[+|]?[-=]/.test(lines[0]?.text ?? '');
  const rows: { start: number; end: number; columns: string[] }[] = [];
  let opens = true;
  for (const line of lines) {
    if (isRuler(line)) {
      opens = true;
      continue;
    }
    const cells = splitBars(line);
    const row = rows.at(-1);
    if (grid && !opens && row !== undefined) {
      row.end = endOf(line);
      cells.forEach((words, column) => {
        row.columns[column] = `${row.columns[column] ?? ''} ${words}`.trim();
      });
    } else rows.push({ start: line.start, end: endOf(line), columns: cells });
    opens = false;
  }
  return rows;
}
