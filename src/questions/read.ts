/**
 * Reads questions: SPARQL files whose first lines are comments in one format.
 *
 *     # title: Datasets by year
 *     # question: What has figures for a given year?
 *     # parameter: year year 2005 — the year
 *     # keywords: year, coverage
 *
 * `title`, `question` and `keywords` stand once each, a `parameter` as often as needed: its name, its type (one of
 * `parameterTypes`), its default up to the dash, and what it means. The header ends at the first other line.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../package-root.js';
import { type Parameter, parameterTypes, type Question } from './question.js';
import { isLimited } from './rows-of.js';

const fieldLine = /^# (title|question|keywords|parameter): (.*\S)\s*$/;
const parameterLine = new RegExp(`^([a-z][a-zA-Z]*) (${parameterTypes.join('|')}) (\\S.*?) — (.+)$`);

/** What the addresses and the commands by which questions are asked call something else. */
const reserved = ['format', 'graph', 'help', 'lang', 'limit', 'list', 'offset', 'page', 'version'];

function parseParameter(text: string): Parameter {
  const [, name, type, value, description] = parameterLine.exec(text) ?? [];
  if (name === undefined || value === undefined || description === undefined)
    throw new Error(
      `a parameter is written "NAME TYPE DEFAULT — what it means", TYPE being ${parameterTypes.join(', ')}`,
    );
  if (reserved.includes(name)) throw new Error(`"${name}" means something else where questions are asked`);
  return { name, type: type as Parameter['type'], default: value, description };
}

/** The header's fields with the numbers of their lines. */
function readFields(lines: readonly string[]): { field: string; value: string; line: number }[] {
  const end = lines.findIndex((line) => !line.startsWith('#'));
  return lines.slice(0, end < 0 ? lines.length : end).map((text, index) => {
    const [, field, value] = fieldLine.exec(text) ?? [];
    if (field === undefined || value === undefined)
      throw new Error(`${index + 1}: the header holds lines such as "# title: …" only`);
    return { field, value, line: index + 1 };
  });
}

function parseChecked(name: string, text: string): Question {
  const fields = readFields(text.split('\n'));
  const only = (wanted: string): string => {
    const [first, second] = fields.filter(({ field }) => field === wanted);
    if (first === undefined) throw new Error(`1: the header has no "# ${wanted}: …"`);
    if (second !== undefined) throw new Error(`${second.line}: the header has a second "${wanted}"`);
    return first.value;
  };
  const parameters = fields.flatMap(({ field, value, line }): Parameter[] => {
    if (field !== 'parameter') return [];
    try {
      const parameter = parseParameter(value);
      if (!new RegExp(`\\bVALUES\\s+\\?${parameter.name}\\s*\\{`, 'i').test(text))
        throw new Error(`the query has no VALUES ?${parameter.name} { … } for this parameter`);
      return [parameter];
    } catch (error) {
      throw new Error(`${line}: ${error instanceof Error ? error.message : error}`, { cause: error });
    }
  });
  if (isLimited(text)) throw new Error('1: whoever asks says how many rows: the query ends without LIMIT and OFFSET');
  const keywords = only('keywords')
    .split(',')
    .map((word) => word.trim());
  return { name, title: only('title'), question: only('question'), parameters, keywords, query: text };
}

/** Text → question; an Error `file:line: reason` where the header is not complete and well formed. */
export function parseQuestion(name: string, text: string, file = `${name}.rq`): Question {
  try {
    return parseChecked(name, text);
  } catch (error) {
    throw new Error(`${file}:${error instanceof Error ? error.message : error}`, { cause: error });
  }
}

/** The questions of a folder, the package's own unless told, by name; throws as {@link parseQuestion} does. */
export function readQuestions(folder: string = join(packageRoot, 'queries', 'questions')): Question[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.rq'));
  return files.sort().map((file) => {
    const path = join(folder, file);
    return parseQuestion(file.slice(0, -'.rq'.length), readFileSync(path, 'utf8'), path);
  });
}
