/** `=` and `<` between the values of literals. */
import { compareCodePoints } from './code-points.js';
import { compareDecimals, type Decimal } from './decimals.js';
import { compareDurations } from './durations.js';
import { type LiteralParts, type LiteralValue, valueOfLiteral } from './literal-value.js';
import { compareMoments } from './moments.js';

export type Numeric = LiteralValue & { readonly kind: 'decimal' | 'float' | 'double' };

export const isNumeric = (value: LiteralValue): value is Numeric =>
  value.kind === 'decimal' || value.kind === 'float' || value.kind === 'double';

const toNumber = ({ digits, scale }: Decimal): number => Number(`${digits}e-${scale}`);

/** A number as a double, or as a float beside one (XPath and XQuery Functions, section 4.3: the wider type decides). */
function asNumber(value: Numeric, isFloat: boolean): number {
  const number = value.kind === 'decimal' ? toNumber(value.decimal) : value.number;
  return isFloat ? Math.fround(number) : number;
}

/** NaN where one of them is NaN. */
export function compareNumbers(a: Numeric, b: Numeric): number {
  if (a.kind === 'decimal' && b.kind === 'decimal') return compareDecimals(a.decimal, b.decimal);
  const isFloat = a.kind !== 'double' && b.kind !== 'double';
  const [x, y] = [asNumber(a, isFloat), asNumber(b, isFloat)];
  return x === y ? 0 : x < y ? -1 : x > y ? 1 : Number.NaN;
}

/** Below, at or above zero; undefined where the two have no order, NaN where they are nothing to each other. */
function compareValues(a: LiteralValue, b: LiteralValue): number | undefined {
  if (isNumeric(a)) return isNumeric(b) ? compareNumbers(a, b) : Number.NaN;
  if (a.kind === 'text') return b.kind === 'text' ? compareCodePoints(a.text, b.text) : Number.NaN;
  if (a.kind === 'boolean') return b.kind === 'boolean' ? Number(a.truth) - Number(b.truth) : Number.NaN;
  if (a.kind === 'moment')
    return b.kind === 'moment' && a.type === b.type ? compareMoments(a.moment, b.moment) : Number.NaN;
  if (a.kind === 'duration') return b.kind === 'duration' ? compareDurations(a.duration, b.duration) : Number.NaN;
  return Number.NaN;
}

/** For what has no order, or more of one than it has sameness: a month and thirty days are not the same. */
function isSame(a: LiteralValue, b: LiteralValue): boolean | undefined {
  if (a.kind === 'duration' && b.kind === 'duration')
    return a.duration.months === b.duration.months && a.duration.seconds === b.duration.seconds;
  if (a.kind === 'language' && b.kind === 'language')
    return a.text === b.text && a.language === b.language && a.direction === b.direction;
  if (a.kind === 'opaque' && b.kind === 'opaque') return a.type === b.type && a.text === b.text;
  return undefined;
}

const isSameTerm = (a: LiteralParts, b: LiteralParts): boolean =>
  a.value === b.value && a.datatype === b.datatype && a.language === b.language && a.direction === b.direction;

/**
 * Undefined where it cannot be known: one of them has a datatype that we do not know, or a text that does not fit it, or a
 * time zone is missing. Values of known types that have nothing to do with each other are not the same (SPARQL 1.2 Query,
 * 17.3.1: an implementation may know more than the operators of the table).
 */
export const isEqualLiteral = (a: LiteralParts, b: LiteralParts): boolean | undefined =>
  isEqualValue([a, valueOfLiteral(a)], [b, valueOfLiteral(b)]);

type Valued = readonly [LiteralParts, LiteralValue | undefined];

/** The same, for whoever knows the values already. */
export function isEqualValue([a, x]: Valued, [b, y]: Valued): boolean | undefined {
  if (x !== undefined && y !== undefined) {
    const same = isSame(x, y);
    if (same !== undefined) return same;
    const order = compareValues(x, y);
    return order === undefined ? undefined : order === 0;
  }
  if (isSameTerm(a, b)) return true;
  // Whatever the other is: it has no language.
  return x?.kind === 'language' || y?.kind === 'language' ? false : undefined;
}

/** Kinds whose values have an order; of texts with a language SPARQL knows none. */
const ordered = new Set(['decimal', 'float', 'double', 'text', 'boolean', 'moment', 'duration']);

/** Undefined where the two have no order. */
export function isLessValue(x: LiteralValue | undefined, y: LiteralValue | undefined): boolean | undefined {
  if (x === undefined || y === undefined || !ordered.has(x.kind) || !ordered.has(y.kind)) return undefined;
  const order = compareValues(x, y);
  if (order === undefined) return undefined;
  // Two numbers of which one is none have an answer, which is no; a number and a text have not.
  if (Number.isNaN(order)) return isNumeric(x) && isNumeric(y) ? false : undefined;
  return order < 0;
}

export const isLessLiteral = (a: LiteralParts, b: LiteralParts): boolean | undefined =>
  isLessValue(valueOfLiteral(a), valueOfLiteral(b));
