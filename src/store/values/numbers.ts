/** Arithmetic over the four numeric types of SPARQL (17.3): whole numbers and decimals exactly, the others as IEEE has it. */
import {
  addDecimals,
  type Decimal,
  decimalOfDouble,
  divideDecimals,
  floorDecimal,
  multiplyDecimals,
  negateDecimal,
  writeDecimal,
} from './decimals.js';
import { isIntegerType, type LiteralParts, valueOfLiteral } from './literal-value.js';

export type Numeral =
  | { readonly type: 'integer' | 'decimal'; readonly decimal: Decimal }
  | { readonly type: 'float' | 'double'; readonly number: number };

/** Undefined where the literal is no number; types derived from xsd:integer are integers. */
export function parseNumeral(literal: LiteralParts): Numeral | undefined {
  const value = valueOfLiteral(literal);
  if (value?.kind === 'decimal')
    return { type: isIntegerType(literal.datatype) ? 'integer' : 'decimal', decimal: value.decimal };
  return value?.kind === 'float' || value?.kind === 'double' ? { type: value.kind, number: value.number } : undefined;
}

export const toNumber = (numeral: Numeral): number =>
  'number' in numeral ? numeral.number : Number(`${numeral.decimal.digits}e-${numeral.decimal.scale}`);

const ofDecimal = (type: 'integer' | 'decimal', decimal: Decimal | undefined): Numeral | undefined =>
  decimal && { type, decimal };

const ofNumber = (type: 'float' | 'double', number: number): Numeral => ({
  type,
  number: type === 'float' ? Math.fround(number) : number,
});

type Operation = '+' | '-' | '*' | '/';

const exactly: Readonly<Record<Operation, (a: Decimal, b: Decimal) => Decimal | undefined>> = {
  '+': addDecimals,
  '-': (a, b) => addDecimals(a, negateDecimal(b)),
  '*': multiplyDecimals,
  '/': divideDecimals,
};

const nearly: Readonly<Record<Operation, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
};

/** The wider type decides. Undefined for a division by zero of exact numbers, and for more digits than are reckoned with. */
export function calculate(operation: Operation, a: Numeral, b: Numeral): Numeral | undefined {
  if ('decimal' in a && 'decimal' in b) {
    const isWhole = a.type === 'integer' && b.type === 'integer' && operation !== '/';
    return ofDecimal(isWhole ? 'integer' : 'decimal', exactly[operation](a.decimal, b.decimal));
  }
  const type = a.type === 'double' || b.type === 'double' ? 'double' : 'float';
  const [x, y] = [a, b].map((one) => (type === 'float' ? Math.fround(toNumber(one)) : toNumber(one)));
  return ofNumber(type, nearly[operation](x ?? 0, y ?? 0));
}

const half: Decimal = { digits: 5n, scale: 1 };
const ceilDecimal = (decimal: Decimal): Decimal => negateDecimal(floorDecimal(negateDecimal(decimal)));

/** Halves go up, as XPath has it: -2.5 becomes -2. */
const roundDecimal = (decimal: Decimal): Decimal | undefined => {
  const sum = addDecimals(decimal, half);
  return sum && floorDecimal(sum);
};

type Change = 'negate' | 'abs' | 'ceil' | 'floor' | 'round';

const exactChanges: Readonly<Record<Change, (decimal: Decimal) => Decimal | undefined>> = {
  negate: negateDecimal,
  abs: (decimal) => (decimal.digits < 0n ? negateDecimal(decimal) : decimal),
  ceil: ceilDecimal,
  floor: floorDecimal,
  round: roundDecimal,
};

const nearChanges: Readonly<Record<Change, (number: number) => number>> = {
  negate: (number) => -number,
  abs: Math.abs,
  ceil: Math.ceil,
  floor: Math.floor,
  round: Math.round,
};

/** The type stays. */
export const changeNumeral = (change: Change, numeral: Numeral): Numeral | undefined =>
  'decimal' in numeral
    ? ofDecimal(numeral.type, exactChanges[change](numeral.decimal))
    : ofNumber(numeral.type, nearChanges[change](numeral.number));

/** The nearest value of another type (XPath and XQuery Functions, 19.1); undefined where there is none, as for NaN. */
export function castNumeral(numeral: Numeral, type: Numeral['type']): Numeral | undefined {
  if (type === 'float' || type === 'double') return ofNumber(type, toNumber(numeral));
  const decimal = 'decimal' in numeral ? numeral.decimal : decimalOfDouble(numeral.number);
  if (decimal === undefined || type === 'decimal') return ofDecimal('decimal', decimal);
  // Towards zero.
  return ofDecimal('integer', decimal.digits < 0n ? ceilDecimal(decimal) : floorDecimal(decimal));
}

/** The fewest digits that read back as the same float. */
function writeFloat(number: number): string {
  for (let digits = 0; digits < 9; digits += 1) {
    const text = number.toExponential(digits);
    if (Math.fround(Number(text)) === number) return text;
  }
  return number.toExponential();
}

/** `1.5E3`, as the canonical form of doubles and floats has it. */
function writeNumber(type: 'float' | 'double', number: number): string {
  if (Number.isNaN(number)) return 'NaN';
  if (!Number.isFinite(number)) return number < 0 ? '-INF' : 'INF';
  const text = type === 'float' ? writeFloat(number) : number.toExponential();
  const [mantissa = '', exponent = ''] = text.split('e');
  const sign = Object.is(number, -0) ? '-' : '';
  return `${sign}${mantissa.includes('.') ? mantissa : `${mantissa}.0`}E${exponent.replace('+', '')}`;
}

/** In canonical form. */
export const writeNumeral = (numeral: Numeral): string =>
  'decimal' in numeral ? writeDecimal(numeral.decimal) : writeNumber(numeral.type, numeral.number);
