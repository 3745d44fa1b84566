/** Binds values that people type to the parameters of a question, as typed terms; no value ever becomes query text. */
import type { Iris } from '../iris.js';
import { nearest } from '../nearest.js';
import type { Term } from '../rdf.js';
import type { Parameter, Question } from './question.js';
import { QuestionFault } from './question-fault.js';
import { valueTypes } from './value-types.js';

/** What a store is asked: `store.query(query, { bindings })`. */
export interface BoundQuestion {
  readonly query: string;
  readonly bindings: Readonly<Record<string, Term>>;
}

function bindParameter({ name, type }: Parameter, value: string, iris: Iris): Term {
  const term = valueTypes[type].toTerm(value, iris);
  if (term === undefined)
    throw new QuestionFault(`${name}: ${JSON.stringify(value.slice(0, 60))} is not ${valueTypes[type].expected}`);
  return term;
}

/**
 * The question with these values, by parameter name, and with the defaults for the rest.
 * @throws QuestionFault for a parameter that the question does not have, or a value that is not of its type
 */
export function bindQuestion(
  { name, query, parameters }: Question,
  values: Readonly<Record<string, string>>,
  iris: Iris,
): BoundQuestion {
  const given = new Map(Object.entries(values));
  const known = parameters.map((parameter) => parameter.name);
  const unknown = [...given.keys()].find((key) => !known.includes(key));
  if (unknown !== undefined)
    throw new QuestionFault(
      `${name} has no parameter ${JSON.stringify(unknown.slice(0, 60))}: it has ${known.join(', ') || 'none'}`,
    );
  const bind = (parameter: Parameter) => bindParameter(parameter, given.get(parameter.name) ?? parameter.default, iris);
  return { query, bindings: Object.fromEntries(parameters.map((parameter) => [parameter.name, bind(parameter)])) };
}

/** The question of that name. @throws QuestionFault where there is none; it names the one that was probably meant */
export function findQuestion(questions: readonly Question[], name: string): Question {
  const found = questions.find((question) => question.name === name);
  if (found !== undefined) return found;
  const names = questions.map((question) => question.name);
  const meant = nearest(name, names);
  throw new QuestionFault(
    `there is no question ${JSON.stringify(name.slice(0, 60))}${meant === undefined ? '' : `; is ${meant} meant?`}`,
  );
}
