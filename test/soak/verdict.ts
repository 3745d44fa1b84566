/** What a soak must come to, and what of it was not kept. */
import { quantile } from '../attack/storm-report.js';
import { type Alike, generationsIn, linesOf, type Sample } from './memory.js';
import { commonSlope, type Slope } from './slope.js';
import type { Soak, Stretch } from './soak.js';
import type { Answered } from './steady-load.js';

/** Of the time; what is loaded and kept in it is no growth. */
const warmUp = 0.25;

export const soakPromise = {
  healthz: 250,
  /** Megabytes an hour. */
  growth: 1,
  /** How much slower the slowest hundredth may be at the end than at the beginning: times, and milliseconds. */
  p99: { times: 1.5, more: 250 },
} as const;

/**
 * Of the processors' time: where other programs have more of it, how long anything takes says nothing about the server, nor does a
 * refusal for lack of time. What was not judged for that reason is counted and told.
 */
export const mostForOthers = 0.15;

export const isQuiet = ({ others }: Stretch): boolean => others <= mostForOthers;

/** Of the stretch in which it was asked. */
function isJudged({ stretches }: Soak, { at }: Answered): boolean {
  const stretch = stretches.find((one) => one.at > at);
  return stretch !== undefined && isQuiet(stretch);
}

const kinds: readonly Sample['kind'][] = ['server', 'query process'];

export interface Growth extends Slope {
  readonly kind: Sample['kind'];
  readonly measure: 'rss' | 'live';
  readonly alike: Alike;
  /** Whether the promise is about this one; others are told beside it. */
  readonly isJudged: boolean;
}

const sinceOf = ({ settings }: Soak): number => settings.minutes * 60 * warmUp;

/** Fewer cannot show that those which come later take more. */
const fewGenerations = 3;

export function growthOf(soak: Soak): Growth[] {
  const since = sinceOf(soak);
  const isReplaced = generationsIn(soak.samples, since) >= fewGenerations;
  return kinds.flatMap((kind) => {
    const judged: Alike = kind === 'query process' && isReplaced ? 'age' : 'process';
    const ways: readonly Alike[] = judged === 'age' ? ['age', 'process'] : ['process'];
    return ways.flatMap((alike) =>
      (['live', 'rss'] as const).map((measure) => ({
        kind,
        measure,
        alike,
        isJudged: alike === judged,
        ...commonSlope(linesOf(soak.samples, { kind, measure, alike }, since)),
      })),
    );
  });
}

/** Of the requests of one kind that began in a part of the time, in milliseconds. */
export function p99Of(soak: Soak, kind: string, from: number, to: number): number {
  const times = soak.answered.filter(
    (one) => one.kind === kind && one.at >= from && one.at < to && isJudged(soak, one),
  );
  return quantile(
    times.map(({ milliseconds }) => milliseconds),
    0.99,
  );
}

/** Of the first half after the warm-up, and of the second. */
export function halvesOf(soak: Soak, kind: string): readonly [number, number] {
  const [since, end] = [sinceOf(soak), soak.settings.minutes * 60];
  const middle = (since + end) / 2;
  return [p99Of(soak, kind, since, middle), p99Of(soak, kind, middle, end)];
}

export const kindsOf = ({ answered }: Soak): string[] => [...new Set(answered.map(({ kind }) => kind))].sort();

/**
 * It grows where that is surely so: a slope of more than the promise whose error, twice, does not explain it. What a run could not
 * tell from nothing is the promise and twice the error; the table says it, and the longer the run the smaller it is.
 */
const leastSamples = 6;

const grows = ({ slope, error }: Slope): boolean => slope - 2 * error > soakPromise.growth;

export function brokenInSoak(soak: Soak): string[] {
  const { answered, stretches, faults } = soak;
  const isForgiven = (one: Answered): boolean => /^(?:503|no answer) /.test(one.fault ?? '') && !isJudged(soak, one);
  const failed = answered.filter((one) => !isForgiven(one)).flatMap(({ fault }) => fault ?? []);
  const slowest = Math.max(0, ...stretches.filter(isQuiet).map(({ healthz }) => healthz));
  const { times, more } = soakPromise.p99;
  return [
    ...faults,
    ...(failed.length > 0 ? [`${failed.length} requests failed: ${[...new Set(failed)].slice(0, 5).join('; ')}`] : []),
    ...(slowest > soakPromise.healthz ? [`/healthz took ${Math.round(slowest)} ms`] : []),
    ...growthOf(soak)
      .filter(({ isJudged: counts }) => counts)
      .filter(({ points, slope }) => points < leastSamples || Number.isNaN(slope))
      .map(({ kind }) => `too few samples to tell whether the ${kind} grows`),
    ...growthOf(soak)
      .filter(({ isJudged: counts }) => counts)
      .filter(grows)
      .map(({ kind, measure, slope }) => `the ${kind} grows by ${slope.toFixed(1)} MB an hour (${measure})`),
    ...kindsOf(soak).flatMap((kind) => {
      const [first, second] = halvesOf(soak, kind);
      return second > times * first + more
        ? [`p99 of ${kind} rose from ${Math.round(first)} to ${Math.round(second)} ms`]
        : [];
    }),
  ];
}
