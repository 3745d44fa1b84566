/** Decades, or single years where they are few; and what states no years. */
import type { Axis, Member } from './axis.js';
import type { Covering, Facts } from './facts.js';
import { coversYears, type Years } from './standing.js';

/** Up to so many years stand one by one. */
const mostYears = 15;
/** More columns than this become longer ones. */
const mostColumns = 25;

/** The first and the last year that is stated; an open end adds none. */
export function statedYears({ datasets }: Facts): Years | undefined {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { periods } of datasets)
    for (const { start, end } of periods) {
      if (start === undefined) continue;
      from = Math.min(from, start);
      to = Math.max(to, end ?? start);
    }
  return from > to ? undefined : { from, to };
}

/** How long the columns are: 1 year, 10, 100 … */
export function stepOf({ from, to }: Years): number {
  if (to - from < mostYears) return 1;
  let step = 10;
  while ((to - from) / step > mostColumns) step *= 10;
  return step;
}

/** Columns that begin with round years; where years were asked for, none goes beyond them. */
export function splitYears(stated: Years | undefined, asked: Years | undefined): Years[] {
  const whole = asked ?? stated;
  if (whole === undefined) return [];
  const step = stepOf(whole);
  const columns: Years[] = [];
  for (let from = Math.floor(whole.from / step) * step; from <= whole.to; from += step) {
    const column = { from, to: from + step - 1 };
    columns.push(
      asked === undefined ? column : { from: Math.max(from, asked.from), to: Math.min(column.to, asked.to) },
    );
  }
  return columns;
}

/** The whole of what was asked for: without years anything fits, with them also what states none, apart. */
function belongsToWhole(dataset: Covering, asked: Years | undefined): { isUndated: boolean } | undefined {
  if (asked === undefined || coversYears(dataset, asked)) return { isUndated: false };
  return dataset.periods.length === 0 ? { isUndated: true } : undefined;
}

export function periodAxis(facts: Facts, asked: Years | undefined): Axis {
  const columns = splitYears(statedYears(facts), asked);
  const members: Member[] = [
    ...columns.map((years): Member => ({ years, kind: 'one', isAskable: true })),
    { kind: 'none', isAskable: true },
    { years: asked, kind: 'all', isAskable: true },
  ];
  return {
    kind: 'period',
    members,
    belongings(dataset) {
      const whole = belongsToWhole(dataset, asked);
      const undated = dataset.periods.length === 0 ? [{ member: columns.length }] : [];
      return [
        ...columns.flatMap((years, member) => (coversYears(dataset, years) ? [{ member }] : [])),
        ...undated,
        ...(whole === undefined ? [] : [{ member: members.length - 1, ...whole }]),
      ];
    },
  };
}

/** One member: any years, or those asked for. */
export const anyPeriod = (asked: Years | undefined): Axis => ({
  kind: 'period',
  members: [{ years: asked, kind: 'all', isAskable: true }],
  belongings(dataset) {
    const whole = belongsToWhole(dataset, asked);
    return whole === undefined ? [] : [{ member: 0, ...whole }];
  },
});
