/** The order of terms by their ids: most are compared where they lie in the dictionary. */
import { orderTerms } from '../values/order-terms.js';
import type { QueryTerms } from './query-terms.js';

/** Below zero where `a` comes first; 0, the id of no value, comes before everything. */
export const createIdOrder =
  (terms: QueryTerms) =>
  (a: number, b: number): number => {
    if (a === b) return 0;
    if (a === 0 || b === 0) return a === 0 ? -1 : 1;
    return terms.orderTexts(a, b) ?? orderTerms(terms.term(a), terms.term(b));
  };
