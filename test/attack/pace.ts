/** How fast the machine is just now: promises by the clock are for one as fast as the slowest that they were made on. */

/** Milliseconds of {@link work} on that machine. */
const usual = 1.1;
/** No machine is excused for more. */
const most = 3;

const text = JSON.stringify(
  Array.from({ length: 60 }, (_, n) => ({ id: n, words: `some words of ${n}`, more: [n, n + 1] })),
);

/** Some of what a server does all the time: it reads, makes and sorts things, and leaves garbage behind. */
function work(): number {
  let length = 0;
  for (let round = 0; round < 12; round += 1) {
    const read = JSON.parse(text) as { readonly id: number; readonly words: string }[];
    const byWords = new Map(read.map((one) => [`${one.words} ${round}`, one]));
    length += JSON.stringify([...byWords.keys()].sort()).length;
  }
  return length;
}

/** How many times as long as usual things take, 1 to 3; takes a tenth of a second. To be asked before anything else is at work. */
export function measureSlowness(): number {
  // Not before it is compiled.
  for (let round = 0; round < 30; round += 1) work();
  const taken = Array.from({ length: 41 }, () => {
    const started = performance.now();
    work();
    return performance.now() - started;
  }).sort((a, b) => a - b);
  return Math.min(most, Math.max(1, (taken[20] ?? usual) / usual));
}
