/**
 * Preloaded into the server and its query processes: at SIGUSR2 each writes what it takes, what was in use when all its garbage
 * had last been collected, and the longest that collecting has held it up. It is not made to collect: V8 would look through all of its heap ten times as often from then on.
 */
import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants, type PerformanceEntry, PerformanceObserver } from 'node:perf_hooks';

const folder = process.env['SOAK_MEMORY'];
if (folder !== undefined) {
  const file = join(folder, String(process.pid));
  /** Of the last time since it was told; undefined where nothing was collected since. */
  let live: number | undefined;
  /** In milliseconds, since it was told. */
  let longest = 0;
  const tell = (): void => {
    writeFileSync(
      `${file}.new`,
      JSON.stringify({ rss: process.memoryUsage.rss(), live, longest, program: process.argv[1] }),
    );
    // Whoever looks sees all of it or the one before.
    renameSync(`${file}.new`, file);
    live = undefined;
    longest = 0;
  };
  const isWhole = (entry: PerformanceEntry): boolean =>
    (entry as PerformanceEntry & { detail: { kind: number } }).detail.kind === constants.NODE_PERFORMANCE_GC_MAJOR;
  new PerformanceObserver((list) => {
    longest = Math.max(longest, ...list.getEntries().map(({ duration }) => duration));
    if (!list.getEntries().some(isWhole)) return;
    const { heapUsed, external } = process.memoryUsage();
    live = heapUsed + external;
  }).observe({ entryTypes: ['gc'] });
  process.on('SIGUSR2', tell);
  // From now on it may be asked.
  tell();
}
