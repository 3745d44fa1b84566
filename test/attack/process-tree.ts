/** What a process and all that it has started take of the machine, as Linux counts it. */
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

const pageBytes = 4096;
/** Ticks of a second of the processor's time, in /proc. */
const ticks = 100;

function read(file: string): string {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    // It has just ended.
    return '';
  }
}

function childrenOf(pid: number): number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      read(`/proc/${pid}/task/${task}/children`).split(' ').filter(Boolean).map(Number),
    );
  } catch {
    return [];
  }
}

export const treeOf = (pid: number): number[] => [pid, ...childrenOf(pid).flatMap(treeOf)];

/** Resident bytes of all of them. */
export const readTreeBytes = (pid: number): number =>
  treeOf(pid).reduce((sum, one) => sum + Number(read(`/proc/${one}/statm`).split(' ')[1] ?? 0) * pageBytes, 0);

/** Seconds of processor time of those that are there now, by their ids. */
export function readTreeSeconds(pid: number): Map<number, number> {
  const seconds = new Map<number, number>();
  for (const one of treeOf(pid)) {
    // The name in brackets may hold blanks.
    const fields = read(`/proc/${one}/stat`)
      .replace(/^.*\) /s, '')
      .split(' ');
    seconds.set(one, (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / ticks);
  }
  return seconds;
}

/** The processor time that went by in a while, of those that were there before and after. */
export async function workWithin(pid: number, milliseconds: number): Promise<number> {
  const before = readTreeSeconds(pid);
  await wait(milliseconds);
  let worked = 0;
  for (const [id, seconds] of readTreeSeconds(pid)) worked += seconds - (before.get(id) ?? 0);
  return worked;
}

/** Whether there is a /proc to read. */
export const hasProc = (): boolean => read('/proc/self/statm') !== '';
