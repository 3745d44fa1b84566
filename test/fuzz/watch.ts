/** Watches over inputs that never come to an end: what blocks its process cannot say so itself. */
import { Worker } from 'node:worker_threads';

export interface Watch {
  /** Called with the name of what is tried next. */
  begin(name: string): void;
  close(): Promise<void>;
}

/** `seconds`: how long one input may take; then the process is killed. */
export function watch(target: string, seconds: number): Watch {
  const thread = new Worker(new URL('./watch-thread.js', import.meta.url), { workerData: { target, seconds } });
  return {
    begin: (name) => thread.postMessage(name),
    close: async () => {
      await thread.terminate();
    },
  };
}
