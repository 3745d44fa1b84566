/** RDF read by oxigraph, which shares nothing with what reads it for us. */
import oxigraph from 'oxigraph';
import { type Quad, rdf, type Term } from '../../../../src/rdf.js';

const mediaTypes: Readonly<Record<string, string>> = {
  turtle: 'text/turtle',
  trig: 'application/trig',
  ntriples: 'application/n-triples',
  nquads: 'application/n-quads',
  rdfxml: 'application/rdf+xml',
  jsonld: 'application/ld+json',
};

/** Characters of an IRI by RFC 3987, section 2.2, or nearly: what is for private use may stand in a query alone. */
const characters =
  /^[a-z][a-z\d+.-]*:(?:[\w.~:/?@!$&'()*+,;=-]|#(?!.*#)|%[\da-f]{2}|[\u00A0-\uD7FF\uF900-\uFDCF\uFDF0-\uFFEF\u{10000}-\u{DFFFF}\u{E1000}-\u{EFFFF}])*$/iu;

const isPlain = (iri: string): boolean =>
  characters.test(iri) &&
  !/\s/.test(iri) &&
  !/^https?:(?!\/\/[^/])/i.test(iri) &&
  // A host has no `@` in it (RFC 3986, section 3.2.2).
  !/^[^:]+:\/\/[^/?#@]*@[^/?#@]*@/.test(iri) &&
  !/[\p{Noncharacter_Code_Point}\p{Cs}]/u.test(iri) &&
  URL.canParse(iri);

/** By RFC 5646 as it was when such tags were made by people; the grammars of RDF let others through. */
const plainTag = /^[a-z]{2,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?$/i;

const irisIn = (term: Term): string[] => {
  if (term.termType === 'NamedNode') return [term.value];
  if (term.termType === 'Literal')
    return [term.language === '' || plainTag.test(term.language) ? term.datatype.value : ''];
  return term.termType === 'Quad' ? [term.subject, term.predicate, term.object].flatMap(irisIn) : [];
};

/** Whether all IRIs and language tags are such that it takes them: it checks more of them than the grammars of RDF do. */
export const takesTerms = (quads: readonly Quad[]): boolean =>
  quads.every(({ subject, predicate, object, graph }) =>
    [subject, predicate, object, graph].flatMap(irisIn).every(isPlain),
  );

/** A text in words that it reads as the standard has them, where it would read others otherwise. */
function reword(text: string, format: string): string {
  // Of a key that is there twice the last one counts, as with JSON.parse; and numbers are doubles.
  if (format === 'jsonld') return JSON.stringify(JSON.parse(text));
  if (format !== 'rdfxml') return text;
  // Line ends are LF (XML 1.0, section 2.11); what has an unknown type is a literal.
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/parseType=("(?!(?:Resource|Collection|Literal|Triple)")[^"<]*"|'[^'<]*')/g, 'parseType="Literal"');
}

/** All quads as terms of ours; throws where it takes the text for wrong. */
export async function readElsewhere(text: string, format: string, baseIri: string): Promise<Quad[]> {
  const quads = oxigraph.parse(reword(text, format), { format: mediaTypes[format] ?? '', base_iri: baseIri });
  return quads.map((quad) => rdf.fromQuad(quad as unknown as Quad));
}
