/** The small numbers of graphs, and their names; 0 is the unnamed graph. */
import { rdf, type Term } from '../../rdf.js';
import { type Dictionary, none } from './dictionary.js';

const unnamed = rdf.defaultGraph();

export class GraphNumbers {
  readonly #ids: number[];
  readonly #numbers: Map<number, number>;

  constructor(
    ids: Uint32Array,
    private readonly dictionary: Dictionary,
  ) {
    this.#ids = [...ids];
    this.#numbers = new Map(this.#ids.map((id, number) => [id, number]));
  }

  get size(): number {
    return this.#ids.length;
  }

  idOf = (number: number): number => this.#ids[number] ?? none;

  numberOf = (id: number): number | undefined => this.#numbers.get(id);

  term = (number: number): Term => (number === 0 ? unnamed : this.dictionary.term(this.#ids[number] ?? none));

  find(graph: Term): number | undefined {
    if (graph.termType === 'DefaultGraph') return 0;
    const id = this.dictionary.find(graph);
    return id === none ? undefined : this.#numbers.get(id);
  }

  add(graph: Term): number {
    return this.#numberFor(this.dictionary.add(graph));
  }

  /** '' is the unnamed one. */
  addText(text: string): number {
    return this.#numberFor(this.dictionary.addText(text));
  }

  findText(text: string): number | undefined {
    return text === '' ? 0 : this.#numbers.get(this.dictionary.findText(text));
  }

  #numberFor(id: number): number {
    const known = this.#numbers.get(id);
    if (known !== undefined) return known;
    this.#numbers.set(id, this.#ids.length);
    this.#ids.push(id);
    return this.#ids.length - 1;
  }
}
