/** Says on stderr what is being done, once it has taken a second; from a thread, for the work itself leaves no time to. */
import { Worker } from 'node:worker_threads';

export interface Progress {
  /** What is done from now on: "reading data/notes/x.txt". */
  step(text: string): void;
  end(): void;
}

/** A step is said when it lasts longer than this, in milliseconds. */
const patience = 1000;

export function startProgress(): Progress {
  const thread = new Worker(new URL('./progress-thread.js', import.meta.url), { workerData: patience });
  thread.unref();
  return {
    step: (text) => thread.postMessage(text),
    end: () => void thread.terminate(),
  };
}
