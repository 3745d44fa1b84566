/** Triple terms as statements with a subject, a predicate and an object: RDF 1.2 for syntaxes that have none of it. */
import { createHash } from 'node:crypto';
import { type BlankNode, type Quad, type Quad_Subject, rdf, type Term } from '../rdf.js';
import { writeQuad, writeTerm } from './terms.js';

const namespace = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const reifies = `${namespace}reifies`;
const term = (name: string) => rdf.namedNode(namespace + name);

const keyOf = ({ subject, graph }: Quad): string => `${writeTerm(graph)} ${writeTerm(subject)}`;

/** Reifiers that reify one triple, and may therefore be the statement themselves. */
function findPlainReifiers(quads: readonly Quad[]): Set<string> {
  const counts = new Map<string, number>();
  for (const quad of quads)
    if (quad.predicate.value === reifies) counts.set(keyOf(quad), (counts.get(keyOf(quad)) ?? 0) + 1);
  return new Set([...counts].flatMap(([key, count]) => (count === 1 ? [key] : [])));
}

/** The same triple in the same graph is the same node, in every answer; no label that is given to data looks like it. */
function statementOf(triple: Quad, graph: Quad['graph']): BlankNode {
  const text = `${writeTerm(triple as unknown as Term)} ${writeTerm(graph)}`;
  return rdf.blankNode(`statement-${createHash('sha256').update(text).digest('hex').slice(0, 24)}`);
}

/** What the statement is about, each time in the graph of the quad that holds the triple term. */
function* describe(statement: Quad_Subject, triple: Quad, graph: Quad['graph']): Generator<Quad> {
  yield rdf.quad(statement, term('type'), term('Statement'), graph);
  yield rdf.quad(statement, term('subject'), triple.subject as Quad['object'], graph);
  yield rdf.quad(statement, term('predicate'), triple.predicate, graph);
  yield* withoutTripleTerm(rdf.quad(statement, term('object'), triple.object, graph));
}

/** The quad, its triple term replaced by a blank node that is described. */
function* withoutTripleTerm(quad: Quad): Generator<Quad> {
  const object: Term = quad.object;
  if (object.termType !== 'Quad') return yield quad;
  const statement = statementOf(object as unknown as Quad, quad.graph);
  yield rdf.quad(quad.subject, quad.predicate, statement, quad.graph);
  yield* describe(statement, object as unknown as Quad, quad.graph);
}

/** The quads without triple terms. A resource that reifies one triple is the rdf:Statement; else a new blank node is. */
export function* reifyClassically(quads: Iterable<Quad>): Generator<Quad> {
  const all = [...quads];
  const plain = findPlainReifiers(all);
  const said = new Set<string>();
  for (const quad of all) {
    const object: Term = quad.object;
    if (object.termType !== 'Quad') {
      yield quad;
      continue;
    }
    const isStatement = quad.predicate.value === reifies && plain.has(keyOf(quad));
    const parts = isStatement ? describe(quad.subject, object as unknown as Quad, quad.graph) : withoutTripleTerm(quad);
    // A triple that stands in two places is described once.
    for (const part of parts) if (said.size < said.add(writeQuad(part)).size) yield part;
  }
}
