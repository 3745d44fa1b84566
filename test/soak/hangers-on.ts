/** Starts the thread of clients who hold connections and give nothing for it, and tells how many there are. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** What the thread is told. */
export interface HangersOnOrder {
  readonly origin: string;
  readonly idle: number;
  readonly slow: number;
}

/** What it tells. */
export interface HangersOnCount {
  /** Connections that are open just now. */
  readonly idle: number;
  readonly slow: number;
  /** How often one was closed by the server, and opened anew. */
  readonly renewed: number;
}

export interface HangersOn {
  count(): Promise<HangersOnCount>;
  stop(): Promise<void>;
}

/** Resolves when all are there. */
export async function gatherHangersOn(order: HangersOnOrder): Promise<HangersOn> {
  const worker = new Worker(new URL('./hangers-on-thread.js', import.meta.url), { workerData: order });
  const next = async (): Promise<HangersOnCount> => ((await once(worker, 'message')) as [HangersOnCount])[0];
  await next();
  return {
    count() {
      const told = next();
      worker.postMessage('count');
      return told;
    },
    async stop() {
      await worker.terminate();
    },
  };
}
