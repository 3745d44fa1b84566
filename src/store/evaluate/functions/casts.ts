/** Casts (SPARQL 1.2 Query, 17.5), by the IRI of the type. */
import { rdf, type Term } from '../../../rdf.js';
import { partsOf, valueOfTerm } from '../../values/known-values.js';
import { isNumericType, isText, valueOfLiteral } from '../../values/literal-value.js';
import { castNumeral, type Numeral, parseNumeral, toNumber, writeNumeral } from '../../values/numbers.js';
import { Declined } from '../declined.js';
import { isLiteral, numeralOf, plain, toLiteral, toTruth } from '../literals.js';
import type { FunctionTable, TermFunction } from './term-function.js';

const xsd = 'http://www.w3.org/2001/XMLSchema#';

/** What a literal is as a number, if XPath casts it at all. */
function castLiteral(term: Term | undefined, type: Numeral['type']): Term | undefined {
  if (!isLiteral(term)) return undefined;
  const parts = partsOf(term);
  const value = valueOfLiteral(parts);
  if (value?.kind === 'boolean')
    return toLiteral(castNumeral({ type: 'integer', decimal: { digits: value.truth ? 1n : 0n, scale: 0 } }, type));
  if (isText(parts.datatype))
    return toLiteral(parseNumeral({ ...parts, value: parts.value.trim(), datatype: xsd + type }));
  const numeral = numeralOf(term);
  return numeral && toLiteral(castNumeral(numeral, type));
}

/** As decimals have it in the middle, in scientific notation elsewhere (XPath and XQuery Functions, 19.1.2.2). */
function writeForReading(numeral: Numeral): string {
  if ('decimal' in numeral) return writeNumeral(numeral);
  const number = toNumber(numeral);
  const size = Math.abs(number);
  if (numeral.type === 'float' || Object.is(number, -0)) throw new Declined('such a number as a text');
  return number === 0 || (size >= 1e-6 && size < 1e6) ? String(number) : writeNumeral(numeral);
}

/** Times that are written as if their value had been written anew. */
const isCanonical = (text: string): boolean => !/\.\d*0(?!\d)|[+-]00:00|(?:^|T)24:/.test(text);

const toText: TermFunction = (a) => {
  if (a?.termType === 'NamedNode') return plain(a.value);
  if (!isLiteral(a)) return undefined;
  const numeral = numeralOf(a);
  if (numeral !== undefined) return plain(writeForReading(numeral));
  if (isNumericType(a.datatype.value)) throw new Declined('such a number as a text');
  const value = valueOfTerm(a);
  if (value?.kind === 'boolean') return plain(String(value.truth));
  if (value?.kind === 'duration' || (value?.kind === 'moment' && !isCanonical(a.value)))
    throw new Declined('such a time as a text');
  return plain(a.value);
};

const toBoolean: TermFunction = (a) => {
  if (!isLiteral(a)) return undefined;
  const numeral = numeralOf(a);
  if (numeral !== undefined) {
    const number = toNumber(numeral);
    return toTruth(number !== 0 && !Number.isNaN(number));
  }
  const parts = partsOf(a);
  if (isText(parts.datatype) && parts.value !== parts.value.trim()) throw new Declined('a truth with blanks around it');
  const type = isText(parts.datatype) ? `${xsd}boolean` : parts.datatype;
  const value = valueOfLiteral({ ...parts, datatype: type });
  return value?.kind === 'boolean' ? toTruth(value.truth) : undefined;
};

/** A text as a literal of the type, where it is one. */
function readTime(text: string, type: string): Term | undefined {
  if (text !== text.trim() || text.startsWith('-') || !isCanonical(text)) throw new Declined('such a text as a time');
  const value = valueOfLiteral({ value: text, datatype: xsd + type, language: '', direction: '' });
  return value === undefined ? undefined : rdf.literal(text, rdf.namedNode(xsd + type));
}

/** A date to a time at its beginning, a time to the date of it. */
const toTime =
  (type: 'dateTime' | 'date', convert: (text: string) => string): TermFunction =>
  (a) => {
    if (!isLiteral(a)) return undefined;
    const parts = partsOf(a);
    if (isText(parts.datatype)) return readTime(a.value, type);
    if (parts.language !== '') throw new Declined('a text with a language as a time');
    const value = valueOfLiteral(parts);
    if (value?.kind !== 'moment') return undefined;
    if (value.type === type) return rdf.literal(a.value, rdf.namedNode(xsd + type));
    return value.type === 'date' || value.type === 'dateTime' ? readTime(convert(a.value), type) : undefined;
  };

const toDateTime = toTime('dateTime', (date) => date.replace(/^(\d+-\d\d-\d\d)/, '$1T00:00:00'));
const toDate = toTime('date', (time) => time.replace(/T[\d:.]+/, ''));

const byName: FunctionTable = {
  integer: (a) => castLiteral(a, 'integer'),
  decimal: (a) => castLiteral(a, 'decimal'),
  float: (a) => castLiteral(a, 'float'),
  double: (a) => castLiteral(a, 'double'),
  string: toText,
  boolean: toBoolean,
  dateTime: toDateTime,
  date: toDate,
};

export const casts: FunctionTable = Object.fromEntries(
  Object.entries(byName).map(([name, cast]) => [xsd + name, cast]),
);
