/** Gives quads one order and says each once, so that the same input gives the same bytes. */
import type { Quad, Term } from '../rdf.js';

/** Spells a term out; no two different terms are spelt alike. */
function termKey(term: Term): string {
  if (term.termType !== 'Literal') return `${term.termType} ${term.value}`;
  return `Literal ${JSON.stringify(term.value)}@${term.language}^${term.datatype.value}`;
}

export const tripleKey = ({ subject, predicate, object }: Quad): string =>
  `${termKey(subject)}\t${termKey(predicate)}\t${termKey(object)}`;

/** Sorted by subject, predicate, object and graph, in code units. */
export function sortQuads(quads: Iterable<Quad>): Quad[] {
  const byKey = new Map<string, Quad>();
  for (const quad of quads) byKey.set(`${tripleKey(quad)}\t${termKey(quad.graph)}`, quad);
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, quad]) => quad);
}
