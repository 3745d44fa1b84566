/** One file of tests in this process, of which some are run, and later others. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Mocha from 'mocha';
import { packageRoot } from '../../src/config.js';

export interface TestFile {
  readonly mocha: Mocha;
  /** All its tests, suite by suite. */
  readonly all: ReadonlyMap<Mocha.Suite, readonly Mocha.Test[]>;
}

const suitesOf = (suite: Mocha.Suite): Mocha.Suite[] => [suite, ...suite.suites.flatMap(suitesOf)];

/** No test has a limit of its own: whoever started this process watches the clock. */
function liftTimeouts(suite: Mocha.Suite): void {
  const hooks = suite as unknown as Record<string, Mocha.Hook[] | undefined>;
  const kinds = ['_beforeAll', '_beforeEach', '_afterAll', '_afterEach'];
  for (const one of [...suite.tests, ...kinds.flatMap((kind) => hooks[kind] ?? [])]) one.timeout(0);
}

export async function loadTests(file: string): Promise<TestFile> {
  const mocha = new Mocha({ ui: 'bdd', reporter: Mocha.reporters.Base });
  // As mocha loads a file, but never by `require`, which knows nothing of hooks of the loader.
  const path = join(packageRoot, file);
  mocha.suite.emit(
    Mocha.Suite.constants.EVENT_FILE_PRE_REQUIRE,
    globalThis as unknown as Mocha.MochaGlobals,
    path,
    mocha,
  );
  mocha.suite.emit(Mocha.Suite.constants.EVENT_FILE_REQUIRE, await import(pathToFileURL(path).href), path, mocha);
  mocha.suite.emit(
    Mocha.Suite.constants.EVENT_FILE_POST_REQUIRE,
    globalThis as unknown as Mocha.MochaGlobals,
    path,
    mocha,
  );
  mocha.cleanReferencesAfterRun(false);
  const suites = suitesOf(mocha.suite);
  suites.forEach(liftTimeouts);
  return { mocha, all: new Map(suites.map((suite) => [suite, suite.tests])) };
}

/** Runs the tests with these titles until one fails, and gives its title. */
export function runTests(
  { mocha, all }: TestFile,
  titles: ReadonlySet<string>,
  onBegin: (title: string) => void,
): Promise<string | undefined> {
  for (const [suite, tests] of all) suite.tests = tests.filter((test) => titles.has(test.fullTitle()));
  mocha.suite.bail(true);
  for (const suite of all.keys()) suite.bail(true);
  return new Promise((resolve) => {
    let failed: string | undefined;
    const runner = mocha.run(() => resolve(failed));
    runner.on('test', (test) => onBegin(test.fullTitle()));
    runner.on('fail', (test) => {
      failed ??= test.fullTitle();
    });
  });
}
