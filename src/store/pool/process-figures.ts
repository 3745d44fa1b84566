/** What a process takes of the machine, as its system counts it; undefined where it does not (no /proc), or is gone. */
import { readFileSync } from 'node:fs';

/** Of Linux, on all machines that Node 20 runs on but those with other pages, where the figure is too small. */
const pageBytes = 4096;
/** Of Linux, everywhere. */
const ticksPerSecond = 100;

export function readResidentBytes(pid: number): number | undefined {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1]) * pageBytes;
  } catch {
    return undefined;
  }
}

/** Seconds of the processor's time since it began. */
export function readProcessorSeconds(pid: number): number | undefined {
  try {
    // The name stands in brackets, and may hold anything.
    const fields = readFileSync(`/proc/${pid}/stat`, 'latin1')
      .replace(/^[\s\S]*\) /, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
  } catch {
    return undefined;
  }
}
