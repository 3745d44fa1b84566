/** Templates of DELETE and INSERT filled in with what WHERE found. */
import { type BlankNode, type Quad, rdf, type Term } from '../../rdf.js';
import type { Binding } from '../../serialise/results.js';
import { createRenaming, type MintBlankNode } from '../rdf/blank-nodes.js';
import { faultOfQuad } from '../rdf/check-quad.js';
import { mapTerms } from '../rdf/map-terms.js';

/** The engine sets the blank nodes of its sources apart; this is how it marks which they were. */
const marked = /^urn:comunica_skolem:source_\d+:(.*)$/s;

function heldLabel(node: BlankNode): string | undefined {
  const { skolemized } = node as BlankNode & { readonly skolemized?: Term };
  return skolemized === undefined ? undefined : marked.exec(skolemized.value)?.[1];
}

/**
 * The terms that WHERE found as the store knows them: blank nodes that are held keep their labels, those that were made
 * on the way (BNODE) get new ones, the same for the same node.
 */
export function createOwnTerms(mint: MintBlankNode): (term: Term) => Term {
  const rename = createRenaming(mint);
  const own = (term: Term): Term => {
    if (term.termType === 'Quad') return mapTerms(term as Quad, own);
    if (term.termType !== 'BlankNode') return term;
    const label = heldLabel(term);
    return label === undefined ? rename(term) : rdf.blankNode(label);
  };
  return own;
}

const isVariable = (term: Term): boolean => term.termType === 'Variable';
const isGround = ({ subject, predicate, object, graph }: Quad): boolean =>
  ![subject, predicate, object, graph].some((term) =>
    term.termType === 'Quad' ? !isGround(term as Quad) : isVariable(term),
  );

/**
 * The quads of a template for one solution. One with an unbound variable, or that would be no RDF, is left out (SPARQL
 * 1.1 Update, section 3.1.3); a blank node of the template is another one for each solution.
 */
export function* instantiate(template: readonly Quad[], solution: Binding, mint: MintBlankNode): Generator<Quad> {
  const rename = createRenaming(mint);
  const fill = (term: Term): Term => {
    if (term.termType === 'BlankNode') return rename(term);
    return isVariable(term) ? (solution.get(term.value) ?? term) : term;
  };
  for (const pattern of template) {
    const quad = mapTerms(pattern, fill);
    if (isGround(quad) && faultOfQuad(quad) === undefined) yield quad;
  }
}

/** The variables of a template. */
export function variablesOf(template: readonly Quad[]): Term[] {
  const found = new Map<string, Term>();
  const note = (term: Term): Term => {
    if (isVariable(term)) found.set(term.value, term);
    return term;
  };
  for (const quad of template) mapTerms(quad, note);
  return [...found.values()];
}
