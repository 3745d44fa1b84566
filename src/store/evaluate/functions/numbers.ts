/** Arithmetic and the functions on numerics (SPARQL 1.2 Query, 17.4.4). */
import { valueOfTerm } from '../../values/known-values.js';
import { calculate, changeNumeral } from '../../values/numbers.js';
import { Declined } from '../declined.js';
import { isLiteral, numeralOf, toLiteral, toTruth } from '../literals.js';
import type { FunctionTable, TermFunction } from './term-function.js';

/** Of numbers. Times and durations can be added too, but not here. */
const arithmetic =
  (operation: '+' | '-' | '*' | '/'): TermFunction =>
  (a, b) => {
    const [x, y] = [numeralOf(a), numeralOf(b)];
    if (x !== undefined && y !== undefined) return toLiteral(calculate(operation, x, y));
    for (const term of [a, b])
      if (isLiteral(term) && ['moment', 'duration'].includes(valueOfTerm(term)?.kind ?? ''))
        throw new Declined('reckoning with times');
    return undefined;
  };

const change =
  (how: 'negate' | 'abs' | 'ceil' | 'floor' | 'round'): TermFunction =>
  (a) => {
    const numeral = numeralOf(a);
    return numeral && toLiteral(changeNumeral(how, numeral));
  };

export const numbers: FunctionTable = {
  '+': arithmetic('+'),
  '-': arithmetic('-'),
  '*': arithmetic('*'),
  '/': arithmetic('/'),
  uplus: (a) => (numeralOf(a) === undefined ? undefined : a),
  uminus: change('negate'),
  abs: change('abs'),
  ceil: change('ceil'),
  floor: change('floor'),
  round: change('round'),
  isnumeric: (a) => toTruth(numeralOf(a) !== undefined),
};
