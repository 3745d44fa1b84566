/** What a storm came to, as a table, and what of the promise was not kept. */
import type { Asked } from './crowd-client.js';
import type { Storm } from './storm.js';

export const stormPromise = { answered: 0.999, p99: 1000, healthz: 250, ask: 1000 } as const;

/** The value below which such a share lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

const isAnswered = ({ status }: Asked): boolean => status === 200;
const shareAnswered = (asked: readonly Asked[]): number => asked.filter(isAnswered).length / asked.length;
const times = (asked: readonly Asked[]): number[] => asked.map(({ milliseconds }) => milliseconds);
const round = (milliseconds: number): string => `${Math.round(milliseconds)}`;

function statusesOf(asked: readonly Asked[]): string {
  const counts = new Map<number, number>();
  for (const { status } of asked) counts.set(status, (counts.get(status) ?? 0) + 1);
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([status, count]) => `${status === 0 ? 'broken off' : status}: ${count}`)
    .join(', ');
}

const row = (name: string, asked: readonly Asked[]): string => {
  const [p50, p99, most] = [0.5, 0.99, 1].map((share) => round(quantile(times(asked), share)));
  return `| ${name} | ${asked.length} | ${(100 * shareAnswered(asked)).toFixed(2)} % | ${p50} | ${p99} | ${most} | ${statusesOf(asked)} |`;
};

export function stormTable({ heavy, cheap, pulse, ask }: Storm): string {
  return [
    '| clients | queries | answered | p50, ms | p99, ms | most, ms | by status |',
    '|---|--:|--:|--:|--:|--:|---|',
    row('cheap', cheap),
    row('heavy', heavy),
    '',
    `/healthz: ${pulse.beats} times, ${round(pulse.slowest)} ms at most; ASK {} right after: ${round(ask)} ms; processes: ${round(pulse.peakBytes / 2 ** 20)} MB at most`,
  ].join('\n');
}

/** In words; empty where all was kept. */
export function brokenInStorm({ cheap, pulse, ask }: Storm): string[] {
  const p99 = quantile(times(cheap), 0.99);
  return [
    ...(shareAnswered(cheap) < stormPromise.answered ? [`${statusesOf(cheap)} of the cheap queries`] : []),
    ...(p99 > stormPromise.p99 ? [`p99 of the cheap queries was ${round(p99)} ms`] : []),
    ...(pulse.slowest > stormPromise.healthz ? [`/healthz took ${round(pulse.slowest)} ms`] : []),
    ...(ask > stormPromise.ask ? [`ASK {} took ${round(ask)} ms right after`] : []),
  ];
}
