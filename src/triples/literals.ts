/** Makes the literals of the graph: dates by what is known of them, integers, and links that are no links. */
import { checkIri } from '../iris.js';
import { type Literal, type NamedNode, rdf } from '../rdf.js';
import { xsd } from '../vocabularies.js';

const dateForms: readonly (readonly [RegExp, NamedNode])[] = [
  [/^\d{4}$/, xsd.gYear],
  [/^\d{4}-\d{2}$/, xsd.gYearMonth],
  [/^\d{4}-\d{2}-\d{2}$/, xsd.date],
];

/** A year, month or day as typed literal; any other text stays text, and the shapes withhold it. */
export function dateLiteral(text: string): Literal {
  const form = dateForms.find(([pattern]) => pattern.test(text));
  return rdf.literal(text, form?.[1] ?? xsd.string);
}

export const integerLiteral = (value: number): Literal => rdf.literal(String(value), xsd.integer);

/** An IRI where the text is one; otherwise the text, which the shapes withhold. */
export function linkTerm(text: string): NamedNode | Literal {
  const iri = checkIri(text);
  return iri === undefined ? rdf.literal(text) : rdf.namedNode(iri);
}
