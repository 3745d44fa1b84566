/** Finds the tables of a text, however they are set. */
import { measureBars, splitBarRows } from './bar-tables.js';
import { measureColumns, splitColumnRows } from './column-tables.js';
import type { Line } from './lines.js';
import { measureSeparated, splitSeparatedRows } from './separated-tables.js';
import { measureTabs, splitTabRows } from './tab-tables.js';
import { layRows, type RawRow, type Row } from './table-rows.js';
import { measureWiki, splitWikiRows } from './wiki-tables.js';

/** The ways to set a table, the surest first. */
const tableStyles: readonly {
  readonly measure: (lines: readonly Line[], at: number) => number;
  readonly split: (lines: readonly Line[]) => RawRow[];
}[] = [
  { measure: measureWiki, split: splitWikiRows },
  { measure: measureBars, split: splitBarRows },
  { measure: measureTabs, split: splitTabRows },
  { measure: measureSeparated, split: splitSeparatedRows },
  { measure: measureColumns, split: splitColumnRows },
];

export const opensTable = (lines: readonly Line[], at: number): boolean =>
  tableStyles.some(({ measure }) => measure(lines, at) > 0);

/** The table that begins at a line: its rows, and the number of lines it takes; undefined when there is none. */
export function readTable(
  lines: readonly Line[],
  at: number,
): { readonly rows: Row[]; readonly count: number } | undefined {
  for (const { measure, split } of tableStyles) {
    const count = measure(lines, at);
    if (count === 0) continue;
    return { rows: layRows(split(lines.slice(at, at + count))), count };
  }
  return undefined;
}
