/** One order of all terms, for ORDER BY, MIN and MAX (SPARQL 1.2 Query, 15.1): where `<` has an answer it is this one. */
import type { Term } from '../../rdf.js';
import { compareCodePoints } from './code-points.js';
import { compareNumbers, isNumeric } from './compare-literals.js';
import { orderDurations } from './durations.js';
import { valueOfTerm } from './known-values.js';
import type { LiteralValue } from './literal-value.js';
import { orderMoments } from './moments.js';

const rankOfTerm: Readonly<Record<string, number>> = { BlankNode: 1, NamedNode: 2, Literal: 3, Quad: 4 };

/** What the standard leaves open: numbers, then texts, truths, times and durations, then what is known by its text alone. */
const rankOfValue: Readonly<Record<LiteralValue['kind'], number>> = {
  decimal: 0,
  float: 0,
  double: 0,
  text: 1,
  language: 1,
  boolean: 2,
  moment: 3,
  duration: 4,
  opaque: 5,
};

const firstOf = (...orders: readonly number[]): number => orders.find((order) => order !== 0) ?? 0;

type Written = Extract<LiteralValue, { readonly text: string }>;

/** By their characters, then by language: those without one first. */
function orderTexts(a: Written, b: Written): number {
  const [x, y] = [a, b].map((one) => (one.kind === 'language' ? [one.language, one.direction] : ['', '']));
  return firstOf(
    compareCodePoints(a.text, b.text),
    compareCodePoints(x?.[0] ?? '', y?.[0] ?? ''),
    compareCodePoints(x?.[1] ?? '', y?.[1] ?? ''),
  );
}

function orderValues(a: LiteralValue, b: LiteralValue): number {
  if (isNumeric(a) && isNumeric(b)) {
    const order = compareNumbers(a, b);
    // What is no number comes before all numbers.
    return Number.isNaN(order) ? Number(isNaNumber(b)) - Number(isNaNumber(a)) : order;
  }
  if (a.kind === 'boolean' && b.kind === 'boolean') return Number(a.truth) - Number(b.truth);
  if (a.kind === 'moment' && b.kind === 'moment')
    return firstOf(compareCodePoints(a.type, b.type), orderMoments(a.moment, b.moment));
  if (a.kind === 'duration' && b.kind === 'duration') return orderDurations(a.duration, b.duration);
  if (a.kind === 'opaque' && b.kind === 'opaque')
    return firstOf(compareCodePoints(a.type, b.type), compareCodePoints(a.text, b.text));
  return 'text' in a && 'text' in b ? orderTexts(a, b) : 0;
}

const isNaNumber = (value: LiteralValue): boolean => 'number' in value && Number.isNaN(value.number);

type Literal = Term & { readonly termType: 'Literal' };

/** Literals without a value that we know come last, by their datatype and text. */
function orderLiterals(a: Literal, b: Literal): number {
  const [x, y] = [valueOfTerm(a), valueOfTerm(b)];
  if (x === undefined && y === undefined)
    return firstOf(compareCodePoints(a.datatype.value, b.datatype.value), compareCodePoints(a.value, b.value));
  if (x === undefined || y === undefined) return x === undefined ? 1 : -1;
  return firstOf(rankOfValue[x.kind] - rankOfValue[y.kind], orderValues(x, y));
}

type Triple = Term & { readonly termType: 'Quad' };

const orderTriples = (a: Triple, b: Triple): number =>
  firstOf(orderTerms(a.subject, b.subject), orderTerms(a.predicate, b.predicate), orderTerms(a.object, b.object));

/** Below zero where `a` comes first; an unbound variable, undefined, comes before everything. */
export function orderTerms(a: Term | undefined, b: Term | undefined): number {
  if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined);
  if (a.termType === 'Literal' && b.termType === 'Literal') return orderLiterals(a, b);
  if (a.termType === 'Quad' && b.termType === 'Quad') return orderTriples(a, b);
  return firstOf((rankOfTerm[a.termType] ?? 0) - (rankOfTerm[b.termType] ?? 0), compareCodePoints(a.value, b.value));
}
