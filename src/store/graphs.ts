/** The quads of an embedded store, and the dataset that a query sees of them. */
import { randomUUID } from 'node:crypto';
import { type Quad, rdf, type Term } from '../rdf.js';
import type { Change } from './change.js';
import type { DatasetView } from './dataset-view.js';
import { QueryFault } from './graph-store.js';
import { createN3Store, createTermTable, type N3Store } from './n3-store.js';
import type { ParsedQuery } from './parse-query.js';

export interface Graphs {
  readonly quads: N3Store;
  /**
   * Where a graph of the dataset is not held here it is empty, for an update and where the dataset says so; else it would
   * have to be fetched: a {@link QueryFault}.
   */
  view(dataset: ParsedQuery['dataset'], isOver: () => boolean, notHeld?: 'fault' | 'empty'): DatasetView;
  /** A graph without triples is none. */
  holds(graph: Term): boolean;
  /** False where it was there. */
  add(quad: Quad): boolean;
  /** False where it was not. */
  remove(quad: Quad): boolean;
  /** What it has lost, then what it has got. */
  apply(change: Change): void;
  /** To be called after adding and removing. */
  changed(): void;
  version(): string;
}

/** Copies the quads. Graphs under `review` stay out of the union, which is the default graph where `unionDefault` is set. */
export function createGraphs(initial: Iterable<Quad>, review: string, unionDefault: boolean): Graphs {
  const terms = createTermTable();
  const quads = createN3Store(terms);
  for (const quad of initial) quads.addQuad(quad);
  const opened = randomUUID().slice(0, 8);
  let changes = 0;
  let merged: N3Store | undefined;

  const isInUnion = (graph: Term): boolean => !graph.value.startsWith(review);

  /** A copy, so that a triple that stands in several graphs is met once, at the speed of one index. */
  function union(): N3Store {
    if (merged !== undefined) return merged;
    merged = createN3Store(terms);
    for (const graph of quads.getGraphs(null, null, null))
      if (isInUnion(graph))
        for (const { subject, predicate, object } of quads.readQuads(null, null, null, graph))
          merged.addQuad(subject, predicate, object);
    return merged;
  }

  function add(quad: Quad): boolean {
    if (!quads.addQuad(quad)) return false;
    if (isInUnion(quad.graph)) merged?.addQuad(quad.subject, quad.predicate, quad.object);
    return true;
  }

  function remove(quad: Quad): boolean {
    if (!quads.removeQuad(quad)) return false;
    const { subject, predicate, object } = quad;
    if (merged === undefined || !isInUnion(quad.graph)) return true;
    // Another graph may still say it.
    for (const { graph } of quads.readQuads(subject, predicate, object, null)) if (isInUnion(graph)) return true;
    merged.removeQuad(subject, predicate, object);
    return true;
  }

  function changed(): void {
    changes += 1;
  }

  const holds = (graph: Term): boolean => quads.countQuads(null, null, null, graph) > 0;

  /** The graph of that name, if it is held; the unnamed one always is. */
  function held(iri: string): Term | undefined {
    const graph = iri === '' ? rdf.defaultGraph() : rdf.namedNode(iri);
    return iri === '' || holds(graph) ? graph : undefined;
  }

  function allHeld(iris: readonly string[], notHeld: 'fault' | 'empty'): Term[] {
    const missing = iris.find((iri) => held(iri) === undefined);
    if (missing !== undefined && notHeld === 'fault')
      throw new QueryFault('refused', `this store holds no graph <${missing}>, and fetches none`);
    return iris.flatMap((iri) => held(iri) ?? []);
  }

  return {
    quads,
    view: (dataset, isOver, notHeld = dataset?.notHeld ?? 'fault') =>
      dataset === undefined
        ? { quads, defaultGraph: unionDefault ? union() : quads, named: undefined, isOver }
        : {
            quads,
            defaultGraph: allHeld(dataset.default, notHeld),
            named: allHeld(dataset.named, notHeld),
            isOver,
          },
    holds,
    add,
    remove,
    apply({ removed, added }) {
      removed.forEach(remove);
      added.forEach(add);
      changed();
    },
    changed,
    version: () => `${opened}-${changes}`,
  };
}
