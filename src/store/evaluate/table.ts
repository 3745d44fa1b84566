/** Rows that are kept, one behind the other, with the values of some slots. */
import type { Row } from './plan.js';

/** Most answers are short. */
const fewRows = 16;
/** Rows in one piece of memory: when there are so many nothing is copied any more. */
const rowsInChunk = 4096;

export class Table {
  readonly #chunks: Uint32Array[] = [];
  #length = 0;
  /** Rows that the first piece has room for. */
  #firstRows = 0;

  /** `spend` is told of the bytes that the table takes, before it takes them. */
  constructor(
    readonly slots: readonly number[],
    private readonly spend: (bytes: number) => void,
  ) {}

  get length(): number {
    return this.#length;
  }

  push(row: Row): void {
    const width = this.slots.length;
    const within = this.#length % rowsInChunk;
    if (within === 0 || (this.#length < rowsInChunk && within === this.#firstRows)) this.#makeRoom(width);
    const cells = this.#chunks[this.#chunks.length - 1] as Uint32Array;
    for (let column = 0; column < width; column += 1)
      cells[within * width + column] = row[this.slots[column] as number] as number;
    this.#length += 1;
  }

  /** The first piece is small, and made anew twice as large until it is like all others. */
  #makeRoom(width: number): void {
    const isFirst = this.#length < rowsInChunk;
    if (isFirst) this.#firstRows = Math.max(fewRows, 2 * this.#firstRows);
    const room = (isFirst ? this.#firstRows : rowsInChunk) * width;
    this.spend(room * 4);
    const cells = new Uint32Array(room);
    if (isFirst) cells.set(this.#chunks.pop() ?? []);
    this.#chunks.push(cells);
  }

  /** By the column, not the slot. */
  cell(index: number, column: number): number {
    const cells = this.#chunks[(index / rowsInChunk) | 0] as Uint32Array;
    return cells[(index % rowsInChunk) * this.slots.length + column] as number;
  }

  /** Into their slots. */
  load(index: number, row: Row): void {
    for (let column = 0; column < this.slots.length; column += 1)
      row[this.slots[column] as number] = this.cell(index, column);
  }

  clear(row: Row): void {
    for (const slot of this.slots) row[slot] = 0;
  }
}

/** What an entry of a map or a set takes, about. */
export const bytesOfEntry = 80;

/** Two ids below it make one number that is still exact. */
const half = 2 ** 26;

/** One text or number for each combination of values. */
export function keyOf(row: Row, slots: readonly number[]): string | number {
  const [first, second, third] = slots;
  if (first === undefined) return '';
  const one = row[first] as number;
  if (second === undefined) return one;
  const other = row[second] as number;
  if (third === undefined && one < half && other < half) return one * half + other;
  let key = String(row[first]);
  for (let place = 1; place < slots.length; place += 1) key += ` ${row[slots[place] as number]}`;
  return key;
}
