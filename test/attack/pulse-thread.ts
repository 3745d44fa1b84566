/** The thread of {@link takePulse}: nothing that the attackers do holds it up. */
import { get } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';
import { readTreeBytes } from './process-tree.js';
import type { Pulse, PulseOrder } from './pulse.js';

const { origin, pid } = workerData as PulseOrder;
const interval = 50;
/** After so long it counts as not answered, in milliseconds. */
const patience = 10_000;

/** Milliseconds in which this thread should have run and did not, since others had the machine: nobody was asked then. */
let starved = 0;
let lastTick = performance.now();
const tick = 10;
setInterval(() => {
  const now = performance.now();
  starved += Math.max(0, now - lastTick - 2 * tick);
  lastTick = now;
}, tick);

let pulse: Pulse = { slowest: 0, beats: 0, peakBytes: 0 };
let isOver = false;
parentPort?.once('message', () => {
  isOver = true;
});

/** Milliseconds until the whole answer is there, over a connection of its own. */
const beat = (): Promise<number> =>
  new Promise((resolve) => {
    const started = performance.now() - starved;
    const request = get(`${origin}/healthz`, { agent: false, timeout: patience }, (response) => {
      response.resume();
      response.on('error', () => resolve(Number.POSITIVE_INFINITY));
      response.on('end', () =>
        resolve(response.statusCode === 200 ? performance.now() - starved - started : Number.POSITIVE_INFINITY),
      );
    });
    request.on('timeout', () => request.destroy());
    request.on('error', () => resolve(Number.POSITIVE_INFINITY));
  });

parentPort?.postMessage('begun');
do {
  const taken = await beat();
  pulse = {
    slowest: Math.max(pulse.slowest, taken),
    beats: pulse.beats + 1,
    peakBytes: Math.max(pulse.peakBytes, readTreeBytes(pid)),
  };
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, interval - taken)));
} while (!isOver);
parentPort?.postMessage(pulse);
