/** What the suites came to, as text. */
import { countPassed, type SuiteReport } from './suite.js';

const countSkipped = ({ outcomes }: SuiteReport): number =>
  outcomes.filter(({ result }) => result === 'skipped').length;

/** A Markdown table, as it stands in the README. */
export function writeTable(reports: readonly SuiteReport[]): string {
  const rows = reports.map((report) => [
    report.suite.name,
    String(countPassed(report)),
    String(report.outcomes.length),
    countSkipped(report) === 0 ? '' : String(countSkipped(report)),
  ]);
  const all = [['suite', 'passed', 'of', 'skipped'], ['---', '--:', '--:', '--:'], ...rows];
  return all.map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}

/** A line for every test that did not pass, with the reason. */
export const listOthers = (reports: readonly SuiteReport[]): string[] =>
  reports.flatMap(({ outcomes }) =>
    outcomes
      .filter(({ result }) => result !== 'passed')
      .map(({ iri, result, reason = '' }) => `${result}: <${iri}>: ${reason.slice(0, 500)}`),
  );
