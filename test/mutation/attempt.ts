/** A process that tries mutants: for each it runs the tests that see it, and ends at the first that fails. */
import { register } from 'node:module';
import type { TestFile } from './mocha-file.js';
import type { Sources } from './swap-sources.js';
import { defineSwitch, setMutant } from './switch.js';

/** What the process is told: once which modules have other texts, then one mutant after the other. */
export interface Task {
  readonly sources?: Sources;
  /** Of the mutant to set to work; 0 where it is there already. */
  readonly number?: number;
  /** File by file, the titles of tests. */
  readonly tests?: readonly { readonly file: string; readonly titles: readonly string[] }[];
}

/** What it says: which test begins, and in the end whether one failed. */
export interface Notice {
  readonly begins?: string;
  readonly ends?: { readonly failed?: string; readonly isSpoilt?: boolean };
}

const say = (notice: Notice): void => {
  process.send?.(notice);
};
const files = new Map<string, TestFile>();

async function runFile(file: string, titles: readonly string[]): Promise<string | undefined> {
  const { loadTests, runTests } = await import('./mocha-file.js');
  const known = files.get(file) ?? (await loadTests(file));
  files.set(file, known);
  return runTests(known, new Set(titles), (title) => say({ begins: title }));
}

/** What a mutant leaves behind, in a cache for instance, must not be counted against the next. */
async function isSpoiltBy(file: string, failed: string): Promise<boolean> {
  return /hook/.test(failed) || (await runFile(file, [failed])) !== undefined;
}

async function attempt({ number = 0, tests = [] }: Task): Promise<Notice> {
  for (const { file, titles } of tests) {
    say({ begins: file });
    setMutant(0);
    const known = files.get(file);
    if (known === undefined) await runFile(file, []);
    setMutant(number);
    const failed = await runFile(file, titles);
    setMutant(0);
    if (failed === undefined) continue;
    return { ends: { failed, isSpoilt: number !== 0 && (await isSpoiltBy(file, failed)) } };
  }
  return { ends: {} };
}

function endWith(error: unknown): void {
  process.send?.({ ends: { failed: `it ends with ${error}`, isSpoilt: true } } satisfies Notice, () => process.exit(1));
}
process.on('uncaughtException', endWith);
process.on('unhandledRejection', endWith);

defineSwitch();
process.on('message', (task: Task) => {
  if (task.sources !== undefined) register('./swap-sources.js', { parentURL: import.meta.url, data: task.sources });
  else attempt(task).then(say, endWith);
});
