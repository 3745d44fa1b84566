/** Quads that came after the columns were made: few beside those, found by any of their terms. */

export interface IdQuad {
  readonly subject: number;
  readonly predicate: number;
  readonly object: number;
  /** A graph's number. */
  readonly graph: number;
}

export interface AddedQuad extends IdQuad {
  /** Whether it is the one that the union of graphs shows for its triple. */
  isShown: boolean;
}

type Place = 'subject' | 'predicate' | 'object';
const places: readonly Place[] = ['object', 'subject', 'predicate'];

type Several = Iterable<AddedQuad> & { readonly size: number };

const nothing: Several = new Set();

/** Quads that have a term: most terms have one, which needs no set. */
class ByTerm {
  readonly #quads = new Map<number, AddedQuad | Set<AddedQuad>>();

  get(term: number): Several {
    const found = this.#quads.get(term);
    if (found === undefined) return nothing;
    return found instanceof Set ? found : { size: 1, [Symbol.iterator]: () => [found].values() };
  }

  add(term: number, quad: AddedQuad): void {
    const found = this.#quads.get(term);
    if (found === undefined) this.#quads.set(term, quad);
    else if (found instanceof Set) found.add(quad);
    else this.#quads.set(term, new Set([found, quad]));
  }

  remove(term: number, quad: AddedQuad): void {
    const found = this.#quads.get(term);
    if (found instanceof Set && found.size > 1) found.delete(quad);
    else this.#quads.delete(term);
  }
}

export class AddedQuads {
  readonly #all = new Set<AddedQuad>();
  readonly #by: Readonly<Record<Place, ByTerm>> = {
    subject: new ByTerm(),
    predicate: new ByTerm(),
    object: new ByTerm(),
  };

  get size(): number {
    return this.#all.size;
  }

  all(): Iterable<AddedQuad> {
    return this.#all;
  }

  get(quad: IdQuad): AddedQuad | undefined {
    for (const one of this.candidates(quad))
      if (
        one.subject === quad.subject &&
        one.object === quad.object &&
        one.predicate === quad.predicate &&
        one.graph === quad.graph
      )
        return one;
    return undefined;
  }

  add(quad: AddedQuad): void {
    this.#all.add(quad);
    for (const place of places) this.#by[place].add(quad[place], quad);
  }

  remove(quad: AddedQuad): void {
    this.#all.delete(quad);
    for (const place of places) this.#by[place].remove(quad[place], quad);
  }

  /** Those that may have these terms, 0 for any: as few as can be told at once. */
  candidates(pattern: Omit<IdQuad, 'graph'>): Several {
    let fewest: Several = this.#all;
    for (const place of places) {
      if (pattern[place] === 0) continue;
      const having = this.#by[place].get(pattern[place]);
      if (having.size <= fewest.size) fewest = having;
    }
    return fewest;
  }
}
