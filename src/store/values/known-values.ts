/** What literals stand for, found once: sorting and filters look at the same terms again and again. */
import type { Literal } from '../../rdf.js';
import { type LiteralParts, type LiteralValue, valueOfLiteral } from './literal-value.js';

export const partsOf = (literal: Literal): LiteralParts => ({
  value: literal.value,
  datatype: literal.datatype.value,
  language: literal.language,
  direction: literal.direction ?? '',
});

const known = new WeakMap<Literal, LiteralValue | 'none'>();

/** Undefined for a datatype that is not known, and for a text that does not fit one that is. */
export function valueOfTerm(literal: Literal): LiteralValue | undefined {
  const value = known.get(literal) ?? valueOfLiteral(partsOf(literal)) ?? 'none';
  known.set(literal, value);
  return value === 'none' ? undefined : value;
}
