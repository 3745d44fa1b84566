/** The thread behind `progress.ts`: waits, and writes the latest step when it has lasted too long. */
import { writeSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';

const patience = Number(workerData);
let waiting: NodeJS.Timeout | undefined;

parentPort?.on('message', (step: unknown) => {
  clearTimeout(waiting);
  // Not through process.stderr: in a thread that waits for the main one, which is busy.
  waiting = setTimeout(() => writeSync(2, `migraph: ${String(step)} …\n`), patience);
});
