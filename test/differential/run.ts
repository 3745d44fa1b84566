/**
 * `npm run differential [-- --queries N --seed N --list --two-paths]`: asks our store and oxigraph the same, prints what came
 * of it, and fails on a difference that nothing explains. `--list` prints each query that has needed an explanation.
 * `--two-paths` asks our store alone, over ids and by Comunica.
 */
import { parseArgs } from 'node:util';
import { openEngines } from './engines.js';
import { runDifferential } from './run-differential.js';
import { differentialTable } from './table.js';
import { openPaths, runTwoPaths, twoPathsTable } from './two-paths.js';

const { values } = parseArgs({
  options: {
    queries: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '0' },
    list: { type: 'boolean', default: false },
    'two-paths': { type: 'boolean', default: false },
  },
});

async function compareTwoPaths(): Promise<boolean> {
  const findings = await runTwoPaths(await openPaths(), Number(values.seed), Number(values.queries));
  for (const { seed, query, judgement } of findings)
    if (judgement.kind === 'different') console.error(`${seed}: ${judgement.how}\n   ${query}`);
  console.log(`\n${twoPathsTable(findings)}`);
  return findings.every(({ judgement }) => judgement.kind !== 'different');
}

async function compareEngines(): Promise<boolean> {
  const findings = await runDifferential(await openEngines(), Number(values.seed), Number(values.queries));
  if (values.list)
    for (const { seed, query, judgement } of findings)
      if (judgement.kind === 'explained') console.log(`${seed}, ${judgement.by.join(' + ')}\n   ${query}`);
  const open = findings.filter(({ judgement }) => judgement.kind === 'unexplained');
  for (const { seed, query, judgement } of open)
    console.error(`${seed}: ${'difference' in judgement ? judgement.difference : ''}\n   ${query}`);
  console.log(`\n${differentialTable(findings)}`);
  return open.length === 0;
}

process.exitCode = (await (values['two-paths'] ? compareTwoPaths() : compareEngines())) ? 0 : 1;
