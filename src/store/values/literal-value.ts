/** What a literal stands for, where its datatype is one that we know and its text fits it. */
import { type Decimal, parseDecimal } from './decimals.js';
import { type Duration, isDurationType, parseDuration } from './durations.js';
import { isMomentType, type Moment, parseMoment } from './moments.js';

/** A literal, wherever it comes from. */
export interface LiteralParts {
  readonly value: string;
  readonly datatype: string;
  /** Empty where it has none. */
  readonly language: string;
  readonly direction: string;
}

/** Values of different kinds are never the same. */
export type LiteralValue =
  | { readonly kind: 'decimal'; readonly decimal: Decimal }
  | { readonly kind: 'float' | 'double'; readonly number: number }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'language'; readonly text: string; readonly language: string; readonly direction: string }
  | { readonly kind: 'boolean'; readonly truth: boolean }
  /** `type` tells kinds of time apart: a date is no year. */
  | { readonly kind: 'moment'; readonly type: string; readonly moment: Moment }
  | { readonly kind: 'duration'; readonly duration: Duration }
  | { readonly kind: 'opaque'; readonly type: string; readonly text: string };

const xsd = 'http://www.w3.org/2001/XMLSchema#';
const rdfNamespace = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';

/** Types of whole numbers → the least and the greatest. */
const ranges: Readonly<Record<string, readonly [bigint | undefined, bigint | undefined]>> = {
  integer: [undefined, undefined],
  nonPositiveInteger: [undefined, 0n],
  negativeInteger: [undefined, -1n],
  nonNegativeInteger: [0n, undefined],
  positiveInteger: [1n, undefined],
  long: [-(2n ** 63n), 2n ** 63n - 1n],
  int: [-(2n ** 31n), 2n ** 31n - 1n],
  short: [-(2n ** 15n), 2n ** 15n - 1n],
  byte: [-128n, 127n],
  unsignedLong: [0n, 2n ** 64n - 1n],
  unsignedInt: [0n, 2n ** 32n - 1n],
  unsignedShort: [0n, 65_535n],
  unsignedByte: [0n, 255n],
};

const texts = new Set(['string', 'normalizedString', 'token', 'language', 'Name', 'NCName', 'NMTOKEN']);
const floatShape = /^(?:[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?|[+-]?INF|NaN)$/;
const booleans: Readonly<Record<string, boolean>> = { true: true, 1: true, false: false, 0: false };

export const isIntegerType = (datatype: string): boolean =>
  datatype.slice(xsd.length) in ranges && datatype.startsWith(xsd);

/** Whether it is a type of numbers. */
export const isNumericType = (datatype: string): boolean =>
  isIntegerType(datatype) || ['decimal', 'float', 'double'].some((name) => datatype === xsd + name);

/** Whether it is xsd:string or derived from it. */
export const isText = (datatype: string): boolean => datatype.startsWith(xsd) && texts.has(datatype.slice(xsd.length));

function parseInteger(text: string, [least, greatest]: readonly [bigint | undefined, bigint | undefined]) {
  const decimal = /^[+-]?\d+$/.test(text) ? parseDecimal(text) : undefined;
  if (decimal === undefined) return undefined;
  const fits =
    (least === undefined || decimal.digits >= least) && (greatest === undefined || decimal.digits <= greatest);
  return fits ? ({ kind: 'decimal', decimal } as const) : undefined;
}

/** The number that a text of xsd:double stands for. */
export const parseDouble = (text: string): number | undefined =>
  floatShape.test(text) ? Number(text.replace('INF', 'Infinity')) : undefined;

function parseBinary(text: string, type: string): LiteralValue | undefined {
  if (type === 'hexBinary')
    return /^(?:[\da-f]{2})*$/i.test(text) ? { kind: 'opaque', type: 'binary', text: text.toUpperCase() } : undefined;
  const bytes = Buffer.from(text, 'base64');
  const isWhole = bytes.toString('base64') === text.replaceAll(' ', '');
  return isWhole ? { kind: 'opaque', type: 'binary64', text: bytes.toString('base64') } : undefined;
}

function parseXsd(text: string, type: string): LiteralValue | undefined {
  const range = ranges[type];
  if (range !== undefined) return parseInteger(text, range);
  if (texts.has(type)) return { kind: 'text', text };
  if (isMomentType(type)) {
    const moment = parseMoment(text, type);
    return moment && { kind: 'moment', type: type === 'dateTimeStamp' ? 'dateTime' : type, moment };
  }
  if (isDurationType(type)) {
    const duration = parseDuration(text, type);
    return duration && { kind: 'duration', duration };
  }
  switch (type) {
    case 'decimal': {
      const decimal = parseDecimal(text);
      return decimal && { kind: 'decimal', decimal };
    }
    case 'double':
    case 'float': {
      const number = parseDouble(text);
      return number === undefined ? undefined : { kind: type, number: type === 'float' ? Math.fround(number) : number };
    }
    case 'boolean': {
      const truth = Object.hasOwn(booleans, text) ? booleans[text] : undefined;
      return truth === undefined ? undefined : { kind: 'boolean', truth };
    }
    case 'hexBinary':
    case 'base64Binary':
      return parseBinary(text, type);
    case 'anyURI':
      return { kind: 'opaque', type, text };
    default:
      return undefined;
  }
}

/** Undefined for a datatype that is not known, and for a text that does not fit one that is. */
export function valueOfLiteral({ value, datatype, language, direction }: LiteralParts): LiteralValue | undefined {
  if (datatype.startsWith(xsd)) return parseXsd(value, datatype.slice(xsd.length));
  const hasLanguage = datatype === `${rdfNamespace}langString` || datatype === `${rdfNamespace}dirLangString`;
  return hasLanguage && language !== ''
    ? { kind: 'language', text: value, language: language.toLowerCase(), direction }
    : undefined;
}

/** Whether the second may be looked for in the first (section 17.4.3.1.2, argument compatibility). */
export const areCompatible = (a: LiteralParts, b: LiteralParts): boolean =>
  b.language === '' || (a.language.toLowerCase() === b.language.toLowerCase() && a.direction === b.direction);
