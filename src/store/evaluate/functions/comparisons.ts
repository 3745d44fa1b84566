/** `=`, `<` and their like (SPARQL 1.2 Query, 17.3). */
import type { Term } from '../../../rdf.js';
import { isAtMost, isEqual, isLess } from '../compare-terms.js';
import { toTruth } from '../literals.js';
import type { FunctionTable, TermFunction } from './term-function.js';

const not = (answer: boolean | undefined): boolean | undefined => (answer === undefined ? undefined : !answer);

const test =
  (compare: (a: Term, b: Term) => boolean | undefined): TermFunction =>
  (a, b) =>
    a === undefined || b === undefined ? undefined : toTruth(compare(a, b));

export const comparisons: FunctionTable = {
  '=': test(isEqual),
  '!=': test((a, b) => not(isEqual(a, b))),
  '<': test(isLess),
  '<=': test(isAtMost),
  '>': test((a, b) => isLess(b, a)),
  '>=': test((a, b) => isAtMost(b, a)),
  sameterm: (a, b) => toTruth(a !== undefined && b !== undefined && a.equals(b)),
};
