/** Blank nodes called by what is said of them: the same statements, whatever their labels and order, give the same names. */
import { createHash } from 'node:crypto';
import canonize, { type CanonicalQuad, type CanonicalTerm } from 'rdf-canonize';
import { type Quad, rdf, type Term } from '../../rdf.js';
import { writeQuad } from '../../serialise/terms.js';
import { mapTerms } from './map-terms.js';

/** For all nodes together, in milliseconds. Graphs that are made to take for ever exist. */
const longest = 60_000;

/** Labels → the one that stands for all those that statements tie together. */
class Ties {
  private readonly parents = new Map<string, string>();

  rootOf(label: string): string {
    let root = label;
    for (let up = this.parents.get(root); up !== undefined; up = this.parents.get(root)) root = up;
    // What was walked leads there at once the next time.
    for (let at = label; at !== root; ) {
      const next = this.parents.get(at) ?? root;
      this.parents.set(at, root);
      at = next;
    }
    return root;
  }

  tie(one: string, other: string): void {
    const [a, b] = [this.rootOf(one), this.rootOf(other)];
    if (a !== b) this.parents.set(a, b);
  }
}

const labelsIn = ({ subject, object, graph }: Quad): string[] =>
  [subject, object, graph].flatMap(({ termType, value }) => (termType === 'BlankNode' ? [value] : []));

/** The statements about blank nodes, in groups of which none shares a node with another. */
function groupByNodes(quads: Iterable<Quad>): Quad[][] {
  const about = [...quads].filter((quad) => labelsIn(quad).length > 0);
  const ties = new Ties();
  for (const [first = '', ...others] of about.map(labelsIn)) for (const other of others) ties.tie(first, other);
  const groups = new Map<string, Quad[]>();
  for (const quad of about) {
    const root = ties.rootOf(labelsIn(quad)[0] ?? '');
    const group = groups.get(root);
    if (group === undefined) groups.set(root, [quad]);
    else group.push(quad);
  }
  return [...groups.values()];
}

/** The library knows no base direction, and would take texts for the same that differ in it. */
function toPlain(term: Term): CanonicalTerm {
  if (term.termType !== 'Literal' || !term.direction) return term as CanonicalTerm;
  const { value } = term;
  return { termType: 'Literal', value, datatype: { value: `urn:direction:${term.language}--${term.direction}` } };
}

const toCanonical = ({ subject, predicate, object, graph }: Quad): CanonicalQuad => ({
  subject: toPlain(subject),
  predicate: toPlain(predicate),
  object: toPlain(object),
  graph: toPlain(graph),
});

/**
 * Quads without triple terms, each once. A blank node is called by the hash of the statements that it hangs together with
 * (their canonical form by RDFC-1.0) and its number among their nodes: what is said elsewhere does not change its name, and
 * two that are said the same of are one, for they say no more than one does.
 * @throws Error where the nodes cannot be told apart with reasonable work
 */
export async function nameCanonically(quads: Iterable<Quad>): Promise<Quad[]> {
  const distinct = [...new Map(Array.from(quads, (quad) => [writeQuad(quad), quad])).values()];
  const signal = AbortSignal.timeout(longest);
  const names = new Map<string, string>();
  for (const group of groupByNodes(distinct)) {
    const canonicalIdMap = new Map<string, string>();
    const options = { algorithm: 'RDFC-1.0', canonicalIdMap, maxWorkFactor: 2, signal } as const;
    const text = await canonize.canonize(group.map(toCanonical), options).catch((cause: unknown) => {
      throw new Error('its blank nodes cannot be told apart with reasonable work; give them IRIs', { cause });
    });
    const hash = createHash('sha256').update(text).digest('hex').slice(0, 24);
    // Canonical labels are `c14n` and a number.
    for (const [label, canonical] of canonicalIdMap) names.set(label, `b${hash}n${canonical.slice(4)}`);
  }
  const name = (term: Term): Term =>
    term.termType === 'BlankNode' ? rdf.blankNode(names.get(term.value) ?? term.value) : term;
  return [...new Map(distinct.map((quad) => mapTerms(quad, name)).map((quad) => [writeQuad(quad), quad])).values()];
}
