/** Writes a term, or a statement, as a decision has it: as in Turtle, terms with their prefix, those of our ontology too; other names under our base relative. */
import type { Term } from '../rdf.js';
import { prefixes, xsd } from '../vocabularies.js';
import type { WrittenStatement } from './decision.js';

export function writeTerm(term: Term, base: string): string {
  if (term.termType === 'Literal') {
    const text = JSON.stringify(term.value);
    if (term.language !== '') return `${text}@${term.language}`;
    return term.datatype.equals(xsd.string) ? text : `${text}^^${writeTerm(term.datatype, base)}`;
  }
  const [prefix, namespace] = Object.entries(prefixes).find(([, iri]) => term.value.startsWith(iri)) ?? [];
  const local = namespace === undefined ? '' : term.value.slice(namespace.length);
  if (/^[A-Za-z_][\w-]*$/.test(local)) return `${prefix}:${local}`;
  return term.value.startsWith(base) ? `<${term.value.slice(base.length)}>` : `<${term.value}>`;
}

export const writeTerms = (
  { subject, predicate, object }: Readonly<Record<'subject' | 'predicate' | 'object', Term>>,
  base: string,
): WrittenStatement => ({
  subject: writeTerm(subject, base),
  predicate: writeTerm(predicate, base),
  object: writeTerm(object, base),
});
