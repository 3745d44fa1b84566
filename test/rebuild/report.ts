/** What came of a load during rebuilds, as a table, and whether the promise was kept. */
import { quantile } from '../attack/storm-report.js';
import type { Asked } from './clients.js';

const count = (asked: readonly Asked[], fault: Asked['fault']): number =>
  asked.filter((one) => one.fault === fault).length;

const row = (cells: readonly (string | number)[]): string =>
  cells.map((cell, at) => (at === 0 ? String(cell).padEnd(10) : String(cell).padStart(10))).join('');

function rowOf(phase: string, asked: readonly Asked[]): string {
  const times = asked.map(({ milliseconds }) => milliseconds);
  const [p50, p99, most] = [0.5, 0.99, 1].map((share) => quantile(times, share).toFixed(1));
  const faults = (['failed', 'mixed', 'old'] as const).map((fault) => count(asked, fault));
  return row([phase, asked.length, ...faults, p50 ?? '', p99 ?? '', most ?? '']);
}

/** A row for each phase, in their order, and one for all. */
export function rebuildTable(asked: readonly Asked[]): string {
  const phases = [...new Set(asked.map(({ phase }) => phase))];
  return [
    row(['', 'requests', 'failed', 'mixed', 'old', 'p50 ms', 'p99 ms', 'most ms']),
    ...phases.map((phase) =>
      rowOf(
        phase,
        asked.filter((one) => one.phase === phase),
      ),
    ),
    rowOf('all', asked),
  ].join('\n');
}

/** What was not answered, or not from one graph, or from one that was gone. */
export const brokenInRebuild = (asked: readonly Asked[]): string[] =>
  asked.flatMap(({ phase, fault, says }) => (fault === undefined ? [] : [`${fault} (${phase}): ${says}`])).sort();
