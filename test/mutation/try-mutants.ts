/** Tries a sample, each mutant by the tests that see it, until one fails; as many side by side as there are workers. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { packageRoot } from '../../src/config.js';
import { type Bench, openBench, type Verdict } from './bench.js';
import type { Coverage, CoveringTest } from './coverage.js';
import { parseModule } from './find-mutants.js';
import { inTurns } from './in-turns.js';
import { instrument, isKept, type NumberedMutant } from './instrument.js';
import { applyMutant, type Mutant } from './mutant.js';
import type { Population } from './population.js';
import { createYields, inOrder, type Tried } from './test-order.js';

export interface Outcome {
  readonly mutant: Mutant;
  readonly result: Verdict['result'] | 'no test';
  readonly by?: string;
  /** How many tests see it. */
  readonly tests: number;
  /** Whether it was set to work in a process that was there, or had to be there from the beginning. */
  readonly isSwitched: boolean;
  readonly ms: number;
}

/** Milliseconds by the clock that a test has beyond twenty times its work, and loading a file. */
const patience = 10_000;
const loadingPatience = 60_000;

const urlOf = (file: string): string => pathToFileURL(join(packageRoot, file)).href;

interface Planned extends NumberedMutant {
  readonly tests: readonly CoveringTest[];
  readonly way: 'switch' | 'pattern' | 'anew';
}

/** Where it shows: where it stands, and for what runs as a module is loaded where that is used. */
function plan(mutant: Mutant, number: number, { reach, sources }: Population, coverage: Coverage): Planned {
  const { file, at } = mutant;
  const place = { file, at };
  if (!reach.isInFunction(place)) {
    const module = parseModule(file, sources.get(file) ?? '');
    const way = isKept(module, mutant) && reach.isKeptWhole(place) ? 'pattern' : 'anew';
    return { mutant, number, tests: coverage.testsAt(reach.usesOf(place)), way };
  }
  const tests = coverage.testsAt([place]);
  // What files of tests alone run as they are loaded is mostly run by tests, too.
  if (tests.length > 0 && !coverage.isLoaded(place)) return { mutant, number, tests, way: 'switch' };
  return { mutant, number, tests: coverage.testsAt([place, ...reach.usesOf(place)]), way: 'anew' };
}

/** All that can be set to work in a process that is there already, put into their modules. */
function instrumentAll(planned: readonly Planned[], sources: ReadonlyMap<string, string>): Record<string, string> {
  const switched = planned.filter(({ way }) => way !== 'anew');
  const patterns = new Set(switched.flatMap(({ way, number }) => (way === 'pattern' ? [number] : [])));
  const texts: Record<string, string> = {};
  for (const file of new Set(switched.map(({ mutant }) => mutant.file))) {
    const own = switched.filter(({ mutant }) => mutant.file === file);
    texts[urlOf(file)] = instrument(file, sources.get(file) ?? '', own, patterns);
  }
  return texts;
}

export interface Trial {
  readonly workers: number;
  /** Milliseconds of tests after which a mutant is taken to live on. */
  readonly most: number;
  readonly onOutcome: (outcome: Outcome) => void;
}

/** Milliseconds by the clock for a test, by what it worked, or for the loading of a file. */
function createPatience(tests: readonly CoveringTest[]): (title: string) => number {
  const took = new Map(tests.map(({ title, ms }) => [title, ms]));
  return (title) => patience + (took.has(title) ? 20 * (took.get(title) ?? 0) : loadingPatience);
}

interface Benches {
  attempt(planned: Planned, tests: readonly Tried[]): Promise<Verdict>;
  close(): void;
}

/** One process for each worker; and one of its own for a mutant that has to be there from the beginning. */
function openBenches(planned: readonly Planned[], sources: ReadonlyMap<string, string>): Benches {
  const texts = instrumentAll(planned, sources);
  const idle: Bench[] = [];
  return {
    async attempt({ mutant, number, way, tests: all }, tests) {
      if (way === 'anew') {
        const bench = openBench({ [urlOf(mutant.file)]: applyMutant(sources.get(mutant.file) ?? '', mutant) });
        const verdict = await bench.attempt({ tests }, createPatience(all));
        bench.close();
        return verdict;
      }
      const bench = idle.pop() ?? openBench(texts);
      const verdict = await bench.attempt({ number, tests }, createPatience(all));
      idle.push(bench);
      return verdict;
    },
    close() {
      for (const bench of idle) bench.close();
    },
  };
}

export async function tryMutants(
  mutants: readonly Mutant[],
  population: Population,
  coverage: Coverage,
  { workers, most, onOutcome }: Trial,
): Promise<Outcome[]> {
  const planned = mutants.map((mutant, index) => plan(mutant, index + 1, population, coverage));
  const benches = openBenches(planned, population.sources);
  const yields = createYields();
  const outcomes = await inTurns(planned, workers, async (one): Promise<Outcome> => {
    const begun = performance.now();
    const tests = inOrder(one.mutant, one.tests, yields, most);
    const { result, by } = tests.length === 0 ? { result: 'no test' as const } : await benches.attempt(one, tests);
    yields.note(tests, by);
    const outcome = {
      mutant: one.mutant,
      result,
      ...(by === undefined ? {} : { by }),
      tests: one.tests.length,
      isSwitched: one.way !== 'anew',
      ms: Math.round(performance.now() - begun),
    };
    onOutcome(outcome);
    return outcome;
  });
  benches.close();
  return outcomes;
}
