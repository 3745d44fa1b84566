/** How fast the machine is just now: promises by the clock are for one as fast as the slowest that they were made on. */

/** Milliseconds of {@link work} on that machine, under a storm. */
const usual = 2.5;

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

export interface Pace {
  /** Takes a moment's work, which tells how fast the machine is. */
  sample(): void;
  /** How many times as long as usual things take, in the middle; 1 where they take less. */
  slowness(): number;
}

export function createPace(): Pace {
  const taken: number[] = [];
  // Not before it is compiled.
  for (let round = 0; round < 30; round += 1) work();
  return {
    sample() {
      const started = performance.now();
      work();
      taken.push(performance.now() - started);
    },
    slowness() {
      const sorted = taken.toSorted((a, b) => a - b);
      return Math.max(1, (sorted[Math.floor(sorted.length / 2)] ?? usual) / usual);
    },
  };
}
