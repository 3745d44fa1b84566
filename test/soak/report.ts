/** A soak as lines while it goes on, and as tables when it is over. */
import { quantile } from '../attack/storm-report.js';
import type { Soak } from './soak.js';
import { growthOf, halvesOf, isQuiet, kindsOf } from './verdict.js';

const round = (value: number): string => `${Math.round(value)}`;
const tenths = (value: number): string => value.toFixed(1);

/** Megabytes at the last look. */
function lastOf({ samples }: Soak, kind: 'server' | 'query process'): string {
  const last = samples.at(-1)?.at;
  const sizes = samples.filter((one) => one.at === last && one.kind === kind);
  const megabytes = (bytes: number | undefined): string => (bytes === undefined ? '–' : round(bytes / 2 ** 20));
  return sizes.map(({ rss, live }) => `${megabytes(rss)} (${megabytes(live)})`).join(' ') || '–';
}

export const stretchHead = [
  '| minute | requests | failed | p99, ms | /healthz, ms (late, collecting) | others | idle | slow | server, MB (live) | query processes, MB (live) | reloads | at work, waiting, on disk |',
  '|--:|--:|--:|--:|--:|--:|--:|--:|--:|---|--:|--:|',
].join('\n');

/** The stretch that has just ended. */
export function stretchRow(soak: Soak): string {
  const { stretches, answered } = soak;
  const [before, stretch] = [stretches.at(-2), stretches.at(-1)];
  if (stretch === undefined) return '';
  const own = answered.filter(({ at }) => at >= (before?.at ?? 0) && at < stretch.at);
  const p99 = quantile(
    own.map(({ milliseconds }) => milliseconds),
    0.99,
  );
  const failed = own.filter(({ fault }) => fault !== undefined).length;
  const { at, healthz, others, held, reloads, told } = stretch;
  const collecting = soak.samples.findLast(({ kind }) => kind === 'server')?.longestCollection;
  const heldUp = `${told ? round(told.late) : '–'}, ${collecting === undefined ? '–' : round(collecting)}`;
  return `| ${tenths(at / 60)} | ${own.length} | ${failed} | ${round(p99)} | ${round(healthz)} (${heldUp}) | ${round(100 * others)} % | ${held.idle} | ${held.slow} | ${lastOf(soak, 'server')} | ${lastOf(soak, 'query process')} | ${reloads} | ${told ? `${told.busy}, ${told.waiting}, ${told.onDisk}` : '–'} |`;
}

export function soakTables(soak: Soak): string {
  const { answered, stretches, rate } = soak;
  const rows = kindsOf(soak).map((kind) => {
    const own = answered.filter((one) => one.kind === kind);
    const times = own.map(({ milliseconds }) => milliseconds);
    const failed = own.filter(({ fault }) => fault !== undefined).length;
    const [first, second] = halvesOf(soak, kind);
    return `| ${kind} | ${own.length} | ${failed} | ${round(quantile(times, 0.5))} | ${round(quantile(times, 0.99))} | ${round(first)} | ${round(second)} |`;
  });
  const growth = growthOf(soak).map(
    ({ kind, measure, alike, isJudged, slope, error, points }) =>
      `| ${kind}${alike === 'age' ? ', at one age' : isJudged ? '' : ', as it gets older'} | ${measure === 'rss' ? 'resident' : 'in use after collection'} | ${points} | ${tenths(slope)} | ${tenths(2 * error)} |`,
  );
  const beats = stretches.reduce((sum, stretch) => sum + stretch.beats, 0);
  const least = (kind: 'idle' | 'slow'): number => Math.min(...stretches.map(({ held }) => held[kind]));
  return [
    `about ${tenths(rate)} requests a second`,
    '',
    '| requests | sent | failed | p50, ms | p99, ms | p99, first half | p99, second half |',
    '|---|--:|--:|--:|--:|--:|--:|',
    ...rows,
    '',
    '| memory | | samples | MB an hour | ± |',
    '|---|---|--:|--:|--:|',
    ...growth,
    '',
    `${stretches.filter(isQuiet).length} of ${stretches.length} stretches were judged by the clock; in the others other programs had the processors`,
    `/healthz: ${beats} times, ${round(Math.max(...stretches.map(({ healthz }) => healthz)))} ms at most; ` +
      `beside at least ${least('idle')} idle connections and ${least('slow')} slow clients, ` +
      `opened anew ${stretches.at(-1)?.held.renewed ?? 0} times`,
  ].join('\n');
}
