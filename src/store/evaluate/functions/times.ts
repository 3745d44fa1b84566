/** The parts of dates and times (SPARQL 1.2 Query, 17.4.5), as their texts say them. */
import { rdf, type Term } from '../../../rdf.js';
import { parseDecimal } from '../../values/decimals.js';
import { valueOfTerm } from '../../values/known-values.js';
import { Declined } from '../declined.js';
import { isLiteral, plain, toInteger, toLiteral } from '../literals.js';
import type { FunctionTable, TermFunction } from './term-function.js';

const dates = ['dateTime', 'date'];
const times = ['dateTime', 'time'];
const all = ['dateTime', 'date', 'time'];

/** The text, where it is one of these types; undefined for what is no time. */
function timeOf(a: Term | undefined, types: readonly string[]): string | undefined {
  if (!isLiteral(a)) return undefined;
  const value = valueOfTerm(a);
  if (value?.kind !== 'moment') return undefined;
  // Midnight that is of the day after.
  if (/(?:^|T)24:/.test(a.value)) throw new Declined('a part of a time at 24:00');
  return types.includes(value.type) ? a.value : undefined;
}

const part =
  (shape: RegExp, types: readonly string[]): TermFunction =>
  (a) => {
    const found = shape.exec(timeOf(a, types) ?? '')?.[1];
    return found === undefined ? undefined : toInteger(Number(found));
  };

const seconds: TermFunction = (a) => {
  const text = timeOf(a, ['dateTime']);
  const decimal = text === undefined ? undefined : parseDecimal(/\d\d:\d\d:([\d.]+)/.exec(text)?.[1] ?? '');
  return decimal && toLiteral({ type: 'decimal', decimal });
};

/** Empty where there is none. */
const zoneOf = (text: string): string => /(?:Z|[+-]\d\d:\d\d)$/.exec(text)?.[0] ?? '';

function toDuration(zone: string): Term {
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(4, 6))];
  const length = `${hours > 0 ? `${hours}H` : ''}${minutes > 0 ? `${minutes}M` : ''}`;
  const text = length === '' ? 'PT0S' : `${zone.startsWith('-') ? '-' : ''}PT${length}`;
  return rdf.literal(text, rdf.namedNode('http://www.w3.org/2001/XMLSchema#dayTimeDuration'));
}

export const timeParts: FunctionTable = {
  year: part(/^(-?\d+)/, dates),
  month: part(/^-?\d+-(\d\d)/, dates),
  day: part(/^-?\d+-\d\d-(\d\d)/, dates),
  hours: part(/(\d\d):\d\d:/, times),
  minutes: part(/\d\d:(\d\d):/, times),
  seconds,
  tz: (a) => {
    const text = timeOf(a, all);
    return text === undefined ? undefined : plain(zoneOf(text));
  },
  timezone: (a) => {
    const zone = zoneOf(timeOf(a, all) ?? '');
    return zone === '' ? undefined : toDuration(zone);
  },
};
