/** Where a property path leads from a node, as a set: the reach of `*`, `+` and `?` (SPARQL 1.2 Query, 18.4, ALP). */
import type { Term } from '../../rdf.js';
import { writeTerm } from '../../serialise/terms.js';
import type { QuadSource } from '../dataset-view.js';
import { isOperation, namesOf, type Operation } from '../parse/algebra.js';

export type Direction = 'forward' | 'back';

/** Terms, each once. */
class TermSet {
  readonly #terms = new Map<string, Term>();

  /** False where it was there. */
  add(term: Term): boolean {
    const key = writeTerm(term);
    if (this.#terms.has(key)) return false;
    this.#terms.set(key, term);
    return true;
  }

  [Symbol.iterator](): Iterator<Term> {
    return this.#terms.values();
  }
}

const partsOf = ({ input }: Operation): Operation[] => (Array.isArray(input) ? input.filter(isOperation) : []);
const turn = (direction: Direction): Direction => (direction === 'forward' ? 'back' : 'forward');

export class PathSteps {
  constructor(
    private readonly source: QuadSource,
    private readonly graph: Term,
  ) {}

  /** Where one walk along the path leads. */
  *from(node: Term, path: Operation, direction: Direction): Generator<Term> {
    switch (path.type) {
      case 'link':
        yield* this.#step(node, direction, path['iri'] as Term);
        return;
      case 'nps':
        yield* this.#otherSteps(node, direction, new Set(namesOf(path['iris'])));
        return;
      case 'inv':
        yield* this.from(node, path['path'] as Operation, turn(direction));
        return;
      case 'alt':
        for (const part of partsOf(path)) yield* this.from(node, part, direction);
        return;
      case 'seq': {
        const parts = direction === 'forward' ? partsOf(path) : partsOf(path).reverse();
        let ends: Iterable<Term> = [node];
        for (const part of parts) ends = this.#fromAll(ends, part, direction);
        yield* ends;
        return;
      }
      default:
        yield* this.reach(node, path, direction);
    }
  }

  /** What `*`, `+` or `?` reaches, each node once, the nearest first. */
  *reach(node: Term, { type, path }: Operation, direction: Direction): Generator<Term> {
    const found = new TermSet();
    const inner = path as Operation;
    const waiting: Term[] = [];
    const meet = function* (term: Term): Generator<Term> {
      if (!found.add(term)) return;
      waiting.push(term);
      yield term;
    };
    if (type !== 'OneOrMorePath') yield* meet(node);
    if (type === 'OneOrMorePath' || type === 'ZeroOrOnePath')
      for (const next of this.from(node, inner, direction)) yield* meet(next);
    if (type === 'ZeroOrOnePath') return;
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
      for (const beyond of this.from(next, inner, direction)) yield* meet(beyond);
  }

  /** Every node of the graph: where a path without steps begins and ends. */
  *nodes(): Generator<Term> {
    const met = new TermSet();
    for (const { subject, object } of this.#match())
      for (const node of [subject, object]) if (met.add(node)) yield node;
  }

  hasNode(node: Term): boolean {
    return (
      this.source.countQuads(node, undefined, undefined, this.graph) > 0 ||
      this.source.countQuads(undefined, undefined, node, this.graph) > 0
    );
  }

  #fromAll(nodes: Iterable<Term>, path: Operation, direction: Direction): Iterable<Term> {
    const ends = new TermSet();
    for (const node of nodes) for (const end of this.from(node, path, direction)) ends.add(end);
    return ends;
  }

  *#step(node: Term, direction: Direction, predicate: Term): Generator<Term> {
    if (direction === 'forward') for (const { object } of this.#match(node, predicate)) yield object;
    else for (const { subject } of this.#match(undefined, predicate, node)) yield subject;
  }

  *#otherSteps(node: Term, direction: Direction, excluded: ReadonlySet<string>): Generator<Term> {
    const quads = direction === 'forward' ? this.#match(node) : this.#match(undefined, undefined, node);
    for (const { subject, predicate, object } of quads)
      if (!excluded.has(predicate.value)) yield direction === 'forward' ? object : subject;
  }

  #match(subject?: Term, predicate?: Term, object?: Term) {
    return this.source.match(subject, predicate, object, this.graph);
  }
}
