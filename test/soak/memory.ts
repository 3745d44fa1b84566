/** What the server and its query processes take, and have in use after their garbage was collected, sample by sample. */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
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
  /** Milliseconds that one collection has held it up at most since the sample before. */
  readonly longestCollection: number;
}

interface Told {
  readonly rss: number;
  readonly live?: number;
  readonly longest: number;
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

/** Numbers of processes come round again within an hour: one that has just begun would be ended by the signal that it does not know yet. */
function forgetGone(folder: string, tree: readonly number[]): void {
  const living = new Set(tree.map(String));
  for (const name of readdirSync(folder))
    if (!living.has(name.split('.')[0] ?? '')) rmSync(join(folder, name), { force: true });
}

/** `folder`: what the processes were told by SOAK_MEMORY. */
export async function takeSamples(server: number, folder: string, at: number): Promise<Sample[]> {
  const tree = treeOf(server);
  forgetGone(folder, tree);
  const asked = tree.filter((pid) => read(folder, pid) !== undefined);
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
    const kind = pid === server ? 'server' : 'query process';
    return [{ at, pid, kind, rss: told.rss, live: told.live, longestCollection: told.longest }];
  });
}

/** Processes come and go: what each loads in its first seconds, when it is first asked something odd, is no growth. */
const settling = (since: number): number => Math.min(120, Math.max(40, since / 2));

/**
 * What is compared over time: a process with itself, or with others at its age. Where a build takes the place of all query processes
 * every few minutes, what one takes more of while it settles says nothing of an hour; whether those that come later take more does.
 */
export type Alike = 'process' | 'age';

/** Seconds within which processes are of one age. */
const ageStep = 60;

/** Megabytes over hours, a line for each process or each age, since the warm-up of all and of its own. */
export function linesOf(
  samples: readonly Sample[],
  { kind, measure, alike }: { kind: Sample['kind']; measure: 'rss' | 'live'; alike: Alike },
  since: number,
): Point[][] {
  const born = bornIn(samples);
  const lines = new Map<number, Point[]>();
  for (const { at, pid, kind: own, [measure]: bytes } of samples) {
    const age = at - (born.get(pid) ?? at);
    if (own !== kind || bytes === undefined || at < since || age < settling(since)) continue;
    const key = alike === 'process' ? pid : Math.floor(age / ageStep);
    lines.set(key, [...(lines.get(key) ?? []), { x: at / 3600, y: bytes / 2 ** 20 }]);
  }
  return [...lines.values()].filter((points) => points.length > 2);
}

/** When each process was first seen. */
function bornIn(samples: readonly Sample[]): Map<number, number> {
  const born = new Map<number, number>();
  for (const { pid, at } of samples) if (!born.has(pid)) born.set(pid, at);
  return born;
}

/** How often all query processes were replaced after the warm-up: births a minute and more apart. */
export function generationsIn(samples: readonly Sample[], since: number): number {
  const births = [...bornIn(samples.filter(({ kind }) => kind === 'query process')).values()].sort((a, b) => a - b);
  return births.filter((at, n) => at >= since && at - (births[n - 1] ?? Number.NEGATIVE_INFINITY) > ageStep).length;
}
