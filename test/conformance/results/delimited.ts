/** Tables in CSV and TSV, read by hand. */
import { rdf, type Term } from '../../../src/rdf.js';
import { parseRdf } from '../../../src/store/rdf/parse-rdf.js';
import type { Table } from './answer.js';

/** RFC 4180: cells in quotes may hold anything, a quote doubled. Line ends may be LF alone. */
function splitCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    row.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === ',') continue;
    // Nothing stands behind the last line end.
    if (end !== '' || row.length > 1 || row[0] !== '') rows.push(row);
    row = [];
    if (end === '') break;
  }
  return rows;
}

/** CSV tells blank nodes by their look, and nothing else; an empty cell is unbound or the empty string. */
export function readCsv(text: string): Table {
  const [variables = [], ...lines] = splitCsv(text);
  const read = (cell: string): Term => (cell.startsWith('_:') ? rdf.blankNode(cell.slice(2)) : rdf.literal(cell));
  const rows = lines.map((cells) => new Map(cells.map((cell, i) => [variables[i] ?? '', read(cell)])));
  return { kind: 'bindings', variables, rows, ordered: true };
}

/** TSV holds Turtle terms: all cells are read as one Turtle document, so that a label means the same in each. */
export async function readTsv(text: string): Promise<Table> {
  const [head = '', ...lines] = text.replace(/\r?\n$/, '').split(/\r?\n/);
  const variables = head === '' ? [] : head.split('\t').map((name) => name.replace(/^[?$]/, ''));
  const cells = lines.map((line) => line.split('\t'));
  const statements = cells.flatMap((row, r) =>
    row.flatMap((cell, c) => (cell === '' ? [] : [`<urn:row:${r}> <urn:column:${c}> ${cell} .\n`])),
  );
  const rows = cells.map(() => new Map<string, Term>());
  for (const { subject, predicate, object } of await parseRdf(statements.join(''), 'turtle', 'urn:tsv:')) {
    const [row, column] = [subject, predicate].map(({ value }) => Number(value.replace(/^.*:/, '')));
    rows[row ?? 0]?.set(variables[column ?? 0] ?? '', object);
  }
  return { kind: 'bindings', variables, rows, ordered: true };
}
