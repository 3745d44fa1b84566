/** Takes a server's pulse: `/healthz` every 50 ms from a thread of its own, and the memory of its processes. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { bystander } from './bystander.js';
import { measureSlowness } from './pace.js';

export interface Pulse {
  /** The longest that `/healthz` took, in milliseconds; infinite where it was not answered. */
  readonly slowest: number;
  readonly beats: number;
  /** The most that the processes took, in bytes. */
  readonly peakBytes: number;
  /** The longest that a server took which does nothing, on the same machine in the same time, in milliseconds. */
  readonly bystander: number;
  /** How many times as long as on a machine that the promises are made for things take; at least 1. */
  readonly slowness: number;
}

/** What the thread is told. */
export interface PulseOrder {
  readonly origin: string;
  readonly pid: number;
}

/** Of this machine, told when it is first asked for: nothing is under attack then. */
let slowness: number | undefined;

/** Begins; the function returned ends it and says how it was. */
export async function takePulse(order: PulseOrder): Promise<() => Promise<Pulse>> {
  slowness ??= measureSlowness();
  const worker = new Worker(new URL('./pulse-thread.js', import.meta.url), {
    workerData: { ...order, slowness, bystander: await bystander() },
  });
  await once(worker, 'message');
  return async () => {
    worker.postMessage('stop');
    const [pulse] = (await once(worker, 'message')) as [Pulse];
    await worker.terminate();
    return pulse;
  };
}
