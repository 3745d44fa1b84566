/** What a request asks of a question: values for its parameters, which part of the rows, in which format. */

import type { Question } from '../../questions/question.js';
import { QuestionFault } from '../../questions/question-fault.js';

/** A part of the rows. */
export interface Part {
  readonly limit: number;
  readonly offset: number;
}

export interface Asked {
  /** By parameter; what was left empty is left to its default. */
  readonly values: Readonly<Record<string, string>>;
  /** Undefined: all rows. */
  readonly part: Part | undefined;
  readonly format: string | null;
}

/** Rows in a part, at most, and where only is said with which row or page it begins. */
export const [mostRows, rowsOfPage] = [10_000, 100];

/** Parameters that every question has. */
const common = ['format', 'lang', 'limit', 'offset', 'page'];

function readNumber(parameters: URLSearchParams, name: string, [least, most]: readonly [number, number]) {
  const text = parameters.get(name) ?? '';
  if (text === '') return undefined;
  if (!/^\d{1,9}$/.test(text) || Number(text) < least || Number(text) > most)
    throw new QuestionFault(`${name}: ${JSON.stringify(text.slice(0, 60))} is not a number from ${least} to ${most}`);
  return Number(text);
}

function readPart(parameters: URLSearchParams, usual: number | undefined): Part | undefined {
  const limit = readNumber(parameters, 'limit', [1, mostRows]);
  const offset = readNumber(parameters, 'offset', [0, 999_999_999]);
  const page = readNumber(parameters, 'page', [1, 99_999]);
  if (offset !== undefined && page !== undefined) throw new QuestionFault('either offset or page, not both');
  const length = limit ?? usual ?? (offset === undefined && page === undefined ? undefined : rowsOfPage);
  return length === undefined ? undefined : { limit: length, offset: offset ?? ((page ?? 1) - 1) * length };
}

/** `usual`: how many rows there are where nothing says it; undefined: all. Faults are {@link QuestionFault}s. */
export function readAsked({ name, parameters: own }: Question, parameters: URLSearchParams, usual?: number): Asked {
  const values: Record<string, string> = {};
  for (const [key, value] of parameters) {
    if (parameters.getAll(key).length > 1) throw new QuestionFault(`${key} is given more than once`);
    if (!common.includes(key) && value !== '') values[key] = value;
    if (value === '' && !common.includes(key) && !own.some((one) => one.name === key))
      throw new QuestionFault(`${name} has no parameter ${JSON.stringify(key.slice(0, 60))}`);
  }
  return { values, part: readPart(parameters, usual), format: parameters.get('format') };
}
