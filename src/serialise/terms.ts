/** Terms in canonical N-Triples form (RDF 1.2 N-Triples, section 4), which Turtle, TriG, N-Quads and TSV share. */
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

/** The quoted lexical form, without language or datatype. */
export function writeString(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must be escaped
  return `"${text.replace(/["\\\u0000-\u001F\u007F]/g, (c) => named[c] ?? codePoint(c))}"`;
}

/** Language (with its base direction, where RDF 1.2 gives one) or datatype; nothing for xsd:string. */
export function literalSuffix(literal: Literal, writeDatatype: (iri: string) => string): string {
  if (literal.language !== '') return `@${literal.language}${literal.direction ? `--${literal.direction}` : ''}`;
  const datatype = literal.datatype.value;
  return datatype === 'http://www.w3.org/2001/XMLSchema#string' ? '' : `^^${writeDatatype(datatype)}`;
}

/** One term; a quoted triple is written as an RDF 1.2 triple term, the default graph as nothing. */
export function writeTerm(term: Term): string {
  switch (term.termType) {
    case 'NamedNode':
      return writeIri(term.value);
    case 'BlankNode':
      return `_:${term.value}`;
    case 'Literal':
      return writeString(term.value) + literalSuffix(term, writeIri);
    case 'Quad':
      return `<<( ${writeTerm(term.subject)} ${writeTerm(term.predicate)} ${writeTerm(term.object)} )>>`;
    case 'Variable':
      return `?${term.value}`;
    default:
      return '';
  }
}

/** One line of N-Triples, with its line end. */
export function writeTriple({ subject, predicate, object }: Quad): string {
  return `${writeTerm(subject)} ${writeTerm(predicate)} ${writeTerm(object)} .\n`;
}

/** One line of N-Quads, with its line end. */
export function writeQuad(quad: Quad): string {
  return quad.graph.termType === 'DefaultGraph'
    ? writeTriple(quad)
    : `${writeTerm(quad.subject)} ${writeTerm(quad.predicate)} ${writeTerm(quad.object)} ${writeTerm(quad.graph)} .\n`;
}
