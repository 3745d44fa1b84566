/** Goes through the quads of a pattern, one after the other; what they are stands in its fields. */
import type { AddedQuad, IdQuad } from './added-quads.js';
import type { Bits } from './bits.js';
import type { Numbers, Order, OrderName } from './columns.js';
import type { Range } from './rows-in-order.js';

/** In the place of a graph's number. */
export const anyGraph = -1;
export const unionOfGraphs = -2;

export interface CursorSettings {
  readonly name: OrderName;
  readonly order: Order;
  /** Of the order's rows; where `rows` are given, of those. */
  readonly range: Range;
  readonly rows: Uint32Array | undefined;
  /** Rows without a mark are passed over. */
  readonly marks: Bits | undefined;
  readonly added: Iterable<AddedQuad> | undefined;
  readonly pattern: IdQuad;
}

export class Cursor {
  subject = 0;
  predicate = 0;
  object = 0;
  /** The graph's number. */
  graph = 0;
  /** Called now and then while rows are passed over; may throw. */
  onPassing: (() => void) | undefined;

  readonly #name: OrderName;
  readonly #starts: Uint32Array;
  readonly #second: Uint32Array;
  readonly #third: Uint32Array;
  readonly #graphs: Numbers;
  readonly #rows: Uint32Array | undefined;
  readonly #marks: Bits | undefined;
  readonly #pattern: IdQuad;
  readonly #to: number;
  #at: number;
  /** The term in the first place of the row at hand. */
  #first = 0;
  #added: Iterator<AddedQuad> | undefined;
  #passed = 0;

  constructor({ name, order, range, rows, marks, added, pattern }: CursorSettings) {
    this.#name = name;
    this.#starts = order.starts;
    this.#second = order.second;
    this.#third = order.third;
    this.#graphs = order.graph;
    this.#rows = rows;
    this.#marks = marks;
    this.#pattern = pattern;
    this.#at = range.from;
    this.#to = range.to;
    this.#added = added?.[Symbol.iterator]();
    if (rows === undefined && range.from < range.to) this.#first = this.#firstOf(pattern);
  }

  /** False when there are no more. */
  next(): boolean {
    const { graph } = this.#pattern;
    while (this.#at < this.#to) {
      const row = this.#rows === undefined ? this.#at : (this.#rows[this.#at] as number);
      this.#at += 1;
      if (this.#marks === undefined || this.#marks.has(row)) {
        const found = this.#graphs[row] as number;
        if (graph < 0 || found === graph) {
          this.#take(row, found);
          if (this.#rows === undefined || this.#fits()) return true;
        }
      }
      this.#passed += 1;
      if ((this.#passed & 0x3ff) === 0) this.onPassing?.();
    }
    return this.#added !== undefined && this.#nextAdded(this.#added);
  }

  /** How many are left; afterwards there are none. */
  countRest(): number {
    let counted = 0;
    while (this.next()) counted += 1;
    return counted;
  }

  /** Where the pattern says it. Else rows are gone through from the first one on. */
  #firstOf({ subject, predicate, object }: IdQuad): number {
    if (this.#name === 'spo') return subject;
    return this.#name === 'pos' ? predicate : object;
  }

  #take(row: number, graph: number): void {
    if ((this.#starts[this.#first + 1] as number) <= row) this.#first = this.#findFirst(row);
    const [first, second, third] = [this.#first, this.#second[row] as number, this.#third[row] as number];
    this.graph = graph;
    if (this.#name === 'spo') this.#set(first, second, third);
    else if (this.#name === 'pos') this.#set(third, first, second);
    else this.#set(second, third, first);
  }

  /** The term among whose rows this one is; most often that of the rows that come next. */
  #findFirst(row: number): number {
    const next = this.#first + 1;
    if (row < (this.#starts[next + 1] as number)) return next;
    let [low, high] = [next + 1, this.#starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((this.#starts[middle] as number) <= row) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #set(subject: number, predicate: number, object: number): void {
    this.subject = subject;
    this.predicate = predicate;
    this.object = object;
  }

  #fits(): boolean {
    const { subject, predicate, object } = this.#pattern;
    return (
      (subject === 0 || subject === this.subject) &&
      (predicate === 0 || predicate === this.predicate) &&
      (object === 0 || object === this.object)
    );
  }

  #nextAdded(added: Iterator<AddedQuad>): boolean {
    const { graph } = this.#pattern;
    for (let next = added.next(); !next.done; next = added.next()) {
      const quad = next.value;
      if (graph >= 0 ? quad.graph !== graph : graph === unionOfGraphs && !quad.isShown) continue;
      this.graph = quad.graph;
      this.#set(quad.subject, quad.predicate, quad.object);
      if (this.#fits()) return true;
    }
    return false;
  }
}
