/** `=` and `<` between terms (SPARQL 1.2 Query, 17.3); undefined is an error. */
import type { Term } from '../../rdf.js';
import { isEqualValue, isLessValue } from '../values/compare-literals.js';
import { partsOf, valueOfTerm } from '../values/known-values.js';
import { isLiteral } from './literals.js';

type Triple = Term & { readonly termType: 'Quad' };

function areEqual(a: Triple, b: Triple): boolean | undefined {
  const answers = [isEqual(a.subject, b.subject), isEqual(a.predicate, b.predicate), isEqual(a.object, b.object)];
  if (answers.includes(false)) return false;
  return answers.includes(undefined) ? undefined : true;
}

export function isEqual(a: Term, b: Term): boolean | undefined {
  if (a.termType !== b.termType) return false;
  if (isLiteral(a) && isLiteral(b)) return isEqualValue([partsOf(a), valueOfTerm(a)], [partsOf(b), valueOfTerm(b)]);
  if (a.termType === 'Quad' && b.termType === 'Quad') return areEqual(a, b);
  return a.value === b.value;
}

export const isLess = (a: Term, b: Term): boolean | undefined =>
  isLiteral(a) && isLiteral(b) ? isLessValue(valueOfTerm(a), valueOfTerm(b)) : undefined;

/** Less, or of those that have an order the same: not what is merely not greater, which NaN is too. */
export function isAtMost(a: Term, b: Term): boolean | undefined {
  const less = isLess(a, b);
  return less === false ? isEqual(a, b) : less;
}
