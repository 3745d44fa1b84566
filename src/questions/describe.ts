/** Questions as RDF: executables of SHACL, as sib-swiss/sparql-examples describes queries that editors offer. */
import type { Iris } from '../iris.js';
import { type NamedNode, type Quad, rdf } from '../rdf.js';
import { rdfs, rdfTerms, schema, sh } from '../vocabularies.js';
import type { Question } from './question.js';

/** `endpoint`: where they are to be asked. */
export function describeQuestion(
  { name, title, question, keywords, query }: Question,
  iris: Iris,
  endpoint: NamedNode,
) {
  const subject = iris.question(name);
  const english = (text: string) => rdf.literal(text, 'en');
  const quads: Quad[] = [
    rdf.quad(subject, rdfTerms.type, sh.SPARQLExecutable),
    rdf.quad(subject, rdfTerms.type, sh.SPARQLSelectExecutable),
    rdf.quad(subject, rdfs.label, english(title)),
    rdf.quad(subject, rdfs.comment, english(question)),
    rdf.quad(subject, sh.select, rdf.literal(query)),
    rdf.quad(subject, schema.target, endpoint),
    ...keywords.map((keyword) => rdf.quad(subject, schema.keywords, english(keyword))),
  ];
  return quads;
}
