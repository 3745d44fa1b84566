/**
 * `=`, `!=`, `<`, `>`, `<=` and `>=`, and the order of ORDER BY. Comunica's compare texts by the rules of a locale, whole
 * numbers as doubles, and times without a zone as if the server's were meant; `<=` on gYear is an error, and so is `=`
 * between values of different types.
 */
import { BooleanLiteral, ExpressionError } from '@comunica/utils-expression-evaluator';
import type { Term } from '../../rdf.js';
import { isEqualLiteral, isLessLiteral } from '../values/compare-literals.js';
import { orderTerms } from '../values/order-terms.js';
import type { Actor, EngineParts } from './engine-parts.js';
import { type Operand, partsOf, replaceFunction } from './term-function.js';

/** A blank node's label may come as the node itself. */
function nameOf({ value }: Operand): unknown {
  return typeof value === 'object' && value !== null && 'value' in value ? value.value : value;
}

/** All parts are the same: no, as soon as one is not; unknown, where one is unknown. */
function areEqual(pairs: readonly (readonly [Operand | undefined, Operand | undefined])[]): boolean | undefined {
  const answers = pairs.map(([a, b]) => (a === undefined || b === undefined ? a === b : isEqual(a, b)));
  if (answers.includes(false)) return false;
  return answers.includes(undefined) ? undefined : true;
}

const quick = new Set(['integer', 'double'].map((type) => `http://www.w3.org/2001/XMLSchema#${type}`));

/** The number that Comunica has already made of an operand, where a double holds it exactly. */
function quickNumber({ typedValue, dataType = '' }: Operand): number | undefined {
  if (typeof typedValue !== 'number' || !quick.has(dataType)) return undefined;
  return Math.abs(typedValue) <= Number.MAX_SAFE_INTEGER ? typedValue : undefined;
}

/** Most comparisons are of such numbers: they need no second look at the text. */
function quickly(a: Operand, b: Operand, compare: (x: number, y: number) => boolean): boolean | undefined {
  const [x, y] = [quickNumber(a), quickNumber(b)];
  return x === undefined || y === undefined ? undefined : compare(x, y);
}

/** Undefined where SPARQL has an error. */
function isEqual(a: Operand, b: Operand): boolean | undefined {
  if (a.termType !== b.termType) return false;
  if (a.termType === 'literal') return quickly(a, b, (x, y) => x === y) ?? isEqualLiteral(partsOf(a), partsOf(b));
  if (a.termType !== 'quad') return nameOf(a) === nameOf(b);
  return areEqual([
    [a.subject, b.subject],
    [a.predicate, b.predicate],
    [a.object, b.object],
  ]);
}

function isLess(a: Operand, b: Operand): boolean | undefined {
  if (a.termType !== 'literal' || b.termType !== 'literal') return undefined;
  return quickly(a, b, (x, y) => x < y) ?? isLessLiteral(partsOf(a), partsOf(b));
}

/** Less, or of those that have an order the same: not what is merely not greater, which NaN is too. */
function isAtMost(a: Operand, b: Operand): boolean | undefined {
  const less = isLess(a, b);
  return less === false ? isEqual(a, b) : less;
}

const not = (answer: boolean | undefined): boolean | undefined => (answer === undefined ? undefined : !answer);

const operators: Readonly<Record<string, (a: Operand, b: Operand) => boolean | undefined>> = {
  equality: isEqual,
  inequality: (a, b) => not(isEqual(a, b)),
  'lesser-than': isLess,
  'lesser-than-equal': isAtMost,
  'greater-than': (a, b) => isLess(b, a),
  'greater-than-equal': (a, b) => isAtMost(b, a),
};

export function correctOperators(parts: EngineParts): void {
  for (const [name, operator] of Object.entries(operators))
    replaceFunction(parts, name, ([a, b]) => {
      const answer = a === undefined || b === undefined ? undefined : operator(a, b);
      if (answer === undefined) throw new ExpressionError(`these two have no ${name}`);
      return new BooleanLiteral(answer);
    });
  const comparator = parts.find<Actor & { run(): Promise<unknown> }>('term-comparator-factory#expression-evaluator');
  comparator.run = async () => ({
    orderTypes: (a: Term | undefined, b: Term | undefined) => Math.sign(orderTerms(a, b)),
  });
}
