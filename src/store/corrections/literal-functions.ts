/**
 * LANG, DATATYPE and STR of any literal, and isNumeric, STRLANG and STRLANGDIR. Comunica's first two and isNumeric are errors
 * for a literal whose text does not fit its type, STR writes times anew and takes triple terms too, and any text will do as a
 * language.
 */
import { BooleanLiteral, ExpressionError, NamedNode, StringLiteral } from '@comunica/utils-expression-evaluator';
import { parseNumeral } from '../values/numbers.js';
import type { EngineParts } from './engine-parts.js';
import { asItComes, type Operand, partsOf, replaceFunction, type TermFunction } from './term-function.js';

const language = /^[a-z]{1,8}(?:-[a-z0-9]{1,8})*$/i;

const ofLiteral =
  (answer: (literal: Operand) => unknown): TermFunction =>
  ([arg]) =>
    arg?.termType === 'literal' ? answer(arg) : asItComes;

const withLanguage: TermFunction = ([, tag]) => {
  if (tag?.termType === 'literal' && !language.test(partsOf(tag).value))
    throw new ExpressionError('this is no language tag');
  return asItComes;
};

const refuseTriples: TermFunction = ([arg]) => {
  if (arg?.termType === 'quad') throw new ExpressionError('a triple term is no text');
  return asItComes;
};

export function correctLiteralFunctions(parts: EngineParts): void {
  replaceFunction(parts, 'str', (args) => {
    refuseTriples(args);
    return ofLiteral((literal) => new StringLiteral(partsOf(literal).value))(args);
  });
  replaceFunction(
    parts,
    'lang',
    ofLiteral((literal) => new StringLiteral(literal.language ?? '')),
  );
  replaceFunction(
    parts,
    'datatype',
    ofLiteral((literal) => new NamedNode(partsOf(literal).datatype)),
  );
  replaceFunction(
    parts,
    'is-numeric',
    ofLiteral((literal) => new BooleanLiteral(parseNumeral(partsOf(literal)) !== undefined)),
  );
  replaceFunction(parts, 'str-lang', withLanguage);
  replaceFunction(parts, 'str-langdir', withLanguage);
}
