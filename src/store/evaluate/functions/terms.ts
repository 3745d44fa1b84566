/** The functions on RDF terms, triple terms among them (SPARQL 1.2 Query, 17.4.2 and 17.4.7). */
import { type Quad, rdf, type Term } from '../../../rdf.js';
import { isInPlace } from '../../rdf/check-quad.js';
import { isLiteral, plain, stringOf, textLike, toTruth } from '../literals.js';
import type { FunctionTable, TermFunction } from './term-function.js';

const ofType =
  (...types: readonly Term['termType'][]): TermFunction =>
  (a) =>
    toTruth(a !== undefined && types.includes(a.termType));

const str: TermFunction = (a) => {
  if (isLiteral(a)) return plain(a.value);
  return a?.termType === 'NamedNode' ? plain(a.value) : undefined;
};

const language = /^[a-z]{1,8}(?:-[a-z0-9]{1,8})*$/i;
const directions = ['ltr', 'rtl'];

/** A text with a language, and with a direction where there is one. */
const withLanguage: TermFunction = (a, b, c) => {
  const [text, tag] = [stringOf(a), stringOf(b)];
  const direction = c === undefined ? '' : stringOf(c);
  if (text === undefined || tag === undefined || direction === undefined || !language.test(tag)) return undefined;
  if (c !== undefined && !directions.includes(direction)) return undefined;
  return textLike({ language: tag.toLowerCase(), direction }, text);
};

const tagged = ['langString', 'dirLangString'].map((name) => `http://www.w3.org/1999/02/22-rdf-syntax-ns#${name}`);

/** Of a datatype that says all: a text with a language would lack its language. */
const withDatatype: TermFunction = (a, b) => {
  const text = stringOf(a);
  return text === undefined || b?.termType !== 'NamedNode' || tagged.includes(b.value)
    ? undefined
    : rdf.literal(text, rdf.namedNode(b.value));
};

/** Undefined where they could not stand there. */
export function tripleOf(subject: Term, predicate: Term, object: Term): Term | undefined {
  const quad = { subject, predicate, object } as Quad;
  return isInPlace(quad) ? (rdf.quad(quad.subject, quad.predicate, quad.object) as Term) : undefined;
}

const partOf =
  (part: 'subject' | 'predicate' | 'object'): TermFunction =>
  (a) =>
    a?.termType === 'Quad' ? a[part] : undefined;

export const terms: FunctionTable = {
  isiri: ofType('NamedNode'),
  isuri: ofType('NamedNode'),
  isblank: ofType('BlankNode'),
  isliteral: ofType('Literal'),
  istriple: ofType('Quad'),
  str,
  lang: (a) => (isLiteral(a) ? plain(a.language) : undefined),
  langdir: (a) => (isLiteral(a) ? plain(a.direction ?? '') : undefined),
  haslang: (a) => toTruth(isLiteral(a) && a.language !== ''),
  haslangdir: (a) => toTruth(isLiteral(a) && a.language !== '' && (a.direction ?? '') !== ''),
  datatype: (a) => (isLiteral(a) ? rdf.namedNode(a.datatype.value) : undefined),
  strlang: withLanguage,
  strlangdir: withLanguage,
  strdt: withDatatype,
  triple: (a, b, c) => (a === undefined || b === undefined || c === undefined ? undefined : tripleOf(a, b, c)),
  subject: partOf('subject'),
  predicate: partOf('predicate'),
  object: partOf('object'),
};
