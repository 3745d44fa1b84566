/** Labels of blank nodes that mean the same node in every process and for all time: the journal and the copies of a graph rely on them. */
import { createHash, randomBytes } from 'node:crypto';
import { type BlankNode, type Quad, rdf, type Term } from '../../rdf.js';
import { writeQuad } from '../../serialise/terms.js';
import { mapTerms } from './map-terms.js';

/** A node that nobody else has: `u.`, what this run drew by lot, and a number. */
export type MintBlankNode = () => BlankNode;

export function createMint(): MintBlankNode {
  const lot = randomBytes(12).toString('hex');
  let minted = 0;
  return () => {
    minted += 1;
    return rdf.blankNode(`u.${lot}.${minted}`);
  };
}

/** Gives every blank node of a text or an update a node of its own, the same one for the same label. */
export function createRenaming(mint: MintBlankNode): (node: BlankNode) => BlankNode {
  const known = new Map<string, BlankNode>();
  return ({ value }) => {
    const node = known.get(value) ?? mint();
    known.set(value, node);
    return node;
  };
}

const renameWith =
  (rename: (node: BlankNode) => BlankNode) =>
  (term: Term): Term =>
    term.termType === 'BlankNode' ? rename(term) : term;

/** The quads of one text, told apart from all others by their blank nodes. */
export function renameBlankNodes(quads: Iterable<Quad>, mint: MintBlankNode): Quad[] {
  const rename = renameWith(createRenaming(mint));
  return Array.from(quads, (quad) => mapTerms(quad, rename));
}

/**
 * The quads of a graph file, with labels that come from the file alone: `g.`, what its statements about blank nodes add
 * up to, and a number. Read again they are the same; where one of those statements has changed none is the same, so that
 * a journal that speaks of the old nodes never hits others.
 */
export function labelBlankNodes(quads: Iterable<Quad>): Quad[] {
  const numbers = new Map<string, number>();
  const hash = createHash('sha256');
  const number = renameWith(({ value }) => {
    if (!numbers.has(value)) numbers.set(value, numbers.size + 1);
    return rdf.blankNode(String(numbers.get(value)));
  });
  const numbered = Array.from(quads, (quad) => {
    const before = numbers.size;
    const copy = mapTerms(quad, number);
    if (copy !== quad || numbers.size > before) hash.update(writeQuad(copy));
    return copy;
  });
  if (numbers.size === 0) return numbered;
  const content = hash.digest('hex').slice(0, 16);
  const label = renameWith(({ value }) => rdf.blankNode(`g.${content}.${value}`));
  return numbered.map((quad) => mapTerms(quad, label));
}
