/**
 * Numbers that a query computed, compared by datatype and value: the suites themselves write one double in three ways
 * (`6`, `6.0E0`, `1050`). Where all numbers of a column stand in the data or in the query, they must come out as they stand there.
 */
import { rdf, type Term } from '../../../src/rdf.js';

const xsd = 'http://www.w3.org/2001/XMLSchema#';
const computable = new Set(['integer', 'decimal', 'float', 'double'].map((name) => xsd + name));

const isNumber = (term: Term): boolean => term.termType === 'Literal' && computable.has(term.datatype.value);

/** `+01.50` → `1.5`; a double by its value. */
function canonicalForm(lexical: string, datatype: string): string {
  if (datatype === `${xsd}float`) return String(Math.fround(Number(lexical)));
  if (datatype === `${xsd}double`) return String(Number(lexical));
  const [, sign = '', whole = '', part = ''] = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(lexical) ?? [];
  const digits = [whole.replace(/^0+(?=.)/, '') || '0', part.replace(/0+$/, '')];
  return `${sign === '-' ? '-' : ''}${digits.filter((one) => one !== '').join('.')}`;
}

/** The number in its one form; ill-formed numbers and all other terms as they are. */
function toCanonical(term: Term): Term {
  if (term.termType !== 'Literal' || !isNumber(term)) return term;
  if (!/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(term.value)) return term;
  return rdf.literal(canonicalForm(term.value, term.datatype.value), term.datatype);
}

const keyOf = (term: Term): string => `${term.value} ${term.termType === 'Literal' ? term.datatype.value : ''}`;

export type ColumnOf = (name: string) => Iterable<Term>;

/** Whether a number stands in the data or in the query. */
export function givenNumbers(data: Iterable<Term>, query: string): (term: Term) => boolean {
  const inQuery = new Set(query.match(/[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/g));
  const inData = new Set([...data].filter(isNumber).map(keyOf));
  return (term) => inData.has(keyOf(term)) || inQuery.has(term.value);
}

/** A column is computed when the expected one holds a number that was not given. */
export const isComputed = (expected: Iterable<Term>, isGiven: (term: Term) => boolean): boolean =>
  [...expected].some((term) => isNumber(term) && !isGiven(term));

/** The terms of a computed column as they are compared. */
export const viewComputed = toCanonical;
