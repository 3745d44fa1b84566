/**
 * Quads by ids: the columns, less what was removed, and what was added since. Whoever asks for the union of graphs gets each
 * triple once: of the quads that say it one is shown, and when that one goes another takes its place.
 */
import { type AddedQuad, AddedQuads, type IdQuad } from './added-quads.js';
import { Bits } from './bits.js';
import { type Columns, type OrderName, orderNames, quadsIn } from './columns.js';
import { anyGraph, Cursor, unionOfGraphs } from './cursor.js';
import { findRange, findRow, type Range } from './rows-in-order.js';
import { findMarks, type Marks } from './union-marks.js';

type Places = readonly [number, number, number];

const placesIn = (name: OrderName, { subject, predicate, object }: Omit<IdQuad, 'graph'>): Places => {
  if (name === 'spo') return [subject, predicate, object];
  return name === 'pos' ? [predicate, object, subject] : [object, subject, predicate];
};

/** The order in which all rows of a pattern lie together. */
function orderFor({ subject, predicate, object }: Omit<IdQuad, 'graph'>): OrderName {
  if (subject !== 0) return object !== 0 && predicate === 0 ? 'osp' : 'spo';
  if (predicate !== 0) return 'pos';
  return object === 0 ? 'spo' : 'osp';
}

export class IdIndex {
  readonly #added = new AddedQuads();
  #removed = 0;
  /** Rows that are still there; undefined where all are. */
  #alive: Marks | undefined;
  /** Rows that the union shows; undefined where it shows all. */
  #shown: Marks | undefined;

  /** `isInUnion` is asked of graphs by their numbers; `earlier`: one over the same columns whose changes this one is to take over. */
  constructor(
    readonly columns: Columns,
    private readonly isInUnion: (graph: number) => boolean,
    earlier?: IdIndex,
  ) {
    if (earlier === undefined) this.#shown = findMarks(columns, isInUnion);
    else [this.#removed, this.#alive, this.#shown] = [earlier.#removed, earlier.#alive, earlier.#shown];
  }

  /** Quads that were added elsewhere, by the ids that they have here. */
  takeOver(other: IdIndex, rename: (quad: IdQuad) => IdQuad): void {
    for (const quad of other.#added.all()) this.#added.add({ ...rename(quad), isShown: quad.isShown });
  }

  /** How many quads have been added and removed since the columns were made. */
  get changes(): number {
    return this.#removed + this.#added.size;
  }

  get size(): number {
    return quadsIn(this.columns) - this.#removed + this.#added.size;
  }

  /** Terms by id, 0 for any; a graph by its number, {@link anyGraph} or {@link unionOfGraphs}. */
  scan(subject: number, predicate: number, object: number, graph: number): Cursor {
    const pattern = { subject, predicate, object, graph };
    const name = orderFor(pattern);
    const order = this.columns[name];
    const marks = graph === unionOfGraphs ? this.#shown?.[name] : this.#alive?.[name];
    const added = this.#added.size === 0 ? undefined : this.#added.candidates(pattern);
    const range = findRange(order, ...placesIn(name, pattern));
    const rows = this.#rowsOfGraph(range, graph);
    return rows === undefined
      ? new Cursor({ name, order, range, marks, added, pattern, rows: undefined })
      : new Cursor({ name: 'spo', order: this.columns.spo, ...rows, marks: this.#alive?.spo, added, pattern });
  }

  /** The graph's own rows, where they are fewer than those of the range. */
  #rowsOfGraph({ from, to }: Range, graph: number): { readonly range: Range; readonly rows: Uint32Array } | undefined {
    const { graphStarts, graphRows } = this.columns;
    if (graph < 0 || graph + 1 >= graphStarts.length) return undefined;
    const range = { from: graphStarts[graph] as number, to: graphStarts[graph + 1] as number };
    return range.to - range.from < to - from ? { range, rows: graphRows } : undefined;
  }

  count(subject: number, predicate: number, object: number, graph: number): number {
    const isFree = subject === 0 && predicate === 0 && object === 0;
    if (graph >= 0 && !(isFree && this.#removed === 0)) return this.scan(subject, predicate, object, graph).countRest();
    const pattern = { subject, predicate, object, graph };
    const name = orderFor(pattern);
    const { from, to } = this.#countedRange(pattern, name);
    const marks = graph === unionOfGraphs ? this.#shown?.[name] : this.#alive?.[name];
    const held = graph >= 0 || marks === undefined ? to - from : marks.count(from, to);
    if (this.#added.size === 0) return held;
    return held + new Cursor({ ...nothing(this.columns), added: this.#added.candidates(pattern), pattern }).countRest();
  }

  #countedRange(pattern: IdQuad, name: OrderName): Range {
    const { graphStarts } = this.columns;
    if (pattern.graph < 0) return findRange(this.columns[name], ...placesIn(name, pattern));
    return {
      from: graphStarts[pattern.graph] ?? 0,
      to: graphStarts[pattern.graph + 1] ?? graphStarts[pattern.graph] ?? 0,
    };
  }

  has(quad: IdQuad): boolean {
    return this.#added.get(quad) !== undefined || this.#findAlive(quad) !== undefined;
  }

  /** False where it was there. */
  add(quad: IdQuad): boolean {
    if (this.has(quad)) return false;
    const isShown = this.isInUnion(quad.graph) && !this.#isTripleShown(quad);
    const row = this.#findRow('spo', quad);
    if (row === undefined) this.#added.add({ ...quad, isShown });
    else {
      this.#removed -= 1;
      this.#mark(this.#aliveMarks(), quad, true);
      if (isShown || this.#shown !== undefined) this.#mark(this.#shownMarks(), quad, isShown);
    }
    return true;
  }

  /** False where it was not there. */
  remove(quad: IdQuad): boolean {
    const added = this.#added.get(quad);
    const row = added === undefined ? this.#findAlive(quad) : undefined;
    if (added === undefined && row === undefined) return false;
    const wasShown = added?.isShown ?? (row !== undefined && (this.#shown === undefined || this.#shown.spo.has(row)));
    if (added !== undefined) this.#added.remove(added);
    else {
      this.#removed += 1;
      this.#mark(this.#shownMarks(), quad, false);
      this.#mark(this.#aliveMarks(), quad, false);
    }
    if (wasShown) this.#showAnother(quad);
    return true;
  }

  /** Another graph may say the same. */
  #showAnother({ subject, predicate, object }: IdQuad): void {
    const cursor = this.scan(subject, predicate, object, anyGraph);
    while (cursor.next()) {
      if (!this.isInUnion(cursor.graph)) continue;
      const found = { subject, predicate, object, graph: cursor.graph };
      const added: AddedQuad | undefined = this.#added.get(found);
      if (added === undefined) this.#mark(this.#shownMarks(), found, true);
      else added.isShown = true;
      return;
    }
  }

  #isTripleShown({ subject, predicate, object }: IdQuad): boolean {
    return this.scan(subject, predicate, object, unionOfGraphs).next();
  }

  #findRow = (name: OrderName, quad: IdQuad): number | undefined =>
    findRow(this.columns[name], placesIn(name, quad), quad.graph);

  #findAlive(quad: IdQuad): number | undefined {
    const row = this.#findRow('spo', quad);
    return row === undefined || this.#alive?.spo.has(row) === false ? undefined : row;
  }

  #mark(marks: Marks, quad: IdQuad, isSet: boolean): void {
    for (const name of orderNames) {
      const row = this.#findRow(name, quad);
      if (row !== undefined) marks[name].set(row, isSet);
    }
  }

  #createMarks(): Marks {
    const length = quadsIn(this.columns);
    return { spo: Bits.create(length, true), pos: Bits.create(length, true), osp: Bits.create(length, true) };
  }

  #aliveMarks(): Marks {
    this.#alive ??= this.#createMarks();
    return this.#alive;
  }

  #shownMarks(): Marks {
    this.#shown ??= this.#createMarks();
    return this.#shown;
  }
}

/** A place in which no row is. */
const nothing = ({ spo }: Columns) => ({
  name: 'spo' as const,
  order: spo,
  range: { from: 0, to: 0 },
  marks: undefined,
  rows: undefined,
});
