/** How much memory a process takes, as its system counts it. */
import { readFileSync } from 'node:fs';

/** Of Linux, on all machines that Node 20 runs on but those with other pages, where the figure is too small. */
const pageBytes = 4096;

/** Resident bytes; undefined where the system does not say (no /proc), or the process is gone. */
export function readResidentBytes(pid: number): number | undefined {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1]) * pageBytes;
  } catch {
    return undefined;
  }
}
