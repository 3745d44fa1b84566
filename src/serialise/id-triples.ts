/** Triples by the numbers of their terms, subject by subject. */
import type { IdTerms } from './id-terms.js';

export interface IdTriples {
  readonly terms: IdTerms;
  /** Each once, in the order in which the triples come. */
  subjects(): Iterable<number>;
  /** What is said of it, each once, as it comes: predicate, object, predicate, object … */
  about(subject: number): readonly number[];
}
