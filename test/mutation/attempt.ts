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

/** A test that fails now and then, or for want of time, must not count; nor what another mutant left behind. */
async function isSure(number: number, file: string, failed: string): Promise<boolean> {
  if (/hook/.test(failed)) return true;
  setMutant(number);
  const fails = (await runFile(file, [failed])) !== undefined;
  setMutant(0);
  return fails;
}
async function isSpoilt(number: number, file: string, failed: string): Promise<boolean> {
  return number !== 0 && (/hook/.test(failed) || (await runFile(file, [failed])) !== undefined);
}

async function attempt({ number = 0, tests = [] }: Task): Promise<Notice> {
  for (const { file, titles } of tests) {
    say({ begins: file });
    setMutant(0);
    if (!files.has(file)) await runFile(file, []);
    setMutant(number);
    const failed = await runFile(file, titles);
    setMutant(0);
    if (failed !== undefined && (await isSure(number, file, failed)))
      return { ends: { failed, isSpoilt: await isSpoilt(number, file, failed) } };
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
