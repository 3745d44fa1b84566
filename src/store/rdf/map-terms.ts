/** A quad with each of its terms put through a function, those of triple terms among them. */
import { type Quad, rdf, type Term } from '../../rdf.js';

/** The quad itself where nothing changes. */
export function mapTerms(quad: Quad, map: (term: Term) => Term): Quad {
  const inner = (term: Term): Term => (term.termType === 'Quad' ? mapTerms(term as Quad, map) : map(term));
  const [s, p, o, g] = [quad.subject, quad.predicate, quad.object, quad.graph].map(inner);
  if (s === quad.subject && p === quad.predicate && o === quad.object && g === quad.graph) return quad;
  return rdf.quad(...([s, p, o, g] as Parameters<typeof rdf.quad>));
}
