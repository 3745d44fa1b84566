/**
 * Arithmetic and the casts to numbers. Comunica reckons with doubles throughout: whole numbers beyond 2^53 and decimals
 * come out wrong (0.1 + 0.2), a double beside a whole number throws out of the query, a float keeps the digits of a double,
 * and `xsd:double("")` is 0. Sums and averages use the same addition and division.
 */
import {
  DecimalLiteral,
  DoubleLiteral,
  ExpressionError,
  FloatLiteral,
  IntegerLiteral,
  StringLiteral,
} from '@comunica/utils-expression-evaluator';
import { isNumericType, isText, valueOfLiteral } from '../values/literal-value.js';
import {
  calculate,
  castNumeral,
  changeNumeral,
  type Numeral,
  parseNumeral,
  toNumber,
  writeNumeral,
} from '../values/numbers.js';
import type { EngineParts } from './engine-parts.js';
import { asItComes, type Operand, partsOf, replaceFunction } from './term-function.js';

const xsd = 'http://www.w3.org/2001/XMLSchema#';

const makers = { integer: IntegerLiteral, decimal: DecimalLiteral, float: FloatLiteral, double: DoubleLiteral };

/** The number as a literal of its type; undefined is an error of the expression. */
export function toLiteral(numeral: Numeral | undefined): unknown {
  if (numeral === undefined) throw new ExpressionError('there is no such number');
  const Maker = makers[numeral.type];
  return new Maker(toNumber(numeral), xsd + numeral.type, writeNumeral(numeral));
}

/** Undefined for what is no number; one that is ill-formed is an error. */
function numeralOf(operand: Operand | undefined): Numeral | undefined {
  if (operand?.termType !== 'literal') return undefined;
  const parts = partsOf(operand);
  const numeral = parseNumeral(parts);
  if (numeral === undefined && isNumericType(parts.datatype))
    throw new ExpressionError(`"${parts.value}" is no number`);
  return numeral;
}

const binary = { addition: '+', subtraction: '-', multiplication: '*', division: '/' } as const;
const unary = { 'unary-minus': 'negate', abs: 'abs', ceil: 'ceil', floor: 'floor', round: 'round' } as const;

/** What a literal of another type is as a number, if XPath casts it at all. */
function castLiteral(operand: Operand, type: Numeral['type']): Numeral | undefined {
  const parts = partsOf(operand);
  const value = valueOfLiteral(parts);
  if (value?.kind === 'boolean')
    return castNumeral({ type: 'integer', decimal: { digits: value.truth ? 1n : 0n, scale: 0 } }, type);
  // White space around it does not count (XPath and XQuery Functions, 19.2).
  if (isText(parts.datatype)) return parseNumeral({ ...parts, value: parts.value.trim(), datatype: xsd + type });
  const numeral = parseNumeral(parts);
  return numeral && castNumeral(numeral, type);
}

export function correctArithmetic(parts: EngineParts): void {
  for (const [name, operation] of Object.entries(binary))
    replaceFunction(parts, name, (args) => {
      const [a, b] = args.map(numeralOf);
      // Times and durations can be added too.
      return a === undefined || b === undefined ? asItComes : toLiteral(calculate(operation, a, b));
    });
  for (const [name, change] of Object.entries(unary))
    replaceFunction(parts, name, ([arg]) => {
      const numeral = numeralOf(arg);
      return numeral === undefined ? asItComes : toLiteral(changeNumeral(change, numeral));
    });
  replaceFunction(parts, 'unary-plus', ([arg]) => (numeralOf(arg) === undefined ? asItComes : arg));
  replaceFunction(parts, 'xsd-to-string', ([arg]) => {
    if (arg?.termType !== 'literal' && arg?.termType !== 'namedNode') throw new ExpressionError('this has no text');
    const numeral = numeralOf(arg);
    return numeral !== undefined && 'decimal' in numeral ? new StringLiteral(writeNumeral(numeral)) : asItComes;
  });
  for (const type of ['integer', 'decimal', 'float', 'double'] as const)
    replaceFunction(parts, `xsd-to-${type}`, ([arg]) => {
      if (arg?.termType !== 'literal') throw new ExpressionError(`only literals can be cast to ${type}`);
      return toLiteral(castLiteral(arg, type));
    });
}
