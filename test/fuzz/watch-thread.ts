/** Beside a run of fuzzing, on a thread of its own: ends the process where one input is not over after a minute, and says which. */
import { writeSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';

const { target, seconds } = workerData as { readonly target: string; readonly seconds: number };
let current = 'before the first input';
let since = Date.now();

parentPort?.on('message', (name: string) => {
  current = name;
  since = Date.now();
});

setInterval(() => {
  if (Date.now() - since < seconds * 1000) return;
  writeSync(2, `${target}, ${current}: is not over after ${seconds} s\n`);
  process.kill(process.pid, 'SIGKILL');
}, 1000);
