/** Reads tables set in columns of white space: with or without a ruler under the header; cells may run over several lines. */
import { findAll } from './find-all.js';
import { bulletOf, endOf, type Line } from './lines.js';
import type { RawRow } from './table-rows.js';

const ruler = /^\s*[-=─]{3,}(?:\s+[-=─]+)*\s*$/;
/** A header runs over a few lines at most, the rulers above and below it among them. */
const headerLines = 6;
const gap = /\S {2,}\S/;

/** A key such as a table's code, "migr_resfirst": what stands behind it goes on until the next key. */
const code = /^(?=\S*[\d_])[\w.-]{3,24}$/;

/** "41  Who Dropped Out? …": so too without a word for it. */
const numberedTitle = /^\d{1,3}\s{2,}["“„«*_]?\p{Lu}/u;

/** "Reference period:      2003 –     (monthly)": the label of a field, its value set apart. */
const fieldLabel = /^\p{Lu}[\p{L} /()-]{2,40}:\s{2,}(?!\p{Lu}[\p{L} /()-]{2,40}:(?:\s|$))/u;

/** Cells of a line, set apart by two spaces, with the place where each begins. */
interface Piece {
  readonly at: number;
  readonly words: string;
}

const setApart = /\S(?:\S| (?=\S))*/g;
const piecesOf = (line: Line): Piece[] =>
  findAll(line.raw, setApart).map((match) => ({ at: match.index, words: match[0] }));

const isRuler = (line: Line | undefined): boolean => line !== undefined && ruler.test(line.raw);
const isColumnLine = (line: Line | undefined): line is Line =>
  line !== undefined &&
  line.text !== '' &&
  gap.test(line.raw) &&
  // Two spaces behind a sentence make no column; "No.  Survey" heads two.
  !/\p{L}{3}[.!?] {2}\S/u.test(line.raw) &&
  // "No. 5   Who Dropped Out? …, 2013": a number in a series, and no column.
  !/^(?:No|Nr|Vol|Issue)\.?\s\d{1,4}\s/.test(line.text) &&
  !(numberedTitle.test(line.text) && piecesOf(line).length === 2) &&
  !fieldLabel.test(line.text) &&
  (bulletOf(line) === undefined || (/^\d/.test(line.text) && piecesOf(line).length > 3));

/** The columns of a table: where each begins, and how wide it is. */
interface Columns {
  readonly starts: readonly number[];
  readonly ruled: boolean;
}

/** A row while its lines are joined, with what stands last in each of its columns. */
interface Draft {
  start: number;
  end: number;
  columns: string[];
  last: string[];
}

/** A ruler of several parts tells the columns; else the header does. */
function columnsOf(table: readonly Line[]): Columns {
  const blank = table.findIndex(({ text }) => text === '');
  const lines = table.slice(0, blank === -1 ? table.length : blank);
  const ruled = lines.find((line) => isRuler(line) && /[-=─]\s+[-=─]/.test(line.raw.trim()));
  if (ruled !== undefined) return { starts: findAll(ruled.raw, /[-=─]+/g).map((match) => match.index), ruled: true };
  const header = lines.find((line) => !isRuler(line));
  return { starts: header === undefined ? [] : piecesOf(header).map(({ at }) => at), ruled: lines.some(isRuler) };
}

/** The column that a piece at a place stands in; a figure set to the right may begin a little before it. */
const columnAt = (starts: readonly number[], at: number): number =>
  Math.max(
    starts.findLastIndex((start) => start <= at + 1),
    0,
  );

/** Whether a line without cells of its own goes on with the row above: every piece stands under a column's start. */
function isContinuation(line: Line, { starts }: Columns): boolean {
  const pieces = piecesOf(line);
  return (
    pieces.length > 0 &&
    pieces.length < starts.length &&
    pieces.every(({ at }) => starts.some((start) => at >= start - 1 && at <= start + 3)) &&
    (pieces[0]?.at ?? 0) > 0
  );
}

/** How many lines from `at` on form a table of columns; 0 when there is none. */
export function measureColumns(lines: readonly Line[], at: number): number {
  let end = at;
  if (isRuler(lines[end]) && /[-=─]\s+[-=─]/.test(lines[end]?.text ?? '')) end++;
  if (!isColumnLine(lines[end])) return 0;
  const columns = columnsOf(lines.slice(at, at + headerLines));
  let rows = 0;
  for (let line = lines[end]; line !== undefined; line = lines[++end]) {
    if (isRuler(line)) continue;
    if (line.text === '') {
      // Rows that are set apart by blank lines, under a header with a ruler.
      const next = lines[end + 1];
      if (!columns.ruled || rows < 2 || next === undefined || !isColumnLine(next) || !fits(next, columns)) break;
      continue;
    }
    if (isColumnLine(line)) rows++;
    else if (rows === 0 || !(isContinuation(line, columns) || isLoneCell(line, columns, lines[end + 1]))) break;
  }
  while (end > at && lines[end - 1]?.text === '') end--;
  return rows >= (columns.ruled ? 2 : 3) ? end - at : 0;
}

/** Whether the pieces of a line stand where the columns begin. */
function fits(line: Line, { starts }: Columns): boolean {
  return piecesOf(line).every(({ at }) => starts.some((start) => Math.abs(start - at) <= 1));
}

/** In a ruled table: a line at the margin that another row follows; the name of a group, or a wrapped first cell. */
function isLoneCell(line: Line, columns: Columns, next: Line | undefined): boolean {
  return (
    columns.ruled &&
    line.indent <= (columns.starts[0] ?? 0) + 3 &&
    line.text.length < 100 &&
    isColumnLine(next) &&
    fits(next, columns)
  );
}

/** How wide each column is: up to the next one, the last as wide as its widest cell. */
function widthsOf(lines: readonly Line[], { starts }: Columns): number[] {
  let widest = 0;
  for (const line of lines) {
    const piece = piecesOf(line).at(-1);
    if (!isRuler(line) && piece !== undefined && columnAt(starts, piece.at) === starts.length - 1)
      widest = Math.max(widest, piece.words.length);
  }
  return starts.map((start, n) => (starts[n + 1] === undefined ? widest : (starts[n + 1] ?? 0) - start - 2));
}

/** Whether words go on with the cell above them: it asks for more, or the next word would not have fitted in behind it. */
function runsOn(above: string, words: string, width: number): boolean {
  if (above === '') return false;
  if (/[,;&(/-]$|\b(?:and|or|of|the|for|on|in|to|by|with)$/i.test(above) || /^[\p{Ll}(]/u.test(words)) return true;
  const first = words.split(' ')[0] ?? words;
  return !/^\d/.test(first) && above.length + 1 + first.length > width;
}

/** The rows of a table of columns; lines that only go on with the cells above them are joined to their row. */
export function splitColumnRows(lines: readonly Line[]): RawRow[] {
  const columns = columnsOf(lines.slice(0, headerLines));
  const { starts } = columns;
  const widths = widthsOf(lines, columns);
  const keyed = lines.every((line) => line.indent > (starts[0] ?? 0) + 1 || code.test(piecesOf(line)[0]?.words ?? ''));
  const headerEnd = lines.findIndex((line, n) => n > 0 && isRuler(line));
  const rows: Draft[] = [];
  lines.forEach((line, n) => {
    if (line.text === '' || isRuler(line)) return;
    const pieces = inColumns(piecesOf(line), starts);
    const above = lines[n - 1];
    const row = above?.text === '' || isRuler(above) ? undefined : rows.at(-1);
    const inHeader = n < headerEnd && rows.length > 0;
    const hanging = pieces.every(({ at, column }) => column > 0 || at > (starts[0] ?? 0) + 1);
    // "    Owner      Dock Board" beneath "2.b Second choice   Raft Panel": a label and its value, set in.
    const isField = starts.length === 2 && pieces.length === 2 && isLabelled(pieces, starts);
    const goesOn =
      row !== undefined &&
      !isField &&
      (hanging || pieces.length < starts.length) &&
      pieces.some(({ words, column }) => runsOn(row.last[column] ?? '', words, widths[column] ?? 0)) &&
      // The cells behind a long name may stand beside its second line.
      pieces.every(
        ({ words, column }) =>
          runsOn(row.last[column] ?? '', words, widths[column] ?? 0) || (hanging && row.last[column] === undefined),
      );
    const hangs =
      row !== undefined && !isField && pieces.some(({ at, column }) => column === 0 && at > (starts[0] ?? 0) + 1);
    const underKey = keyed && row !== undefined && hanging;
    if (row !== undefined && (inHeader || (goesOn && n > headerEnd) || hangs)) append(row, line, pieces);
    else if (row !== undefined && underKey) append(row, line, pieces, '; ');
    else {
      const fresh: Draft = { start: line.start, end: line.start, columns: starts.map(() => ''), last: [] };
      append(fresh, line, pieces);
      rows.push(fresh);
    }
  });
  return rows;
}

/** Whether a capital begins the first of two pieces, and the other stands where values do. */
const isLabelled = ([label, value]: readonly Piece[], starts: readonly number[]): boolean =>
  /^\p{Lu}/u.test(label?.words ?? '') &&
  (label?.words.length ?? 0) <= 40 &&
  Math.abs((value?.at ?? 0) - (starts[1] ?? 0)) <= 1;

/** Each piece with its column: by order where every column has one, else by where it stands. */
function inColumns(pieces: readonly Piece[], starts: readonly number[]): (Piece & { readonly column: number })[] {
  const byOrder = pieces.length === starts.length;
  return pieces.map((piece, n) => ({ ...piece, column: byOrder ? n : columnAt(starts, piece.at) }));
}

/** `joint`: what takes the place of the line's end; a line that begins anew is a part of its own. */
function append(row: Draft, line: Line, pieces: readonly (Piece & { readonly column: number })[], joint = ' '): void {
  row.end = endOf(line);
  for (const { words, column } of pieces) {
    const above = row.columns[column] ?? '';
    row.columns[column] = above === '' ? words : `${above}${joint}${words}`;
    row.last[column] = words;
  }
}
