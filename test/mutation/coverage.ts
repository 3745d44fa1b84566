/** Which tests come to which places: asked of each file of tests in a process of its own, and kept while nothing changes. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageRoot } from '../../src/config.js';
import type { Cover } from './cover.js';
import { inTurns } from './in-turns.js';
import type { Population } from './population.js';
import type { Place } from './reach.js';
import { loading, longest } from './test-files.js';

/** A test, and what it takes. */
export interface CoveringTest {
  readonly file: string;
  readonly title: string;
  readonly ms: number;
}

export interface Coverage {
  /** The tests that come to one of these places. */
  testsAt(places: readonly Place[]): CoveringTest[];
  /** Whether it runs as the parts are loaded. */
  isLoaded(place: Place): boolean;
}

const folder = join(packageRoot, 'var/mutation');
const digest = (texts: Iterable<string>): string => {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(text).update('\0');
  return hash.digest('hex').slice(0, 16);
};

function run(file: string, places: string, output: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const program = fileURLToPath(new URL('cover.js', import.meta.url));
    spawn(process.execPath, [program, file, places, output], {
      cwd: packageRoot,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
      .on('error', reject)
      .on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${file}: the tests could not be run`))));
  });
}

const keyOfPlace = ({ file, at }: Place): string => `${file}:${at}`;

/** Each once, in the order of the files. */
function placesOf({ mutants, reach }: Population): Place[] {
  const all = [...mutants.map(({ file, at }) => ({ file, at })), ...reach.places];
  return [...new Map(all.map((place) => [keyOfPlace(place), place])).values()];
}

/** What is known of a file holds until the program, what tests share, or the file itself is another. */
export async function readCoverage(
  population: Population,
  files: readonly string[],
  workers: number,
): Promise<Coverage> {
  const { sources } = population;
  mkdirSync(folder, { recursive: true });
  const isOfTests = ({ file }: Place): boolean => file.endsWith('.test.js');
  const places = placesOf(population);
  const common = places.filter((place) => !isOfTests(place));
  const shared = digest([
    JSON.stringify(common),
    ...[...sources].filter(([file]) => !file.endsWith('.test.js')).map(([, text]) => text),
  ]);
  const covers = await inTurns([...files, loading], workers, async (file): Promise<Located> => {
    const name = digest([shared, file, sources.get(file) ?? '']);
    const [placesFile, output] = [join(folder, `places-${name}.json`), join(folder, `cover-${name}.json`)];
    const own = [...common, ...places.filter((place) => place.file === file && isOfTests(place))];
    if (!existsSync(output)) {
      writeFileSync(placesFile, JSON.stringify(own));
      await run(file, placesFile, output);
      rmSync(placesFile);
    }
    return { cover: JSON.parse(readFileSync(output, 'utf8')) as Cover, places: own };
  });
  return index(covers);
}

/** What a file's tests come to, with the places that it counts. */
interface Located {
  readonly cover: Cover;
  readonly places: readonly Place[];
}

function index(covers: readonly Located[]): Coverage {
  const loaded = new Set<string>();
  const testsAt = new Map<string, Set<CoveringTest>>();
  const note = (place: Place | undefined, test: CoveringTest): void => {
    if (place === undefined) return;
    const key = keyOfPlace(place);
    const known = testsAt.get(key) ?? new Set();
    testsAt.set(key, known);
    known.add(test);
  };
  for (const { cover, places } of covers) {
    if (cover.file === loading) for (const number of cover.loaded) loaded.add(keyOfPlace(places[number] as Place));
    const ofTests = cover.loaded.filter((number) => places[number]?.file.startsWith('dist/test/'));
    for (const { title, ms, places: reached } of cover.tests) {
      if (ms > longest) continue;
      const test = { file: cover.file, title, ms };
      for (const number of [...reached, ...ofTests]) note(places[number], test);
    }
  }
  return {
    testsAt: (asked) => [...new Set(asked.flatMap((place) => [...(testsAt.get(keyOfPlace(place)) ?? [])]))],
    isLoaded: (place) => loaded.has(keyOfPlace(place)),
  };
}
