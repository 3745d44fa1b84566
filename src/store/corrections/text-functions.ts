/**
 * CONCAT, SUBSTR, STRBEFORE, STRAFTER and ENCODE_FOR_URI (SPARQL 1.2 Query, 17.4.3). Comunica's CONCAT keeps a language
 * although the base directions differ, SUBSTR miscounts before the first character, STRBEFORE and STRAFTER drop the language
 * of an empty text, and ENCODE_FOR_URI leaves the delimiters of an IRI as they are.
 */
import {
  DirLangStringLiteral,
  ExpressionError,
  LangStringLiteral,
  StringLiteral,
} from '@comunica/utils-expression-evaluator';
import { areCompatible, isText, type LiteralParts } from '../values/literal-value.js';
import { parseNumeral, toNumber } from '../values/numbers.js';
import type { Actor, EngineParts } from './engine-parts.js';
import { asItComes, type Operand, partsOf, replaceFunction, type TermFunction } from './term-function.js';

/** A text with the language and direction of another. */
function textLike({ language, direction }: LiteralParts, text: string): unknown {
  if (language === '') return new StringLiteral(text);
  if (direction === '') return new LangStringLiteral(text, language);
  return new DirLangStringLiteral(text, language, direction as 'ltr' | 'rtl');
}

/** The parts of a string literal, with a language or without; undefined for all else. */
function textOf(operand: Operand | undefined): LiteralParts | undefined {
  if (operand?.termType !== 'literal') return undefined;
  const parts = partsOf(operand);
  return parts.language !== '' || isText(parts.datatype) ? parts : undefined;
}

/** The language and direction that all have; else none. */
function concat(texts: readonly LiteralParts[]): unknown {
  const [first] = texts;
  const joined = texts.map(({ value }) => value).join('');
  const isLikeFirst = ({ language, direction }: LiteralParts): boolean =>
    language.toLowerCase() === first?.language.toLowerCase() && direction === first.direction;
  return first !== undefined && texts.every(isLikeFirst) ? textLike(first, joined) : new StringLiteral(joined);
}

/** What stands before or behind the first place where `b` stands in `a`. */
const split =
  (cut: (text: string, at: number, length: number) => string): TermFunction =>
  (args) => {
    const [a, b] = args.map(textOf);
    if (a === undefined || b === undefined || !areCompatible(a, b)) return asItComes;
    const at = a.value.indexOf(b.value);
    return at < 0 ? new StringLiteral('') : textLike(a, cut(a.value, at, b.value.length));
  };

/** Characters from position `start` on, counted from 1, `length` of them (XPath and XQuery Functions, fn:substring). */
const substring: TermFunction = (args) => {
  const [source, start, length] = args;
  const text = textOf(source);
  const [from, count] = [start, length].map((one) => (one === undefined ? undefined : parseNumeral(partsOf(one))));
  if (text === undefined || from === undefined || (length !== undefined && count === undefined)) return asItComes;
  const first = Math.round(toNumber(from));
  const end = count === undefined ? Number.POSITIVE_INFINITY : first + Math.round(toNumber(count));
  const characters = Array.from(text.value).filter((_, index) => index + 1 >= first && index + 1 < end);
  return textLike(text, characters.join(''));
};

/** All but what is unreserved in an IRI (XPath and XQuery Functions, fn:encode-for-uri). */
const encodeForUri = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);

interface Evaluator {
  evaluatorExpressionEvaluation(expression: unknown, mapping: unknown): Promise<Operand>;
}

interface ConcatActor extends Actor {
  run(action: unknown): Promise<{
    apply(context: {
      readonly args: readonly unknown[];
      readonly mapping: unknown;
      readonly exprEval: Evaluator;
    }): Promise<unknown>;
  }>;
}

export function correctTextFunctions(parts: EngineParts): void {
  replaceFunction(parts, 'sub-str', substring);
  replaceFunction(
    parts,
    'str-before',
    split((text, at) => text.slice(0, at)),
  );
  replaceFunction(
    parts,
    'str-after',
    split((text, at, length) => text.slice(at + length)),
  );
  replaceFunction(parts, 'encode-for-uri', ([arg]) => {
    const text = textOf(arg);
    return text === undefined ? asItComes : new StringLiteral(encodeForUri(text.value));
  });
  const actor = parts.find<ConcatActor>('function-factory#expression-function-concat');
  const run = actor.run.bind(actor);
  actor.run = async (action) => {
    const made = await run(action);
    made.apply = async ({ args, mapping, exprEval }) => {
      const operands = await Promise.all(args.map((arg) => exprEval.evaluatorExpressionEvaluation(arg, mapping)));
      const texts = operands.flatMap((operand) => textOf(operand) ?? []);
      if (texts.length < operands.length) throw new ExpressionError('CONCAT joins texts alone');
      return concat(texts);
    };
    return made;
  };
}
