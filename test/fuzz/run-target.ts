/** One target's cases, and what came of them as a row of a table; each find is printed, and its input written down. */
import { writeFixture } from './fixtures.js';
import type { FuzzTarget } from './fuzz-target.js';
import { type Find, runFuzz } from './run-fuzz.js';
import { watch } from './watch.js';

export const header = '| target | cases | a second | came to | finds |\n| --- | --: | --: | --- | --: |';

/** Of many finds these are shown: the others are mostly the same fault. */
const mostShown = 20;

/** Seconds after which an input is taken never to end. */
const patience = 120;

function show(target: FuzzTarget, { name, input, fault }: Find): void {
  if (name === undefined || input === undefined) {
    console.error(`${target.name}, in the end: ${fault}`);
    return;
  }
  const again = `npm run fuzz -- --target ${target.name} --seed ${name.replace('seed ', '')} --cases 1`;
  const file = writeFixture(target.name, name.replace(' ', '-'), input);
  console.error(`${target.name}, ${name}: ${fault}\n   again: ${again}\n   input: ${file}`);
}

/** The number of finds. */
export async function runTarget(target: FuzzTarget, seed: number, cases: number): Promise<number> {
  const watching = watch(target.name, patience);
  const started = performance.now();
  const { outcomes, finds } = await runFuzz(target, { seed, cases, begin: watching.begin });
  const seconds = (performance.now() - started) / 1000;
  await watching.close();
  for (const find of finds.slice(0, mostShown)) show(target, find);
  const kinds = [...outcomes].sort(([, a], [, b]) => b - a).map(([kind, count]) => `${count} ${kind}`);
  const row = [target.name, cases, (cases / seconds).toFixed(0), kinds.join(', '), finds.length];
  console.log(`| ${row.join(' | ')} |`);
  return finds.length;
}
