/** What is said of a failure: one line, and which exit code it is. */
import { CommanderError } from 'commander';
import { QueryFault } from '../store/graph-store.js';

const longest = 400;

/** Errors by which JavaScript itself tells of a mistake in the program. */
const isDefect = (error: unknown): boolean =>
  error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError;

/** Where in our own files it was thrown. */
const placeOf = (error: Error): string => /\bdist\/(\S+:\d+):\d+/.exec(error.stack ?? '')?.[1] ?? 'unknown place';

/** An error of the system, such as ENOSPC, with the file first. */
function describeSystemError({ message, path }: NodeJS.ErrnoException): string {
  const reason = message
    .replace(/^[A-Z0-9]+: /, '')
    .replace(/,? (?:open|mkdir|rename|write|scandir|read|l?stat|f(?:data)?sync|ftruncate|link|unlink|close)\b.*$/, '');
  return path === undefined ? reason : `${path}: ${reason}`;
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (isDefect(error)) return `a defect of migraph, please report it: ${error.message} (${placeOf(error)})`;
  if ('syscall' in error) return describeSystemError(error as NodeJS.ErrnoException);
  return error.message;
}

/** One line; files of the working folder by their relative name. */
export function failureLine(error: unknown): string {
  const line = describe(error).replace(/\s+/g, ' ').trim().replaceAll(`${process.cwd()}/`, '');
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}

/** 0: help was asked for; 1: bad input or a check that failed; 2: wrong usage. Says on stderr what the matter is. */
export function tellFailure(error: unknown): 0 | 1 | 2 {
  // Commander has said it already.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  process.stderr.write(`${failureLine(error)}\n`);
  return 1;
}

/** A fault of a query with its place: `query:3:14: reason`. */
export function locateFault(error: unknown, source: string): unknown {
  if (!(error instanceof QueryFault)) return error;
  const place = [source, error.line, error.column].filter((part) => part !== undefined).join(':');
  return new Error(`${place}: ${error.message.replace(/ \(line \d+, column \d+\)$/, '')}`, { cause: error });
}
