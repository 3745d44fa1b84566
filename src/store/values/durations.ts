/** Durations: months and seconds, which are compared by where they lead to (XML Schema 1.1 Part 2, section 3.3.6). */
import { daysBefore } from './moments.js';

export interface Duration {
  readonly months: number;
  readonly seconds: number;
}

const days =
  '(?:(?<days>\\d+)D)?(?:T(?=\\d)(?:(?<hours>\\d+)H)?(?:(?<minutes>\\d+)M)?(?:(?<seconds>\\d+(?:\\.\\d+)?)S)?)?';
const years = '(?:(?<years>\\d+)Y)?(?:(?<months>\\d+)M)?';

const shapes: Readonly<Record<string, RegExp>> = {
  duration: new RegExp(`^-?P(?=.)${years}${days}$`),
  yearMonthDuration: new RegExp(`^-?P(?=.)${years}$`),
  dayTimeDuration: new RegExp(`^-?P(?=.)${days}$`),
};

export const isDurationType = (name: string): boolean => name in shapes;

/** Undefined where the text is none of that datatype. */
export function parseDuration(text: string, type: string): Duration | undefined {
  const groups = shapes[type]?.exec(text)?.groups;
  if (groups === undefined) return undefined;
  const number = (name: string): number => Number(groups[name] ?? 0);
  const sign = text.startsWith('-') ? -1 : 1;
  const minutes = (number('days') * 24 + number('hours')) * 60 + number('minutes');
  return {
    months: sign * (number('years') * 12 + number('months')),
    seconds: sign * (minutes * 60 + number('seconds')),
  };
}

/** Year and month from which the standard looks where two durations lead to. */
const origins: readonly (readonly [number, number])[] = [
  [1696, 9],
  [1697, 2],
  [1903, 3],
  [1903, 7],
];

/** Undefined where one is longer from some dates on and the other from others: a month and thirty days. */
export function compareDurations(a: Duration, b: Duration): number | undefined {
  if (a.months === b.months) return Math.sign(a.seconds - b.seconds);
  const signs = origins.map(([year, month]) => {
    const end = ({ months, seconds }: Duration): number => daysBefore(year, month + months) * 86_400 + seconds;
    return Math.sign(end(a) - end(b));
  });
  return signs.every((sign) => sign === signs[0]) ? signs[0] : undefined;
}

/** An order of all durations: by a month of thirty days, then by their months. */
export const orderDurations = (a: Duration, b: Duration): number =>
  Math.sign((a.months - b.months) * 30 * 86_400 + (a.seconds - b.seconds)) || Math.sign(a.months - b.months);
