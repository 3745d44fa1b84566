/** Reads tables whose cells are set apart by semicolons, or by commas or semicolons between quotation marks: CSV in the middle of a text. */
import { endOf, type Line } from './lines.js';
import type { RawRow } from './table-rows.js';

/** A quoted cell, with doubled marks inside, or a plain one. */
const cell = (separator: string): RegExp =>
  new RegExp(`(?:"((?:[^"]|"")*)"|([^"${separator}]*))(?:${separator}|$)`, 'gy');

function splitCells(text: string, separator: string): string[] | undefined {
  const pattern = cell(separator);
  const cells: string[] = [];
  for (pattern.lastIndex = 0; pattern.lastIndex < text.length; ) {
    const match = pattern.exec(text);
    if (match === null || match[0] === '') return undefined;
    cells.push((match[1]?.replace(/""/g, '"') ?? match[2] ?? '').trim());
  }
  if (text.endsWith(separator)) cells.push('');
  return cells;
}

/** A header is short words, none of them a sentence: "name;owner;years". */
const isHeader = (cells: readonly string[]): boolean =>
  cells.length >= 3 &&
  cells.every((words) => /^[\p{L}_][\p{L}\p{N} _/()-]{0,40}$/u.test(words) && words.split(' ').length <= 4);

function separatorOf(line: Line | undefined): string | undefined {
  const text = line?.text ?? '';
  return [';', ','].find((separator) => {
    if (!text.includes(separator)) return false;
    const cells = splitCells(text, separator);
    return cells !== undefined && isHeader(cells);
  });
}

/** How many lines from `at` on form such a table: a header, and rows of as many cells; 0 when there is none. */
export function measureSeparated(lines: readonly Line[], at: number): number {
  const separator = separatorOf(lines[at]);
  const first = lines[at];
  if (separator === undefined || first === undefined) return 0;
  const width = splitCells(first.text, separator)?.length;
  let end = at + 1;
  for (let line = lines[end]; line !== undefined && line.text !== ''; line = lines[++end])
    if (splitCells(line.text, separator)?.length !== width) break;
  return end - at >= 3 || (end - at === 2 && separator === ';') ? end - at : 0;
}

export function splitSeparatedRows(lines: readonly Line[]): RawRow[] {
  const separator = separatorOf(lines[0]) ?? ';';
  return lines.map((line) => ({
    start: line.start,
    end: endOf(line),
    columns: splitCells(line.text, separator) ?? [line.text],
  }));
}
