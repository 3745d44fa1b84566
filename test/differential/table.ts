/** What came of a run, as a table. */
import { explanations } from './explanations.js';
import { openExtremes } from './open-extremes.js';
import type { Finding } from './run-differential.js';

/** A difference with several explanations counts for each. */
export function differentialTable(findings: readonly Finding[]): string {
  const count = (matches: (judgement: Finding['judgement']) => boolean): number =>
    findings.filter(({ judgement }) => matches(judgement)).length;
  const rows: [string, string, number][] = [
    ['queries', '', findings.length],
    ['the same answer', '', count(({ kind }) => kind === 'same')],
    ['refused by both', '', count(({ kind }) => kind === 'refused by both')],
    ...[...explanations, openExtremes].map(({ name, section }): [string, string, number] => [
      name,
      section,
      count((one) => one.kind === 'explained' && one.by.includes(name)),
    ]),
    ['unexplained', '', count(({ kind }) => kind === 'unexplained')],
  ];
  const lines = rows.map(([name, section, number]) => `| ${name} | ${section} | ${number} |`);
  return ['| outcome | SPARQL 1.1 Query | queries |', '| --- | --- | --: |', ...lines].join('\n');
}
