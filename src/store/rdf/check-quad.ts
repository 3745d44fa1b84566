/** What RDF does not allow and parsers and functions let through: it could not be written down and read again. */
import type { Quad, Term } from '../../rdf.js';

/** An absolute IRI, of characters that may stand in one (RDF 1.2 N-Triples, IRIREF). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what an IRI may not hold
const iri = /^[a-z][a-z0-9+.-]*:[^\u0000-\u0020<>"{}|^`\\\p{Surrogate}]*$/iu;
const language = /^[a-z]{1,8}(?:-[a-z0-9]{1,8})*$/i;
const loneSurrogate = /\p{Surrogate}/u;
/** The types of texts with a language, which cannot be said without it (RDF 1.2 Concepts, section 3.4). */
const languageType = /^http:\/\/www\.w3\.org\/1999\/02\/22-rdf-syntax-ns#(?:dirL|l)angString$/;

const shown = (text: string): string => (text.length > 100 ? `${text.slice(0, 100)}…` : text);

/** Whether a text can be a graph's name, or any other IRI of a quad. */
export const isIri = (text: string): boolean => iri.test(text);

function faultOfLiteral(term: Term & { termType: 'Literal' }): string | undefined {
  if (loneSurrogate.test(term.value)) return 'a text with half a character (a lone surrogate)';
  if (term.language === '' && languageType.test(term.datatype.value))
    return `a text of the type <${term.datatype.value}> without a language`;
  if (term.language !== '' && !language.test(term.language)) return `"${shown(term.language)}" is not a language tag`;
  return faultOfIri(term.datatype.value);
}

const faultOfIri = (text: string): string | undefined =>
  isIri(text) ? undefined : `<${shown(text)}> is not an absolute IRI`;

const isTriple = (term: Term): term is Quad => term.termType === 'Quad';

function faultOfTerm(term: Term, allowed: readonly Term['termType'][]): string | undefined {
  if (!allowed.includes(term.termType)) return `a ${term.termType} cannot stand there`;
  if (isTriple(term)) return faultOfTriple(term);
  if (term.termType === 'NamedNode') return faultOfIri(term.value);
  return term.termType === 'Literal' ? faultOfLiteral(term) : undefined;
}

const faultOfTriple = ({ subject, predicate, object }: Quad): string | undefined =>
  faultOfTerm(subject, ['NamedNode', 'BlankNode']) ??
  faultOfTerm(predicate, ['NamedNode']) ??
  faultOfTerm(object, ['NamedNode', 'BlankNode', 'Literal', 'Quad']);

/**
 * Whether each term may stand where it does, to the innermost; a template filled in may put a literal anywhere, and leave
 * variables in triple terms.
 */
export function isInPlace({ subject, predicate, object }: Quad): boolean {
  if (subject.termType !== 'NamedNode' && subject.termType !== 'BlankNode') return false;
  if (predicate.termType !== 'NamedNode' || object.termType === 'Variable') return false;
  return !isTriple(object) || isInPlace(object);
}

/** Why a quad is none; undefined where it is one. */
export const faultOfQuad = (quad: Quad): string | undefined =>
  faultOfTriple(quad) ?? faultOfTerm(quad.graph, ['NamedNode', 'BlankNode', 'DefaultGraph']);
