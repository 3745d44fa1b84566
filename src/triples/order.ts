/** Gives quads one order and says each once, so that the same input gives the same bytes. */
import type { Quad, Term } from '../rdf.js';

/** Spells a term out; no two different terms are spelt alike. */
function termKey(term: Term): string {
  if (term.termType !== 'Literal') return `${term.termType} ${term.value}`;
  const { value, language, direction, datatype } = term;
  return `Literal ${JSON.stringify(value)}@${language}${direction ? `--${direction}` : ''}^${datatype.value}`;
}

export const tripleKey = ({ subject, predicate, object }: Quad): string =>
  `${termKey(subject)}\t${termKey(predicate)}\t${termKey(object)}`;

/** Sorted by subject, predicate, object and graph, in code units; subject by subject, for the keys of all would be large. */
export function sortQuads(quads: Iterable<Quad>): Quad[] {
  const bySubject = new Map<string, Quad[]>();
  for (const quad of quads) {
    const subject = termKey(quad.subject);
    const group = bySubject.get(subject);
    if (group === undefined) bySubject.set(subject, [quad]);
    else group.push(quad);
  }
  return [...bySubject].sort(byKey).flatMap(([, group]) => {
    const keyed = new Map(group.map((quad) => [`${tripleKey(quad)}\t${termKey(quad.graph)}`, quad]));
    return [...keyed].sort(byKey).map(([, quad]) => quad);
  });
}

const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);
