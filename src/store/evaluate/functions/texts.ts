/** The functions on strings (SPARQL 1.2 Query, 17.4.3). */
import { areCompatible, type LiteralParts } from '../../values/literal-value.js';
import { toNumber } from '../../values/numbers.js';
import { isLiteral, numeralOf, plain, textLike, textOf, toInteger, toTruth } from '../literals.js';
import { matches, replace } from '../regular-expression.js';
import type { FunctionTable, TermFunction } from './term-function.js';

const search =
  (find: (text: string, part: string) => boolean): TermFunction =>
  (a, b) => {
    const [text, part] = [textOf(a), textOf(b)];
    return text === undefined || part === undefined || !areCompatible(text, part)
      ? undefined
      : toTruth(find(text.value, part.value));
  };

/** What stands before or behind the first place where the second stands in the first. */
const cut =
  (take: (text: string, at: number, length: number) => string): TermFunction =>
  (a, b) => {
    const [text, part] = [textOf(a), textOf(b)];
    if (text === undefined || part === undefined || !areCompatible(text, part)) return undefined;
    const at = text.value.indexOf(part.value);
    return at < 0 ? plain('') : textLike(text, take(text.value, at, part.value.length));
  };

const overText =
  (make: (text: string) => string): TermFunction =>
  (a) => {
    const text = textOf(a);
    return text && textLike(text, make(text.value));
  };

/** Characters from position `start` on, counted from 1, `length` of them (XPath and XQuery Functions, fn:substring). */
const substring: TermFunction = (a, start, length) => {
  const [text, from, count] = [textOf(a), numeralOf(start), numeralOf(length)];
  if (text === undefined || from === undefined || (length !== undefined && count === undefined)) return undefined;
  const first = Math.round(toNumber(from));
  const end = count === undefined ? Number.POSITIVE_INFINITY : first + Math.round(toNumber(count));
  const characters = Array.from(text.value).filter((_, index) => index + 1 >= first && index + 1 < end);
  return textLike(text, characters.join(''));
};

/** The language and direction that all have; else none. */
const concat: TermFunction = (...args) => {
  const texts = args.flatMap((arg) => textOf(arg) ?? []);
  if (texts.length < args.length) return undefined;
  const [first] = texts;
  const text = texts.map(({ value }) => value).join('');
  const isLikeFirst = ({ language, direction }: LiteralParts): boolean =>
    language.toLowerCase() === first?.language.toLowerCase() && direction === first.direction;
  return first !== undefined && texts.every(isLikeFirst) ? textLike(first, text) : plain(text);
};

/** RFC 4647, basic filtering. */
const langMatches: TermFunction = (a, b) => {
  if (!isLiteral(a) || !isLiteral(b)) return undefined;
  const [tag, range] = [a.value.toLowerCase(), b.value.toLowerCase()];
  if (range === '*') return toTruth(tag !== '');
  return toTruth(tag === range || tag.startsWith(`${range}-`));
};

/** All but what is unreserved in an IRI (XPath and XQuery Functions, fn:encode-for-uri). */
const encodeForUri: TermFunction = (a) => {
  const text = textOf(a);
  // Half a character has no bytes.
  if (text === undefined || /\p{Surrogate}/u.test(text.value)) return undefined;
  const encode = (one: string): string => `%${one.charCodeAt(0).toString(16).toUpperCase()}`;
  return plain(encodeURIComponent(text.value).replace(/[!'()*]/g, encode));
};

export const texts: FunctionTable = {
  strlen: (a) => {
    const text = textOf(a);
    return text && toInteger(Array.from(text.value).length);
  },
  substr: substring,
  ucase: overText((text) => text.toUpperCase()),
  lcase: overText((text) => text.toLowerCase()),
  contains: search((text, part) => text.includes(part)),
  strstarts: search((text, part) => text.startsWith(part)),
  strends: search((text, part) => text.endsWith(part)),
  strbefore: cut((text, at) => text.slice(0, at)),
  strafter: cut((text, at, length) => text.slice(at + length)),
  concat,
  langmatches: langMatches,
  encode_for_uri: encodeForUri,
  regex: matches,
  replace,
};
