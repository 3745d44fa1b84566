/** A report as plain text, for a terminal. */
import type { Finding, Report } from './report.js';

const count = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`;

/** What was looked at, and what came of it, in a line. */
export function summarise({ profile, triples, datasets, violations, warnings }: Report): string {
  const found = `${count(triples, 'triple')}, ${count(datasets, 'dataset')}`;
  const verdict = violations === 0 ? 'conforms' : 'does not conform';
  const nothing = datasets === 0 ? '; no dcat:Dataset is described, so that there is little to check' : '';
  return `${verdict} to ${profile}: ${count(violations, 'violation')}, ${count(warnings, 'warning')} in ${found}${nothing}`;
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

export const nameEntry = ({ title, entry }: Finding): string =>
  title === undefined ? `<${entry}>` : `“${oneLine(title)}” <${entry}>`;

function* writeFinding(finding: Finding): Generator<string> {
  const { severity, about, message, value, mend } = finding;
  yield `\n${severity}: ${nameEntry(finding)}\n`;
  if (about !== undefined) yield `  of <${about}>\n`;
  yield `  ${oneLine(message)}\n`;
  if (value !== undefined) yield `  stands there: ${oneLine(value)}\n`;
  if (mend !== undefined) yield `  to mend it:\n${mend.replace(/^/gm, '    ')}\n`;
}

export function writeReport(report: Report): string {
  const rest = report.violations + report.warnings - report.findings.length;
  const more = rest > 0 ? `\nand ${count(rest, 'more finding')}\n` : '';
  return `${summarise(report)}\n${report.findings.flatMap((one) => [...writeFinding(one)]).join('')}${more}`;
}
