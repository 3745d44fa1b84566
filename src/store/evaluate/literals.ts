/** Literals that expressions make, and what they read of those that they get. */
import { type Literal, rdf, type Term } from '../../rdf.js';
import { partsOf } from '../values/known-values.js';
import { isText, type LiteralParts } from '../values/literal-value.js';
import { type Numeral, parseNumeral, writeNumeral } from '../values/numbers.js';

const xsd = 'http://www.w3.org/2001/XMLSchema#';
const typeOf = (name: string) => rdf.namedNode(xsd + name);

export const truths = { yes: rdf.literal('true', typeOf('boolean')), no: rdf.literal('false', typeOf('boolean')) };

export const toTruth = (truth: boolean | undefined): Term | undefined =>
  truth === undefined ? undefined : truth ? truths.yes : truths.no;

export const isLiteral = (term: Term | undefined): term is Literal => term?.termType === 'Literal';

export const toLiteral = (numeral: Numeral | undefined): Term | undefined =>
  numeral && rdf.literal(writeNumeral(numeral), typeOf(numeral.type));

const numerals = new WeakMap<Term, Numeral | 'none'>();

/** Undefined for what is no number. */
export function numeralOf(term: Term | undefined): Numeral | undefined {
  if (!isLiteral(term)) return undefined;
  const known = numerals.get(term) ?? parseNumeral(partsOf(term)) ?? 'none';
  numerals.set(term, known);
  return known === 'none' ? undefined : known;
}

/** The parts of a text, with a language or without; undefined for all else. */
export function textOf(term: Term | undefined): LiteralParts | undefined {
  if (!isLiteral(term)) return undefined;
  return term.language !== '' || isText(term.datatype.value) ? partsOf(term) : undefined;
}

/** The characters of a text without a language; undefined for all else. */
export function stringOf(term: Term | undefined): string | undefined {
  const text = textOf(term);
  return text?.language === '' ? text.value : undefined;
}

export const plain = (text: string): Term => rdf.literal(text);

/** A text with the language and direction of another. */
export function textLike(like: Pick<LiteralParts, 'language' | 'direction'>, text: string): Term {
  const { language, direction } = like;
  if (language === '') return rdf.literal(text);
  return rdf.literal(text, { language, direction: direction === '' ? undefined : direction } as unknown as string);
}

export const toInteger = (number: number): Term => rdf.literal(String(number), typeOf('integer'));
