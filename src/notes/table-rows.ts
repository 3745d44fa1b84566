/** Cuts the lines of a table into rows and their cells. */
import { findAll } from './find-all.js';
import type { Line } from './lines.js';

export interface Cell {
  readonly start: number;
  readonly end: number;
  readonly column: number;
}

/** A line of a table; its cells are cut when they are asked for, since kept they would be larger than the text. */
export class TableRow {
  readonly kind = 'row';
  readonly start: number;
  readonly end: number;
  /** 1: the header. */
  readonly level: number;

  constructor(
    private readonly line: Line,
    private readonly table: Table,
  ) {
    this.start = line.start;
    this.end = line.start + line.text.length;
    this.level = line === table.head ? 1 : 0;
  }

  /** The header cells of its table, by column. */
  get header(): readonly string[] {
    return this.table.header;
  }

  get cells(): readonly Cell[] {
    const cells = splitCells(this.line);
    const { bars, columns } = this.table;
    if (bars || cells.length === columns.length) return cells;
    const offset = this.line.start - this.line.indent;
    return cells.map((cell) => {
      const column = columns.findLastIndex((start) => start <= cell.start - offset + 1);
      return { ...cell, column: Math.max(column, 0) };
    });
  }
}

/** What the rows of a table share. */
interface Table {
  readonly head: Line;
  readonly header: readonly string[];
  /** Whether bars part its cells. */
  readonly bars: boolean;
  /** Where its header cells begin in their line. */
  readonly columns: readonly number[];
}

/** The line under a header or around a table. */
export const separatorLine = /^[|+\s:=-]*[-=]{3,}[|+\s:=-]*$/;

export function isBarLine(line: Line | undefined): boolean {
  const text = line?.text ?? '';
  return text.startsWith('|') || (text.includes('|') && text.split('|').length >= 3);
}

/** The cells of a table line: between bars, or set apart by tabs or at least two spaces. */
function splitCells(line: Line): Cell[] {
  const offset = line.start - line.indent;
  const cellOf = (from: number, to: number, column: number): Cell => {
    const part = line.raw.slice(from, to);
    const trimmed = part.trim();
    const at = trimmed === '' ? from : from + part.indexOf(trimmed);
    return { start: offset + at, end: offset + at + trimmed.length, column };
  };
  if (line.text.includes('|')) {
    const bars = findAll(line.raw, /(?<!\\)\|/g).map((match) => match.index);
    const edges = [
      line.text.startsWith('|') ? [] : [line.indent - 1],
      bars,
      line.text.endsWith('|') ? [] : [line.raw.length],
    ].flat();
    return edges.slice(1).map((edge, n) => cellOf((edges[n] ?? 0) + 1, edge, n));
  }
  return findAll(line.raw, /[^\s](?:[^\s]| (?=[^\s]))*/g).map((match, n) =>
    cellOf(match.index, match.index + match[0].length, n),
  );
}

/** The rows of a table; the first one names the columns, and each cell goes to the column it stands under. */
export function splitTable(lines: readonly Line[]): TableRow[] {
  const rows = lines.filter((line) => !separatorLine.test(line.text));
  const [head] = rows;
  if (head === undefined) return [];
  const offset = head.start - head.indent;
  const cells = splitCells(head);
  const table: Table = {
    head,
    header: cells.map((cell) => head.raw.slice(cell.start - offset, cell.end - offset)),
    bars: isBarLine(head),
    columns: cells.map((cell) => cell.start - offset),
  };
  return rows.map((line) => new TableRow(line, table));
}
