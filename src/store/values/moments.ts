/** Dates and times as places on a time line (XML Schema 1.1 Part 2, section 3.3.7 and appendix E.3.4). */

export interface Moment {
  /** Days since the first of January of the year 1. */
  readonly days: number;
  /** Of that day; may be below zero or beyond it once a time zone is reckoned in. */
  readonly seconds: number;
  readonly hasZone: boolean;
}

const zone = '(?<zone>Z|[+-](?:0\\d|1[0-3]):[0-5]\\d|[+-]14:00)?';
const date = '(?<year>-?(?:[1-9]\\d{4,8}|\\d{4}))-(?<month>\\d\\d)-(?<day>\\d\\d)';
const time = '(?<hour>\\d\\d):(?<minute>[0-5]\\d):(?<second>[0-5]\\d(?:\\.\\d+)?)';

/** Local name of the datatype → what it looks like. */
const shapes: Readonly<Record<string, RegExp>> = {
  dateTime: new RegExp(`^${date}T${time}${zone}$`),
  dateTimeStamp: new RegExp(`^${date}T${time}(?<zone>Z|[+-](?:0\\d|1[0-3]):[0-5]\\d|[+-]14:00)$`),
  date: new RegExp(`^${date}${zone}$`),
  time: new RegExp(`^${time}${zone}$`),
  gYear: new RegExp(`^(?<year>-?(?:[1-9]\\d{4,8}|\\d{4}))${zone}$`),
  gYearMonth: new RegExp(`^(?<year>-?(?:[1-9]\\d{4,8}|\\d{4}))-(?<month>\\d\\d)${zone}$`),
  gMonth: new RegExp(`^--(?<month>\\d\\d)${zone}$`),
  gMonthDay: new RegExp(`^--(?<month>\\d\\d)-(?<day>\\d\\d)${zone}$`),
  gDay: new RegExp(`^---(?<day>\\d\\d)${zone}$`),
};

export const isMomentType = (name: string): boolean => name in shapes;

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const lengthOf = (year: number, month: number): number =>
  (monthLengths[month - 1] ?? 0) + (month === 2 && isLeap(year) ? 1 : 0);

/** Days before a month of a year; the month may lie outside of 1 to 12. */
export function daysBefore(year: number, month: number): number {
  const years = year + Math.floor((month - 1) / 12) - 1;
  const months = (((month - 1) % 12) + 12) % 12;
  const leaps = Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400);
  let days = years * 365 + leaps;
  for (let one = 1; one <= months; one += 1) days += lengthOf(years + 1, one);
  return days;
}

/** Seconds that the local time is ahead of UTC. */
function offsetOf(text: string | undefined): number {
  if (text === undefined || text === 'Z') return 0;
  const [hours, minutes] = [Number(text.slice(1, 3)), Number(text.slice(4, 6))];
  return (text.startsWith('-') ? -1 : 1) * (hours * 3600 + minutes * 60);
}

/** Undefined where the text is none of that datatype. What a type leaves out is filled in as the appendix says. */
export function parseMoment(text: string, type: string): Moment | undefined {
  const groups = shapes[type]?.exec(text)?.groups;
  if (groups === undefined) return undefined;
  const number = (name: string, otherwise: number): number =>
    groups[name] === undefined ? otherwise : Number(groups[name]);
  const [year, month] = [number('year', 1972), number('month', 12)];
  const day = number('day', lengthOf(year, month));
  const [hour, minute, second] = [number('hour', 0), number('minute', 0), number('second', 0)];
  if (month < 1 || month > 12 || day < 1 || day > lengthOf(year, month)) return undefined;
  if (hour > 24 || (hour === 24 && minute + second > 0)) return undefined;
  return {
    days: daysBefore(year, month) + day - 1,
    seconds: hour * 3600 + minute * 60 + second - offsetOf(groups['zone']),
    hasZone: groups['zone'] !== undefined,
  };
}

const distance = (a: Moment, b: Moment): number => (a.days - b.days) * 86_400 + (a.seconds - b.seconds);

/** A time without a zone may be so many seconds before or after what it says. */
const uncertainty = 14 * 3600;

/** Undefined where it depends on the zone that one of them does not have. */
export function compareMoments(a: Moment, b: Moment): number | undefined {
  const between = distance(a, b);
  if (a.hasZone === b.hasZone) return Math.sign(between);
  return Math.abs(between) > uncertainty ? Math.sign(between) : undefined;
}

/** An order of all moments: as if in UTC, those without a zone first. */
export const orderMoments = (a: Moment, b: Moment): number =>
  Math.sign(distance(a, b)) || Number(a.hasZone) - Number(b.hasZone);
