/** Tables of results whose cells are numbers: each term is written once, most often from its text in N-Triples. */
import type { Term } from '../rdf.js';
import { tableFormat, writeRow } from './results.js';

export interface IdTable {
  readonly variables: readonly string[];
  readonly length: number;
  /** Number of the term; 0 where the variable has no value. */
  cell(row: number, column: number): number;
  /** As N-Triples writes it. */
  text(id: number): string;
  term(id: number): Term;
}

/** `"text"@en` → `"text"` and `@en`. What is escaped in N-Triples is so in JSON too. */
function jsonOfText(text: string): string | undefined {
  if (text.startsWith('_:')) return `{"type":"bnode","value":"${text.slice(2)}"}`;
  if (text.startsWith('<'))
    return text.includes('\\') || text.startsWith('<<') ? undefined : `{"type":"uri","value":"${text.slice(1, -1)}"}`;
  const end = text.lastIndexOf('"') + 1;
  const value = `{"type":"literal","value":${text.slice(0, end)}`;
  const suffix = text.slice(end);
  if (suffix === '') return `${value}}`;
  if (suffix.startsWith('^^'))
    return suffix.includes('\\') ? undefined : `${value},"datatype":"${suffix.slice(3, -1)}"}`;
  return suffix.includes('--') ? undefined : `${value},"xml:lang":"${suffix.slice(1)}"}`;
}

/** Of IRIs, and of literals that need no quotes. */
function csvOfText(text: string): string | undefined {
  const end = text.startsWith('<') ? text.length - 1 : text.lastIndexOf('"');
  if (text.startsWith('<<') || text.startsWith('_')) return undefined;
  return /[\\,\r\n"]/.test(text.slice(1, end)) ? undefined : text.slice(1, end);
}

const bare = /^".*"\^\^<http:\/\/www\.w3\.org\/2001\/XMLSchema#(?:integer|decimal|double)>$/;

/** By format: a term from its text, where that is all it takes. */
const shortCuts: Readonly<Record<string, (text: string) => string | undefined>> = {
  json: jsonOfText,
  csv: csvOfText,
  // Triple terms and numbers look different there.
  tsv: (text) => (bare.test(text) ? undefined : text),
};

/** So many written terms are kept. */
const mostKept = 100_000;
const chunkLength = 64 * 1024;

export function* serialiseIdTable(table: IdTable, formatId: string): Generator<string> {
  const format = tableFormat(formatId);
  const shortCut = shortCuts[formatId];
  const starts = table.variables.map(format.cellStart);
  const kept = new Map<number, string>();

  function write(id: number): string {
    const known = kept.get(id);
    if (known !== undefined) return known;
    const written = shortCut?.(table.text(id)) ?? format.term(table.term(id));
    if (kept.size >= mostKept) kept.clear();
    kept.set(id, written);
    return written;
  }

  let at = 0;
  const cell = (column: number): string | undefined => {
    const id = table.cell(at, column);
    return id === 0 ? undefined : write(id);
  };
  let text = format.opening(table.variables);
  for (let row = 0; row < table.length; row += 1) {
    text += row === 0 ? format.firstRow : format.betweenRows;
    at = row;
    text += writeRow(format, starts, cell);
    if (text.length < chunkLength) continue;
    yield text;
    text = '';
  }
  yield text + format.closing;
}
