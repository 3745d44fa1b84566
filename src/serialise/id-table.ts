/** Tables of results whose cells are numbers: most terms are copied from their texts in N-Triples. */
import { ByteWriter, type Encoded, encoded } from './byte-writer.js';
import { type CellForms, cellForms } from './id-cells.js';
import { IdNotes } from './id-notes.js';
import type { IdTerms } from './id-terms.js';
import { type TableFormat, tableFormat } from './results.js';

export interface IdTable {
  readonly variables: readonly string[];
  readonly length: number;
  /** Number of the term; 0 where the variable has no value. */
  cell(row: number, column: number): number;
  readonly terms: IdTerms;
}

/** So many written terms are kept. */
const mostKept = 100_000;

/** Writes cells of one table. */
class CellWriter {
  /** Of terms that are not copied. */
  readonly #kept = new Map<number, string>();
  /** How a term is copied; 0 where it is not. */
  readonly #notes: IdNotes;

  constructor(
    private readonly terms: IdTerms,
    private readonly format: TableFormat,
    private readonly forms: CellForms,
  ) {
    this.#notes = new IdNotes(terms.ends.length, (id) => forms.formOf(terms, id));
  }

  write(id: number, out: ByteWriter): void {
    const form = id < this.terms.ends.length ? this.#notes.get(id) : 0;
    if (form === 0) out.text(this.#text(id));
    else this.forms.copy(this.terms, id, out, form);
  }

  #text(id: number): string {
    const known = this.#kept.get(id);
    if (known !== undefined) return known;
    const text = this.format.term(this.terms.term(id));
    if (this.#kept.size >= mostKept) this.#kept.clear();
    this.#kept.set(id, text);
    return text;
  }
}

/** What stands around rows and cells, in as few pieces as there can be. */
const encodeFrame = (format: TableFormat, variables: readonly string[]) => ({
  opening: encoded(format.opening(variables)),
  firstRow: encoded(format.firstRow + format.rowStart),
  nextRow: encoded(format.rowEnd + format.betweenRows + format.rowStart),
  firstCells: variables.map((name) => encoded(format.cellStart(name))),
  nextCells: variables.map((name) => encoded(format.betweenCells + format.cellStart(name))),
  noCell: encoded(format.betweenCells),
  cellEnd: encoded(format.cellEnd),
  lastRow: encoded(format.rowEnd),
  closing: encoded(format.closing),
  skipsUnbound: format.skipsUnbound,
});

type Frame = ReturnType<typeof encodeFrame>;

/** Of the tables that were written lately, by format and variables. */
const frames = new Map<string, Frame>();
const mostFrames = 200;

function frameFor(formatId: string, variables: readonly string[]): Frame {
  const key = [formatId, ...variables].join(' ');
  const known = frames.get(key);
  if (known !== undefined) return known;
  const frame = encodeFrame(tableFormat(formatId), variables);
  if (frames.size >= mostFrames) frames.clear();
  frames.set(key, frame);
  return frame;
}

export function* serialiseIdTable(table: IdTable, formatId: string): Generator<Uint8Array> {
  const format = tableFormat(formatId);
  const frame = frameFor(formatId, table.variables);
  const cells = new CellWriter(table.terms, format, cellForms[formatId] as CellForms);
  const out = new ByteWriter();

  function writeCells(row: number): void {
    let starts = frame.firstCells;
    for (let column = 0; column < starts.length; column += 1) {
      const id = table.cell(row, column);
      if (id === 0 && frame.skipsUnbound) continue;
      if (id !== 0) {
        out.all(starts[column] as Encoded);
        cells.write(id, out);
        out.all(frame.cellEnd);
      } else if (column > 0) out.all(frame.noCell);
      starts = frame.nextCells;
    }
  }

  out.all(frame.opening);
  for (let row = 0; row < table.length; row += 1) {
    out.all(row === 0 ? frame.firstRow : frame.nextRow);
    writeCells(row);
    if (out.hasChunk) yield* out.take();
  }
  if (table.length > 0) out.all(frame.lastRow);
  out.all(frame.closing);
  yield* out.finish();
}
