/** The clock of what is answered in the server's own process: it is over after so many rows, or so much time at work. */
import type { Clock } from '../clock.js';

/** Thrown when it is over. */
export const notAtOnce = new Error('it takes longer than can be waited for');

/**
 * The time of the processor is looked at only where time has gone by at all: others may have had the processor meanwhile,
 * and to ask takes as long as some rows do. So it may come to twice as much.
 */
export function startAllowance({
  rows,
  milliseconds,
}: {
  readonly rows: number;
  readonly milliseconds: number;
}): Clock {
  let left = rows;
  let lookAgainAt = performance.now() + milliseconds;
  let workedBefore: NodeJS.CpuUsage | undefined;

  function isTimeOver(): boolean {
    const { user, system } = process.cpuUsage(workedBefore);
    if (workedBefore !== undefined && user + system > 1000 * milliseconds) return true;
    workedBefore ??= process.cpuUsage();
    lookAgainAt = performance.now() + milliseconds;
    return false;
  }

  return {
    interval: 1,
    isOver() {
      left -= 1;
      return left < 0 || (performance.now() > lookAgainAt && isTimeOver());
    },
    check() {
      throw notAtOnce;
    },
    // Whoever has this one does not wait for anything.
    race: (promise) => promise,
    onOver() {},
    pause() {},
    resume() {},
    stop() {},
  };
}
