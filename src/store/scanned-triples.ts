/** Triples of a view's default graph, read where they lie whenever they are asked for. */
import type { IdTerms } from '../serialise/id-terms.js';
import type { IdTriples } from '../serialise/id-triples.js';
import type { IdView } from './dataset-view.js';

/** `tick` is called at each triple, and may throw. */
type Parts = { readonly view: IdView; readonly terms?: IdTerms; readonly tick: () => void };

export class ScannedTriples implements IdTriples {
  readonly terms: IdTerms;
  readonly #view: IdView;
  readonly #tick: () => void;
  readonly #chosen: Iterable<number> | undefined;

  /** All of them, or those about the chosen subjects, each of which is given once. */
  constructor({ view, terms = view.dictionary, tick }: Parts, chosen?: Iterable<number>) {
    this.terms = terms;
    this.#view = view;
    this.#tick = tick;
    this.#chosen = chosen;
  }

  subjects(): Iterable<number> {
    if (this.#chosen !== undefined) return this.#chosen;
    const subjects: number[] = [];
    const cursor = this.#view.index.scan(0, 0, 0, this.#view.defaultGraph);
    cursor.onPassing = this.#tick;
    let last = 0;
    while (cursor.next()) {
      this.#tick();
      if (cursor.subject === last) continue;
      last = cursor.subject;
      subjects.push(last);
    }
    // What was added since the columns were made comes behind them, whatever it is about.
    return this.#view.index.changes === 0 ? subjects : new Set(subjects);
  }

  *[Symbol.iterator](): Generator<readonly [number, number, number]> {
    for (const subject of this.subjects()) {
      const said = this.about(subject);
      for (let at = 0; at < said.length; at += 2) yield [subject, said[at] as number, said[at + 1] as number];
    }
  }

  about(subject: number): number[] {
    const said: number[] = [];
    const cursor = this.#view.index.scan(subject, 0, 0, this.#view.defaultGraph);
    cursor.onPassing = this.#tick;
    while (cursor.next()) {
      this.#tick();
      said.push(cursor.predicate, cursor.object);
    }
    return said;
  }
}
