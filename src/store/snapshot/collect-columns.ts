/** Quads → columns. */
import type { Quad, Term } from '../../rdf.js';
import { writeTerm } from '../../serialise/terms.js';
import type { Columns } from './columns.js';
import { anyGraph } from './cursor.js';
import type { Dictionary } from './dictionary.js';
import type { GraphNumbers } from './graph-numbers.js';
import type { IdIndex } from './id-index.js';
import { createOrders, sortRows } from './sort-rows.js';

/** Numbers, as many as come. */
class Growing {
  #numbers = new Uint32Array(1024);
  #length = 0;

  push(number: number): void {
    if (this.#length === this.#numbers.length) {
      const larger = new Uint32Array(this.#length * 2);
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    this.#numbers[this.#length] = number;
    this.#length += 1;
  }

  /** Each under another number. */
  renumbered(by: Uint32Array): Uint32Array {
    return Uint32Array.from({ length: this.#length }, (_, row) => by[this.#numbers[row] as number] as number);
  }
}

export interface Collector {
  add(quad: Quad): void;
  /** A quad in N-Triples' own words; the graph is '' for the unnamed one. */
  addTexts(subject: string, predicate: string, object: string, graph: string): void;
  /** `rename` gives blank nodes the labels that they are to have. */
  columns(rename?: (text: string) => string): Columns;
}

const hasSurrogates = /[\uD800-\uDFFF]/;

/** The numbers of texts, but for the first, in the order of their bytes, which is that of their code points. */
function sortByText(texts: readonly string[]): number[] {
  const [, ...own] = texts;
  const byCodePoint = own.some((text) => hasSurrogates.test(text));
  const compare = byCodePoint
    ? (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b))
    : (a: string, b: string): number => (a < b ? -1 : 1);
  return own.map((_, place) => place + 1).sort((a, b) => compare(texts[a] as string, texts[b] as string));
}

/** Texts one behind the other, and where each ends. */
function encodeAll(texts: readonly string[]): Pick<Columns, 'texts' | 'ends'> {
  const ends = new Uint32Array(texts.length + 1);
  let length = 0;
  for (const [place, text] of texts.entries()) {
    length += Buffer.byteLength(text);
    ends[place + 1] = length;
  }
  if (length >= 2 ** 32) throw new Error(`the terms of the graph have ${length} bytes, more than a snapshot can hold`);
  const bytes = Buffer.alloc(length);
  for (const [place, text] of texts.entries()) bytes.write(text, ends[place] as number);
  return { texts: bytes, ends };
}

/** Quads by numbers that are given to texts as they come. */
class Numbered {
  readonly #subject = new Growing();
  readonly #predicate = new Growing();
  readonly #object = new Growing();
  readonly #graph = new Growing();
  /** Text's number → graph's number. */
  readonly #graphs = new Map<number, number>([[0, 0]]);

  push(subject: number, predicate: number, object: number, graph: number): void {
    this.#subject.push(subject);
    this.#predicate.push(predicate);
    this.#object.push(object);
    const known = this.#graphs.get(graph) ?? this.#graphs.size;
    this.#graphs.set(graph, known);
    this.#graph.push(known);
  }

  /** `texts` by number; the first one is empty. They are put in the order of their bytes. */
  columns(texts: readonly string[]): Columns {
    const order = sortByText(texts);
    const finalIds = new Uint32Array(texts.length);
    for (const [place, number] of order.entries()) finalIds[number] = place + 1;
    // Graphs in the order of their names, so that the same quads make the same columns however they come.
    const graphs = Uint32Array.from(this.#graphs.keys(), (number) => finalIds[number] as number).sort();
    const place = new Map(Array.from(graphs, (id, number) => [id, number]));
    const finalNumbers = Uint32Array.from(
      this.#graphs.keys(),
      (number) => place.get(finalIds[number] as number) as number,
    );
    const rows = {
      subject: this.#subject.renumbered(finalIds),
      predicate: this.#predicate.renumbered(finalIds),
      object: this.#object.renumbered(finalIds),
      graph: this.#graph.renumbered(finalNumbers),
    };
    const [terms, graphCount] = [order.length, graphs.length];
    const encoded = encodeAll(order.map((number) => texts[number] as string));
    return { ...encoded, graphs, ...createOrders(sortRows(rows, terms, graphCount), terms, graphCount) };
  }
}

export function createCollector(): Collector {
  const ids = new Map<string, number>([['', 0]]);
  const rows = new Numbered();
  /** Terms that were met lately: writing one takes longer than finding it. */
  const known = new Map<Term, number>();

  function idOfText(text: string): number {
    const id = ids.get(text);
    if (id !== undefined) return id;
    ids.set(text, ids.size);
    return ids.size - 1;
  }

  function idOf(term: Term): number {
    const before = known.get(term);
    if (before !== undefined) return before;
    const id = idOfText(writeTerm(term));
    if (known.size > 10_000) known.clear();
    known.set(term, id);
    return id;
  }

  return {
    add: (quad) => rows.push(idOf(quad.subject), idOf(quad.predicate), idOf(quad.object), idOf(quad.graph)),
    addTexts: (s, p, o, g) => rows.push(idOfText(s), idOfText(p), idOfText(o), idOfText(g)),
    columns(rename) {
      const texts = [...ids.keys()];
      return rows.columns(rename === undefined ? texts : texts.map(rename));
    },
  };
}

export function collectColumns(quads: Iterable<Quad>): Columns {
  const collector = createCollector();
  for (const quad of quads) collector.add(quad);
  return collector.columns();
}

/** The quads of an index anew, without what was removed, and with what was added. */
export function recollectColumns(index: IdIndex, dictionary: Dictionary, graphs: GraphNumbers): Columns {
  const numbers = new Map<number, number>([[0, 0]]);
  const texts = [''];
  const rows = new Numbered();
  const numberOf = (id: number): number => {
    const known = numbers.get(id);
    if (known !== undefined) return known;
    numbers.set(id, texts.length);
    texts.push(dictionary.text(id));
    return texts.length - 1;
  };
  const cursor = index.scan(0, 0, 0, anyGraph);
  while (cursor.next())
    rows.push(
      numberOf(cursor.subject),
      numberOf(cursor.predicate),
      numberOf(cursor.object),
      numberOf(graphs.idOf(cursor.graph)),
    );
  return rows.columns(texts);
}
