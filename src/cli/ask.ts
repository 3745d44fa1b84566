/** `migraph ask`: a question that stands in a file, asked by its name with values of one's own. */
import { readConfig } from '../config.js';
import { createIris } from '../iris.js';
import { bindQuestion, findQuestion } from '../questions/bind.js';
import type { Question } from '../questions/question.js';
import { QuestionFault } from '../questions/question-fault.js';
import { readQuestions } from '../questions/read.js';
import { partOf } from '../questions/rows-of.js';
import { openStore } from '../store/open.js';
import { readGraph } from './graph-option.js';
import { wantedFormats } from './query.js';
import { wrapText } from './wrap-text.js';
import { writeOut } from './write-out.js';

/** `--country SWE --year=1985` → values by name; which names there are only the question knows. */
function parseValues(words: readonly string[]): Record<string, string> {
  const values: Record<string, string> = {};
  const rest = [...words];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    const [, name, own] = /^--([A-Za-z][A-Za-z-]*)(?:=(.*))?$/s.exec(word) ?? [];
    if (name === undefined)
      throw new QuestionFault(`${JSON.stringify(word.slice(0, 60))}: values are given as --country SWE`);
    const value = own ?? rest.shift();
    if (value === undefined || (own === undefined && value.startsWith('--')))
      throw new QuestionFault(`--${name} has no value`);
    if (Object.hasOwn(values, name)) throw new QuestionFault(`--${name} is given twice`);
    values[name] = value;
  }
  return values;
}

/** What it asks, and what can be set. */
function describeQuestion({ name, question, parameters }: Question): string {
  const options = parameters.map(
    ({ name: option, default: value, description }) => `    --${option} ${JSON.stringify(value)}  ${description}\n`,
  );
  const lines = wrapText(question, 96).map((line) => `    ${line}\n`);
  return `${name}\n${lines.join('')}${options.join('')}`;
}

export const runListQuestions = (): Promise<void> => writeOut(readQuestions().map(describeQuestion));

export async function runAsk(
  name: string,
  words: readonly string[],
  options: { readonly format?: string; readonly graph?: string; readonly limit?: number },
): Promise<void> {
  const config = readConfig();
  const question = findQuestion(readQuestions(), name);
  const { query, bindings } = bindQuestion(question, parseValues(words), createIris(config.base));
  const { quads } = await readGraph(options.graph, config);
  const store = await openStore({ quads, config });
  try {
    const part = options.limit === undefined ? query : partOf(query, { limit: options.limit, offset: 0 });
    const answer = await store.respond(part, wantedFormats(options.format), { baseIri: config.base, bindings });
    await writeOut(answer.body);
  } finally {
    await store.close();
  }
}
