/** The terms of one query by their ids: those that are held, and those that are made on the way. */
import type { Term } from '../../rdf.js';
import type { IdTerms } from '../../serialise/id-terms.js';
import { writeTerm } from '../../serialise/terms.js';
import { type Dictionary, none } from '../snapshot/dictionary.js';
import { toInteger } from './literals.js';

/** Ids from here on are the query's own. */
const ownFrom = 2 ** 31;

export class QueryTerms implements IdTerms {
  readonly bytes: Buffer;
  readonly view: DataView;
  readonly ends: Uint32Array;
  readonly #own: Term[] = [];
  readonly #ids = new Map<string, number>();
  readonly #integers = new Map<number, number>();

  /** `spend` is told of the bytes that a term takes. */
  constructor(
    private readonly dictionary: Dictionary,
    private readonly spend: (bytes: number) => void,
  ) {
    ({ bytes: this.bytes, view: this.view, ends: this.ends } = dictionary);
  }

  term(id: number): Term {
    return id >= ownFrom ? (this.#own[id - ownFrom] as Term) : this.dictionary.term(id);
  }

  /** As N-Triples writes it. */
  text(id: number): string {
    return id >= ownFrom ? writeTerm(this.term(id)) : this.dictionary.text(id);
  }

  /** Of terms that can be compared where they lie; see {@link Dictionary.order}. */
  orderTexts(a: number, b: number): number | undefined {
    return a < ownFrom && b < ownFrom ? this.dictionary.order(a, b) : undefined;
  }

  /** Of a count. */
  idOfInteger(number: number): number {
    const known = this.#integers.get(number);
    if (known !== undefined) return known;
    const id = this.id(toInteger(number));
    this.#integers.set(number, id);
    return id;
  }

  id(term: Term): number {
    const held = this.dictionary.find(term);
    if (held !== none) return held;
    const text = writeTerm(term);
    const known = this.#ids.get(text);
    if (known !== undefined) return known;
    this.spend(4 * text.length);
    const id = this.make(term);
    this.#ids.set(text, id);
    return id;
  }

  /** The id of a term that nothing else has or asks for. */
  make(term: Term): number {
    this.spend(200);
    this.#own.push(term);
    return ownFrom + this.#own.length - 1;
  }
}
