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

const keyOf = ({ subject, predicate, object, graph }: IdQuad): string => `${subject} ${predicate} ${object} ${graph}`;

type Place = 'subject' | 'predicate' | 'object';
const places: readonly Place[] = ['object', 'subject', 'predicate'];

const nothing: ReadonlySet<AddedQuad> = new Set();

export class AddedQuads {
  readonly #all = new Map<string, AddedQuad>();
  readonly #by: Readonly<Record<Place, Map<number, Set<AddedQuad>>>> = {
    subject: new Map(),
    predicate: new Map(),
    object: new Map(),
  };

  get size(): number {
    return this.#all.size;
  }

  get(quad: IdQuad): AddedQuad | undefined {
    return this.#all.get(keyOf(quad));
  }

  add(quad: AddedQuad): void {
    this.#all.set(keyOf(quad), quad);
    for (const place of places) {
      const known = this.#by[place].get(quad[place]);
      if (known === undefined) this.#by[place].set(quad[place], new Set([quad]));
      else known.add(quad);
    }
  }

  remove(quad: AddedQuad): void {
    this.#all.delete(keyOf(quad));
    for (const place of places) {
      const known = this.#by[place].get(quad[place]);
      known?.delete(quad);
      if (known?.size === 0) this.#by[place].delete(quad[place]);
    }
  }

  /** Those that may have these terms, 0 for any: as few as can be told at once. */
  candidates(pattern: Omit<IdQuad, 'graph'>): Iterable<AddedQuad> & { readonly size: number } {
    let fewest: Iterable<AddedQuad> & { readonly size: number } = {
      size: this.#all.size,
      [Symbol.iterator]: () => this.#all.values(),
    };
    for (const place of places) {
      if (pattern[place] === 0) continue;
      const having = this.#by[place].get(pattern[place]) ?? nothing;
      if (having.size <= fewest.size) fewest = having;
    }
    return fewest;
  }
}
