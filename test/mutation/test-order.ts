/** By which tests a mutant is tried first: those that are most likely to tell soon. */
import type { CoveringTest } from './coverage.js';
import type { Mutant } from './mutant.js';

/** `dist/src/extract/rules/status.js` is told of in `dist/test/extract/rules/status.test.js`. */
const ownTests = (file: string): string => file.replace('dist/src/', 'dist/test/').replace(/\.js$/, '.test.js');

/** What files of tests have told for the time they took; the best come first. */
export interface Yields {
  of(file: string): number;
  note(tried: readonly Tried[], by: string | undefined): void;
}
export interface Tried {
  readonly file: string;
  readonly titles: readonly string[];
  readonly ms: number;
}

export function createYields(): Yields {
  const known = new Map<string, { kills: number; ms: number }>();
  const entry = (file: string): { kills: number; ms: number } => {
    const present = known.get(file) ?? { kills: 1, ms: 1000 };
    known.set(file, present);
    return present;
  };
  return {
    of(file) {
      const { kills, ms } = entry(file);
      return kills / ms;
    },
    note(tried, by) {
      for (const { file, titles, ms } of tried) {
        const own = entry(file);
        own.ms += ms;
        if (by === undefined || !(titles.includes(by) || by === file)) continue;
        own.kills += 1;
        return;
      }
    },
  };
}

/** Its own file of tests first; as many tests as `most` milliseconds allow. */
export function inOrder(mutant: Mutant, tests: readonly CoveringTest[], yields: Yields, most: number): Tried[] {
  const rank = (file: string): number => (file === ownTests(mutant.file) ? Number.POSITIVE_INFINITY : yields.of(file));
  const files = new Map<string, CoveringTest[]>();
  for (const test of tests) {
    const known = files.get(test.file) ?? [];
    files.set(test.file, known);
    known.push(test);
  }
  let left = most;
  return [...files]
    .sort(([a], [b]) => rank(b) - rank(a))
    .flatMap(([file, own]) => {
      const tried = own.filter(({ ms }) => {
        left -= ms;
        return left + ms > 0;
      });
      const ms = tried.reduce((sum, one) => sum + one.ms, 0);
      return tried.length === 0 ? [] : [{ file, titles: tried.map(({ title }) => title), ms }];
    });
}
