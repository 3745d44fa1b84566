/**
 * `npm run fuzz [-- --target NAME --cases N --seed N --jobs N]`: tries inputs made by chance, prints what came of them, and fails
 * on a find, whose input is written to `test/fuzz/fixtures/`. Without a target the cases are shared out among all, each in a
 * process of its own, so many at once. `--print` prints the input of the seed, and tries none.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { FuzzTarget } from './fuzz-target.js';
import { inputOf } from './run-fuzz.js';
import { header, runTarget } from './run-target.js';
import { findTarget, shareOut, targets } from './targets.js';

const { values } = parseArgs({
  options: {
    target: { type: 'string' },
    cases: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '1' },
    jobs: { type: 'string', default: String(availableParallelism()) },
    print: { type: 'boolean', default: false },
  },
});
const [seed, cases] = [Number(values.seed), Number(values.cases)];

async function runApart({ name }: FuzzTarget, some: number): Promise<void> {
  const args = ['--target', name, '--cases', String(some), '--seed', String(seed)];
  const child = spawn(process.execPath, ['--enable-source-maps', fileURLToPath(import.meta.url), ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, FUZZ_ROW_ALONE: 'true' },
  });
  const [code, signal] = (await once(child, 'exit')) as [number | null, string | null];
  if (code === 0) return;
  process.exitCode = 1;
  if (code === null) console.error(`${name} was ended by ${signal}`);
}

/** The dearest first, so that none of them is the last. */
async function runAll(): Promise<void> {
  const started = performance.now();
  const waiting = shareOut(cases);
  console.log(header);
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
      await runApart(next.target, next.cases);
  };
  await Promise.all(Array.from({ length: Number(values.jobs) }, work));
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  console.log(`\n${cases} cases of ${targets.length} targets in ${seconds} s, seed ${seed}`);
}

async function runOne(target: FuzzTarget): Promise<void> {
  if (process.env['FUZZ_ROW_ALONE'] === undefined) console.log(header);
  if ((await runTarget(target, seed, cases)) > 0) process.exitCode = 1;
}

if (values.target === undefined) await runAll();
else if (values.print) process.stdout.write(inputOf(findTarget(values.target), seed));
else await runOne(findTarget(values.target));
