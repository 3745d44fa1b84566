/** Who had the processors: this program and all that it has started, or others. */
import { readFileSync } from 'node:fs';
import { treeOf } from '../attack/process-tree.js';

interface Ticks {
  readonly all: number;
  readonly idle: number;
  readonly own: number;
}

/** Of a process, and of those of its children that have ended. */
function ticksOf(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'latin1')
      .replace(/^.*\) /s, '')
      .split(' ');
    return fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
  } catch {
    // It has just ended.
    return 0;
  }
}

function readTicks(): Ticks {
  const [line = ''] = readFileSync('/proc/stat', 'latin1').split('\n');
  const fields = line.trim().split(/\s+/).slice(1, 9).map(Number);
  const own = treeOf(process.pid).reduce((sum, pid) => sum + ticksOf(pid), 0);
  return { all: fields.reduce((sum, field) => sum + field, 0), idle: (fields[3] ?? 0) + (fields[4] ?? 0), own };
}

/** Begins to watch; the function returned tells the share of the processors' time, 0 to 1, that others have had since. */
export function watchMachine(): () => number {
  const before = readTicks();
  return () => {
    const now = readTicks();
    const all = now.all - before.all;
    return all === 0 ? 0 : Math.max(0, (all - (now.idle - before.idle) - (now.own - before.own)) / all);
  };
}
