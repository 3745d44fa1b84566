/** The rows of a table as they are read: wrapped cells joined, ditto marks and empty first cells filled from the row above. */

/** A cell; offsets are into the words of its row. */
export interface Cell {
  readonly start: number;
  readonly end: number;
  readonly column: number;
  /** Whether its words are those of the row above: a ditto mark, or an empty cell under a group's name. */
  readonly inherited: boolean;
}

export interface Row {
  readonly start: number;
  readonly end: number;
  /** The cells' words one behind the other, in one line; a row that runs over several lines cannot be read as it stands. */
  readonly words: string;
  readonly cells: readonly Cell[];
  readonly header: readonly string[];
  /** Whether it is the header itself. */
  readonly heads: boolean;
}

/** A row as the layout gives it: the words of every column. */
export interface RawRow {
  readonly start: number;
  readonly end: number;
  readonly columns: readonly string[];
}

const between = ' | ';
/** Nobody puts a ditto mark under a longer cell. */
const longestInherited = 300;
const ditto =
  /^(?:[-–—]?\s?(?:"|“|”|″|''|,,|〃|»)\s?[-–—]?|do\.?|ditto|idem|id\.|same(?: as above)?|(?:as|see) above)$/i;

/** The columns of a row with what it takes over from the row above. */
function fill(columns: readonly string[], above: readonly string[]): { words: string; inherited: boolean }[] {
  const first = columns.findIndex((words) => words !== '');
  // A row with one cell is the name of a group, and takes over nothing.
  const alone = columns.filter((words) => words !== '').length < 2;
  return columns.map((words, column) => {
    const from = above[column] ?? '';
    const takes =
      from !== '' &&
      from.length <= longestInherited &&
      (ditto.test(words) || (words === '' && column < first && !alone));
    return takes ? { words: from, inherited: true } : { words, inherited: false };
  });
}

/** Lays the cells of every row one behind the other; `heads`: the first row names the columns. */
export function layRows(raw: readonly RawRow[]): Row[] {
  const header = raw[0]?.columns ?? [];
  let above: readonly string[] = [];
  return raw.map(({ start, end, columns }, n) => {
    const filled = fill(columns, above);
    above = n === 0 ? [] : filled.map(({ words }) => words);
    let words = '';
    const cells = filled.map((cell, column) => {
      if (column > 0) words += between;
      const at = words.length;
      words += cell.words;
      return { start: at, end: words.length, column, inherited: cell.inherited };
    });
    return { start, end, words, cells, header, heads: n === 0 };
  });
}
