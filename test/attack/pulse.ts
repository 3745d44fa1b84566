/** Takes a server's pulse: `/healthz` every 50 ms from a thread of its own, and the memory of its processes. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

export interface Pulse {
  /** The longest that `/healthz` took, in milliseconds; infinite where it was not answered. */
  readonly slowest: number;
  readonly beats: number;
  /** The most that the processes took, in bytes. */
  readonly peakBytes: number;
}

/** What the thread is told. */
export interface PulseOrder {
  readonly origin: string;
  readonly pid: number;
}

/** Begins; the function returned ends it and says how it was. */
export async function takePulse(order: PulseOrder): Promise<() => Promise<Pulse>> {
  const worker = new Worker(new URL('./pulse-thread.js', import.meta.url), { workerData: order });
  await once(worker, 'message');
  return async () => {
    worker.postMessage('stop');
    const [pulse] = (await once(worker, 'message')) as [Pulse];
    await worker.terminate();
    return pulse;
  };
}
