/** Terms as N-Triples has them, which Turtle, TriG, N-Quads and TSV share; and its lines in canonical form. */
import type { Literal, Quad, Term } from '../rdf.js';

const named: Readonly<Record<string, string>> = {
  '\t': '\\t',
  '\b': '\\b',
  '\n': '\\n',
  '\r': '\\r',
  '\f': '\\f',
  '"': '\\"',
  '\\': '\\\\',
};

const codePoint = (character: string): string =>
  `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Escapes what an IRIREF may not hold, so that no IRI made from text can end early and smuggle in a term. */
export function writeIri(iri: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must be escaped
  return `<${iri.replace(/[\u0000-\u0020<>"{}|^`\\]/g, codePoint)}>`;
}

/**
 * What the canonical form escapes (RDF 1.2 N-Triples, section 3): the quote, the backslash, controls, and what XML 1.1 has
 * no characters for. Half a surrogate pair is no character either, and would be lost in UTF-8.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must be escaped
const escaped = /["\\\u0000-\u001F\u007F\uFFFE\uFFFF]|\p{Cs}/gu;

/** The quoted lexical form, without language or datatype. */
export const writeString = (text: string): string => `"${text.replace(escaped, (c) => named[c] ?? codePoint(c))}"`;

/** Language (with its base direction, where RDF 1.2 gives one) or datatype; nothing for xsd:string. */
export function literalSuffix(literal: Literal, writeDatatype: (iri: string) => string): string {
  if (literal.language !== '') return `@${literal.language}${literal.direction ? `--${literal.direction}` : ''}`;
  const datatype = literal.datatype.value;
  return datatype === 'http://www.w3.org/2001/XMLSchema#string' ? '' : `^^${writeDatatype(datatype)}`;
}

type Suffix = typeof literalSuffix;

/** One term; a quoted triple is written as an RDF 1.2 triple term, the default graph as nothing. */
export function writeTerm(term: Term, suffix: Suffix = literalSuffix): string {
  switch (term.termType) {
    case 'NamedNode':
      return writeIri(term.value);
    case 'BlankNode':
      return `_:${term.value}`;
    case 'Literal':
      return writeString(term.value) + suffix(term, writeIri);
    case 'Quad':
      return `<<( ${writeTerm(term.subject, suffix)} ${writeTerm(term.predicate, suffix)} ${writeTerm(term.object, suffix)} )>>`;
    case 'Variable':
      return `?${term.value}`;
    default:
      return '';
  }
}

/** Language tags, which are the same in any case, are in lower case in the canonical form. */
const canonicalSuffix: Suffix = (literal, writeDatatype) =>
  literal.language === '' ? literalSuffix(literal, writeDatatype) : literalSuffix(literal, writeDatatype).toLowerCase();

/** One term of canonical N-Triples. */
export const writeCanonical = (term: Term): string => writeTerm(term, canonicalSuffix);

/** One line of canonical N-Triples, with its line end. */
export const writeTriple = ({ subject, predicate, object }: Quad): string =>
  `${writeCanonical(subject)} ${writeCanonical(predicate)} ${writeCanonical(object)} .\n`;

/** One line of canonical N-Quads, with its line end. */
export const writeQuad = (quad: Quad): string =>
  quad.graph.termType === 'DefaultGraph'
    ? writeTriple(quad)
    : `${writeCanonical(quad.subject)} ${writeCanonical(quad.predicate)} ${writeCanonical(quad.object)} ${writeCanonical(quad.graph)} .\n`;
