/** How many tests of each suite must pass, at least. The figures only rise: `npm run conformance -- --raise`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/config.js';
import { countPassed, type SuiteReport } from './suite.js';

/** Suite → tests that pass, and how many there are. */
export type Floor = Readonly<Record<string, { readonly passed: number; readonly of: number }>>;

const file = join(packageRoot, 'test', 'conformance', 'floor.json');

export const readFloor = (): Floor => JSON.parse(readFileSync(file, 'utf8')) as Floor;

/** What is wrong with a report, in a line; undefined where the floor is kept. */
export function belowFloor(report: SuiteReport, floor: Floor): string | undefined {
  const { name } = report.suite;
  const least = floor[name];
  const [passed, of] = [countPassed(report), report.outcomes.length];
  if (least === undefined) return `${name}: has no floor; write it with --raise`;
  if (of < least.of) return `${name}: ${of} tests where there were ${least.of}`;
  return passed < least.passed ? `${name}: ${passed} passed where ${least.passed} did` : undefined;
}

/** Writes down what is reached now, where that is more. */
export function raiseFloor(reports: readonly SuiteReport[], floor: Floor): void {
  const raised = reports.map((report) => {
    const least = floor[report.suite.name] ?? { passed: 0, of: 0 };
    const [passed, of] = [countPassed(report), report.outcomes.length];
    return [report.suite.name, { passed: Math.max(passed, least.passed), of: Math.max(of, least.of) }] as const;
  });
  writeFileSync(file, `${JSON.stringify({ ...floor, ...Object.fromEntries(raised) }, null, 2)}\n`);
}
