/**
 * `npm run fuzz [-- --target NAME --cases N --seed N --workers N]`: tries inputs made by chance, prints what came of them, and
 * fails on a find, whose input is written to `test/fuzz/fixtures/`. `--case N` prints the input of one case, and tries none.
 */
import { parseArgs } from 'node:util';
import { writeFixture } from './fixtures.js';
import { inputOf, runFuzz } from './run-fuzz.js';
import { findTarget, targets } from './targets.js';

const { values } = parseArgs({
  options: {
    target: { type: 'string' },
    cases: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    workers: { type: 'string', default: '4' },
    case: { type: 'string' },
  },
});
const seed = Number(values.seed);
const chosen = values.target === undefined ? targets : [findTarget(values.target)];

for (const target of chosen) {
  if (values.case !== undefined) {
    process.stdout.write(inputOf(target, seed, Number(values.case)));
    continue;
  }
  const started = Date.now();
  const { outcomes, finds } = await runFuzz(target, {
    seed,
    cases: Number(values.cases),
    workers: Number(values.workers),
  });
  for (const { name = 'in the end', input, fault } of finds) {
    console.error(`seed ${seed}, ${name}: ${fault}`);
    const file = `seed-${seed}-${name.replace(' ', '-')}`;
    if (input !== undefined) console.error(`   ${writeFixture(target.name, file, input)}`);
  }
  const lines = [...outcomes].sort().map(([kind, count]) => `| ${kind} | ${count} |`);
  console.log(`\n| ${target.name} | cases |\n| --- | --: |\n${lines.join('\n')}\n| finds | ${finds.length} |`);
  console.log(`${((Date.now() - started) / 1000).toFixed(0)} s, seed ${seed}`);
  if (finds.length > 0) process.exitCode = 1;
}
