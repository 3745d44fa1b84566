/**
 * Blank nodes as Comunica has them: it sets apart those of its sources by new labels, with the old one beside. There is one
 * source here, which it calls 0.
 */
import { type BlankNode, rdf, type Term } from '../../rdf.js';
import { mapTerms } from '../rdf/map-terms.js';

const mark = 'urn:comunica_skolem:source_0:';

interface ScopedNode extends BlankNode {
  readonly skolemized: Term;
}

const toScoped = (label: string): ScopedNode => {
  const value = `bc_0_${label}`;
  return {
    termType: 'BlankNode',
    value,
    skolemized: rdf.namedNode(mark + label),
    equals: (other) => other?.termType === 'BlankNode' && other.value === value,
  };
};

/** The term as Comunica knows it. */
export function fromHeld(term: Term): Term {
  if (term.termType === 'Quad') return mapTerms(term as Parameters<typeof mapTerms>[0], fromHeld);
  return term.termType === 'BlankNode' ? toScoped(term.value) : term;
}

/** The term as the source knows it. */
export function toHeld(term: Term): Term {
  if (term.termType === 'Quad') return mapTerms(term as Parameters<typeof mapTerms>[0], toHeld);
  if (term.termType !== 'BlankNode' || !('skolemized' in term)) return term;
  return rdf.blankNode((term as ScopedNode).skolemized.value.slice(mark.length));
}
