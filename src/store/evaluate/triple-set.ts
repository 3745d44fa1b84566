/** Triples by ids, each once, in the order in which they were made. */
import type { IdTerms } from '../../serialise/id-terms.js';
import type { IdTriples } from '../../serialise/id-triples.js';

/** What a triple takes: its ids, its links, and its place among the hashes. */
const bytesOfTriple = 40;
const leastRows = 256;

const enlarge = (numbers: Uint32Array, length: number) => {
  const larger = new Uint32Array(length);
  larger.set(numbers);
  return larger;
};

const hash = (subject: number, predicate: number, key: number): number => {
  const mixed = Math.imul(subject, 0x9e3779b1) ^ Math.imul(predicate, 0x85ebca6b) ^ Math.imul(key, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 15)) >>> 0;
};

export class TripleSet implements IdTriples {
  #length = 0;
  #subjects = new Uint32Array(leastRows);
  #predicates = new Uint32Array(leastRows);
  #objects = new Uint32Array(leastRows);
  #keys = new Uint32Array(leastRows);
  /** Row → the next one of its subject, plus one. */
  #next = new Uint32Array(leastRows);
  /** Hash → row, plus one; twice as many as rows. */
  #table = new Uint32Array(2 * leastRows);
  /** Subject → its first and its last row. */
  readonly #ends = new Map<number, { readonly first: number; last: number }>();

  /** `spend` is told of the bytes that it takes, before it takes them. */
  constructor(
    readonly terms: IdTerms,
    private readonly spend: (bytes: number) => void,
  ) {}

  /** Objects of the same key are the same, however they are written. */
  add(subject: number, predicate: number, object: number, key: number): void {
    const place = this.#find(subject, predicate, key);
    if (this.#table[place] !== 0) return;
    const row = this.#length;
    this.#subjects[row] = subject;
    this.#predicates[row] = predicate;
    this.#objects[row] = object;
    this.#keys[row] = key;
    this.#table[place] = row + 1;
    this.#link(subject, row);
    this.#length += 1;
    if (this.#length === this.#subjects.length) this.#grow();
  }

  subjects(): Iterable<number> {
    return this.#ends.keys();
  }

  about(subject: number): number[] {
    const said: number[] = [];
    const ends = this.#ends.get(subject);
    if (ends === undefined) return said;
    for (let next = ends.first + 1; next !== 0; next = this.#next[next - 1] as number)
      said.push(this.#predicates[next - 1] as number, this.#objects[next - 1] as number);
    return said;
  }

  *[Symbol.iterator](): Generator<readonly [number, number, number]> {
    for (let row = 0; row < this.#length; row += 1)
      yield [this.#subjects[row] as number, this.#predicates[row] as number, this.#objects[row] as number];
  }

  /** The place of that triple in the table, or the one where it would be. */
  #find(subject: number, predicate: number, key: number): number {
    const mask = this.#table.length - 1;
    let place = hash(subject, predicate, key) & mask;
    for (let entry = this.#table[place] as number; entry !== 0; entry = this.#table[place] as number) {
      const row = entry - 1;
      if (this.#subjects[row] === subject && this.#predicates[row] === predicate && this.#keys[row] === key) break;
      place = (place + 1) & mask;
    }
    return place;
  }

  #link(subject: number, row: number): void {
    const ends = this.#ends.get(subject);
    if (ends === undefined) {
      this.#ends.set(subject, { first: row, last: row });
      return;
    }
    this.#next[ends.last] = row + 1;
    ends.last = row;
  }

  #grow(): void {
    const length = 2 * this.#length;
    this.spend(this.#length * bytesOfTriple);
    this.#subjects = enlarge(this.#subjects, length);
    this.#predicates = enlarge(this.#predicates, length);
    this.#objects = enlarge(this.#objects, length);
    this.#keys = enlarge(this.#keys, length);
    this.#next = enlarge(this.#next, length);
    this.#table = new Uint32Array(2 * length);
    for (let row = 0; row < this.#length; row += 1) {
      const place = this.#find(
        this.#subjects[row] as number,
        this.#predicates[row] as number,
        this.#keys[row] as number,
      );
      this.#table[place] = row + 1;
    }
  }
}
