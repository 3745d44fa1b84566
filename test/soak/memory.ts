/** What the server and its query processes take, and have in use after their garbage was collected, sample by sample. */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { treeOf } from '../attack/process-tree.js';
import type { Point } from './slope.js';

export interface Sample {
  /** Seconds since the beginning. */
  readonly at: number;
  readonly pid: number;
  readonly kind: 'server' | 'query process';
  /** Resident bytes. */
  readonly rss: number;
  /** Bytes of the heap and beside it that were still in use when garbage was last collected; undefined where none was since the sample before. */
  readonly live: number | undefined;
}

interface Told {
  readonly rss: number;
  readonly live?: number;
  readonly program?: string;
}

/** Milliseconds in which a process that is at work may get round to it. */
const patience = 1500;

function read(folder: string, pid: number): Told | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, String(pid)), 'utf8')) as Told;
  } catch {
    // It has not begun yet, or is no process of ours.
    return undefined;
  }
}

/** `folder`: what the processes were told by SOAK_MEMORY. */
export async function takeSamples(server: number, folder: string, at: number): Promise<Sample[]> {
  const asked = treeOf(server).filter((pid) => read(folder, pid) !== undefined);
  for (const pid of asked)
    try {
      process.kill(pid, 'SIGUSR2');
    } catch {
      // It has just ended.
    }
  await wait(patience);
  return asked.flatMap((pid): Sample[] => {
    const told = read(folder, pid);
    if (told === undefined) return [];
    const isQueries = basename(told.program ?? '') === 'query-process.js';
    if (pid !== server && !isQueries) return [];
    return [{ at, pid, kind: pid === server ? 'server' : 'query process', rss: told.rss, live: told.live }];
  });
}

/** Processes come and go: what each loads in its first seconds, when it is first asked something odd, is no growth. */
const settling = (since: number): number => Math.min(120, Math.max(40, since / 2));

/** Megabytes over hours, a line for each process, since the warm-up of all and of its own. */
export function linesOf(
  samples: readonly Sample[],
  kind: Sample['kind'],
  measure: 'rss' | 'live',
  since: number,
): Point[][] {
  const lines = new Map<number, { born: number; points: Point[] }>();
  for (const sample of samples) {
    if (sample.kind !== kind) continue;
    const line = lines.get(sample.pid) ?? { born: sample.at, points: [] };
    lines.set(sample.pid, line);
    const bytes = sample[measure];
    if (bytes !== undefined && sample.at >= since && sample.at >= line.born + settling(since))
      line.points.push({ x: sample.at / 3600, y: bytes / 2 ** 20 });
  }
  return [...lines.values()].map(({ points }) => points).filter((points) => points.length > 2);
}
