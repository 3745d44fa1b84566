/** What is said to somebody whose input was refused: one line, not empty, with a place in the text. */
import { failureLine } from '../../src/cli/failure.js';

/** What is wrong with a reason; undefined where nothing is. */
export function reasonFault(reason: string): string | undefined {
  if (reason.trim() === '') return 'a refusal without a reason';
  if (/[\n\r\u2028\u2029]/.test(reason)) return `a reason of several lines: ${JSON.stringify(reason)}`;
  return reason.length > 2000 ? `a reason of ${reason.length} characters: ${reason.slice(0, 200)}` : undefined;
}

/** A CR of its own is a line end too, as most parsers count. */
export const linesIn = (text: string): number => text.split(/\r\n|[\n\r]/).length;

/** What is wrong with the line that a reason names: there is no such line in the text. */
export function lineFault(line: number | undefined, text: string): string | undefined {
  if (line === undefined || (Number.isInteger(line) && line >= 1 && line <= linesIn(text))) return undefined;
  return `line ${line} of ${linesIn(text)}`;
}

/** What is wrong with how a failure is told: it should be `file:line: reason`, in one line. */
export function placedFault(error: unknown, file: string, text: string): string | undefined {
  const told = failureLine(error);
  const [, line, reason = ''] = /^:(\d+): (.*)$/s.exec(told.startsWith(file) ? told.slice(file.length) : '') ?? [];
  if (line === undefined) return `no \`file:line: reason\`: ${error instanceof Error ? error.stack : told}`;
  return reasonFault(reason) ?? lineFault(Number(line), text);
}
