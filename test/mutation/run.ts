/**
 * `npm run mutation`: a sample of all mutants of reading, snapshot and evaluator, each tried by the tests that see it. Fails below
 * the floor. `-- --count 100 --seed 2` draws others, `--only extract/rules` from files with that in their name, `--list` shows those
 * that live on, `--workers 1` leaves the machine room; `--again` tries only those that lived on the last time.
 */
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { packageRoot } from '../../src/config.js';
import { readCoverage } from './coverage.js';
import { listSurvivors, shareKilled, tableByKind, tableByPart } from './figures.js';
import { keyOf } from './mutant.js';
import { readPopulation } from './population.js';
import { drawSample } from './sample.js';
import { listTestFiles } from './test-files.js';
import { type Outcome, tryMutants } from './try-mutants.js';

/** As many of a hundred are to be killed. */
const floor = 80;

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '1500' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
    workers: { type: 'string', default: '2' },
    list: { type: 'boolean', default: false },
    most: { type: 'string', default: '60000' },
    again: { type: 'boolean', default: false },
    output: { type: 'string', default: join(packageRoot, 'var/mutation/outcomes.jsonl') },
  },
});
const begun = performance.now();
const minutes = (): string => ((performance.now() - begun) / 60_000).toFixed(1);

/** What is known already, by mutant: nothing unless it is asked for. */
function readKilled(): Map<string, Outcome> {
  if (!values.again || !existsSync(values.output)) return new Map();
  const lines = readFileSync(values.output, 'utf8').trim().split('\n');
  const outcomes = lines.map((line) => JSON.parse(line) as Outcome);
  return new Map(
    outcomes.flatMap((outcome) => (shareKilled([outcome]) === 1 ? [[keyOf(outcome.mutant), outcome] as const] : [])),
  );
}

const population = readPopulation();
const candidates = population.mutants.filter(({ file }) => file.includes(values.only));
const sample = drawSample(candidates, Number(values.count), Number(values.seed));
const workers = Number(values.workers);
console.log(`${sample.length} of ${candidates.length} mutants, seed ${values.seed}`);
const coverage = await readCoverage(population, listTestFiles(), workers);
console.log(`which test sees what: after ${minutes()} minutes`);

const known = readKilled();
mkdirSync(dirname(values.output), { recursive: true });
const before = sample.flatMap((mutant) => known.get(keyOf(mutant)) ?? []);
writeFileSync(values.output, before.map((outcome) => `${JSON.stringify(outcome)}\n`).join(''));
const waiting = sample.filter((mutant) => !known.has(keyOf(mutant)));
let done = 0;
const tried = await tryMutants(waiting, population, coverage, {
  workers,
  most: Number(values.most),
  onOutcome(outcome) {
    appendFileSync(values.output, `${JSON.stringify(outcome)}\n`);
    done += 1;
    if (done % 50 === 0) console.log(`${done} of ${waiting.length} after ${minutes()} minutes`);
  },
});
const outcomes = [...before, ...tried];
if (values.list) for (const line of listSurvivors(outcomes)) console.log(line);
console.log(
  `\n${tableByPart(outcomes)}\n\n${tableByKind(outcomes)}\n\nafter ${minutes()} minutes; outcomes in ${values.output}`,
);
if (100 * shareKilled(outcomes) < floor) {
  console.error(`fewer than ${floor} of 100 mutants are killed`);
  process.exitCode = 1;
}
