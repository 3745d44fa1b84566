/** Who gets a processor first where there are too few: the server, then those who work for it, and last what takes long. */
import { readdirSync } from 'node:fs';
import { constants, getPriority, setPriority } from 'node:os';

/** What this program was started with: nobody who works for it gets a higher one. */
const own = getPriority();
const after = (steps: number): number => Math.min(own + steps, constants.priority.PRIORITY_LOW);

/** Of a process that works for the server: the server hears everybody, and is asked whether it lives. */
export const behindServer = after(5);
/** Of what takes long. */
export const behindAll = after(constants.priority.PRIORITY_BELOW_NORMAL);

/** The threads of a process, by the numbers that the system has for them; itself alone where it does not tell. */
function threadsOf(pid: number): number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).map(Number);
  } catch {
    return [pid];
  }
}

/** Whether the system let it: it lets nobody back to a higher one, and knows no more of who has just ended. */
function setOne(thread: number, priority: number): boolean {
  try {
    setPriority(thread, priority);
    return true;
  } catch {
    return false;
  }
}

/**
 * Sets the priority of a process: of every thread, for Linux tells them apart, and those that collect garbage and compile
 * work as hard as the first. Tells whether the system let it.
 */
export function putBehind(pid: number, priority: number): boolean {
  if (!setOne(pid, priority)) return false;
  for (const thread of threadsOf(pid)) setOne(thread, priority);
  return true;
}

/** Lets whoever is asked on the same machine go first: this process does long work that nobody waits for by the second. */
export const stepBack = (): boolean => putBehind(process.pid, behindAll);
