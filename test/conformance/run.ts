/**
 * `npm run conformance`: runs the suites, prints the table, writes the EARL report, and fails below the floor.
 * `--earl FILE` says where the report goes (var/earl.ttl), `--suite TEXT` runs the suites with that in their name, and
 * `--raise` writes down what was reached.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { packageRoot } from '../../src/config.js';
import { writeEarl } from './earl.js';
import { belowFloor, raiseFloor, readFloor } from './floor.js';
import { runSuite, type SuiteReport } from './suite.js';
import { suites } from './suites.js';
import { listOthers, writeTable } from './table.js';
import { w3cFolder, whyWithout } from './w3c-folder.js';

const { values } = parseArgs({
  options: {
    earl: { type: 'string', default: join(packageRoot, 'var', 'earl.ttl') },
    suite: { type: 'string', default: '' },
    raise: { type: 'boolean', default: false },
  },
});

async function run(): Promise<number> {
  const reports: SuiteReport[] = [];
  for (const suite of suites) if (suite.name.includes(values.suite)) reports.push(await runSuite(suite));
  for (const line of listOthers(reports)) console.log(line);
  console.log(`\n${writeTable(reports)}`);
  mkdirSync(dirname(values.earl), { recursive: true });
  writeFileSync(values.earl, writeEarl(reports));
  console.log(`every outcome in EARL: ${values.earl}`);
  const floor = readFloor();
  if (values.raise) raiseFloor(reports, floor);
  const faults = reports.flatMap((report) => belowFloor(report, values.raise ? readFloor() : floor) ?? []);
  for (const fault of faults) console.error(fault);
  return faults.length === 0 ? 0 : 1;
}

if (w3cFolder === undefined) {
  console.error(whyWithout);
  process.exitCode = 1;
} else process.exitCode = await run();
