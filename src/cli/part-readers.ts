/** Reads the parts of a long text in several threads at once and gives what they say in the order of the text. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { PartThings } from '../extract/part-things.js';

/** What a thread is asked to read: both as UTF-8. */
export interface PartRequest {
  readonly text: Uint8Array;
  readonly head: Uint8Array | undefined;
}

/** The same on its way, which whoever gets it empties: nobody else holds the bytes. */
export type SentPart = { -readonly [K in keyof PartRequest]: PartRequest[K] | undefined };

/** More threads than this would need more memory than the text is worth. */
const mostThreads = 4;

const script = new URL('./part-reader-thread.js', import.meta.url);

/** In MB, for the longest part: far more than reading it needs, yet a heap without a limit is tidied too late. */
const heapFor = (bytes: number): number => 200 + Math.ceil(bytes / 2 ** 20) * 100;

/** In MB, for all threads: the more of it each has, the less often it is tidied. */
const youngInAll = 192;

/** Hands a part over: a view would be sent with all the bytes it is a view of, and what is sent and kept is there twice. */
function send(thread: Worker, { text, head }: PartRequest): void {
  const own = { text: new Uint8Array(text), head: head && new Uint8Array(head) };
  const sent: SentPart = own;
  thread.postMessage(sent, own.head === undefined ? [own.text.buffer] : [own.text.buffer, own.head.buffer]);
}

/** Calls `take` with what each part says. On a failure the others are left. */
export async function readParts(requests: readonly PartRequest[], take: (part: PartThings) => void): Promise<void> {
  const read: (PartThings | undefined)[] = [];
  let [next, taken] = [0, 0];
  const settle = (n: number, part: PartThings): void => {
    read[n] = part;
    for (let ready = read[taken]; ready !== undefined; ready = read[++taken]) {
      take(ready);
      read[taken] = undefined;
    }
  };
  const work = (thread: Worker): Promise<void> =>
    new Promise((resolve, reject) => {
      let n = -1;
      const ask = (): void => {
        n = next++;
        const request = requests[n];
        if (request === undefined) resolve();
        else send(thread, request);
      };
      thread.on('error', reject);
      thread.on('message', (part: PartThings) => {
        settle(n, part);
        ask();
      });
      ask();
    });
  const count = Math.min(availableParallelism(), mostThreads, requests.length);
  const maxOldGenerationSizeMb = heapFor(Math.max(...requests.map(({ text }) => text.length)));
  const threads = Array.from(
    { length: count },
    () =>
      new Worker(script, {
        resourceLimits: { maxOldGenerationSizeMb, maxYoungGenerationSizeMb: youngInAll / count },
      }),
  );
  try {
    await Promise.all(threads.map(work));
  } finally {
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
}
