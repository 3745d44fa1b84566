/** Quads → columns. */
import type { Quad, Term } from '../../rdf.js';
import { writeTerm } from '../../serialise/terms.js';
import type { Columns } from './columns.js';
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
  columns(): Columns;
}

const hasSurrogates = /[\uD800-\uDFFF]/;

/** In the order of their bytes, which is that of their code points. */
function sortTexts(texts: string[]): string[] {
  if (!texts.some((text) => hasSurrogates.test(text))) return texts.sort();
  return texts.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
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

export function createCollector(): Collector {
  const ids = new Map<string, number>([['', 0]]);
  const graphNumbers = new Map<number, number>([[0, 0]]);
  const [subject, predicate, object, graph] = [new Growing(), new Growing(), new Growing(), new Growing()];
  /** Texts of terms that were met lately: writing one takes longer than finding it. */
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

  function addIds(s: number, p: number, o: number, g: number): void {
    subject.push(s);
    predicate.push(p);
    object.push(o);
    if (!graphNumbers.has(g)) graphNumbers.set(g, graphNumbers.size);
    graph.push(graphNumbers.get(g) as number);
  }

  return {
    add: (quad) => addIds(idOf(quad.subject), idOf(quad.predicate), idOf(quad.object), idOf(quad.graph)),
    addTexts: (s, p, o, g) => addIds(idOfText(s), idOfText(p), idOfText(o), idOfText(g)),
    columns() {
      const [, ...texts] = ids.keys();
      const sorted = sortTexts(texts);
      const finalIds = new Uint32Array(ids.size);
      for (const [place, text] of sorted.entries()) finalIds[ids.get(text) as number] = place + 1;
      // In the order of their names, so that the same quads make the same columns however they come.
      const graphs = Uint32Array.from(graphNumbers.keys(), (id) => finalIds[id] as number).sort();
      const place = new Map(Array.from(graphs, (id, number) => [id, number]));
      const finalNumbers = Uint32Array.from(graphNumbers.keys(), (id) => place.get(finalIds[id] as number) as number);
      const rows = {
        subject: subject.renumbered(finalIds),
        predicate: predicate.renumbered(finalIds),
        object: object.renumbered(finalIds),
        graph: graph.renumbered(finalNumbers),
      };
      const [terms, graphCount] = [sorted.length, graphs.length];
      return { ...encodeAll(sorted), graphs, ...createOrders(sortRows(rows, terms, graphCount), terms, graphCount) };
    },
  };
}

export function collectColumns(quads: Iterable<Quad>): Columns {
  const collector = createCollector();
  for (const quad of quads) collector.add(quad);
  return collector.columns();
}
