/** Where years stand on the axis of a timeline, in hundredths of its width. */
import type { Years } from '../coverage/standing.js';

/** What lies beyond is for the arrows of what has no end. */
const width = 97;
/** More figures than this run into each other where the axis is narrow. */
const mostTicks = 11;
const steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000];

export interface Scale {
  readonly years: Years;
  /** Where a year begins; what lies outside stands at the edge. */
  at(year: number): number;
  /** Years that have a line and a figure. */
  readonly ticks: readonly number[];
}

const round = (value: number): number => Math.round(value * 100) / 100;

export function createScale(years: Years): Scale {
  const { from, to } = years;
  const length = to - from + 1;
  const step = steps.find((one) => length / one <= mostTicks) ?? 5000;
  const ticks: number[] = [];
  for (let tick = Math.ceil(from / step) * step; tick <= to; tick += step) ticks.push(tick);
  return {
    years,
    ticks,
    at: (year) => round((Math.min(Math.max(year - from, 0), length) / length) * width),
  };
}
