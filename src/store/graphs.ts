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
  /** Throws a {@link QueryFault} for a graph that is not held here: it would have to be fetched. */
  view(dataset: ParsedQuery['dataset'], isOver: () => boolean): DatasetView;
  /** What it has lost, then what it has got. */
  apply(change: Change): void;
  /** To be called after `quads` was written to by another hand. */
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

  /** A copy, so that a triple that stands in several graphs is met once, at the speed of one index. */
  function union(): N3Store {
    if (merged !== undefined) return merged;
    merged = createN3Store(terms);
    for (const graph of quads.getGraphs(null, null, null)) {
      if (graph.value.startsWith(review)) continue;
      for (const { subject, predicate, object } of quads.readQuads(null, null, null, graph))
        merged.addQuad(subject, predicate, object);
    }
    return merged;
  }

  function changed(): void {
    changes += 1;
    merged = undefined;
  }

  function held(iri: string): Term {
    const graph = rdf.namedNode(iri);
    if (quads.countQuads(null, null, null, graph) > 0) return graph;
    throw new QueryFault('refused', `this store holds no graph <${iri}>, and fetches none`);
  }

  return {
    quads,
    view: (dataset, isOver) =>
      dataset === undefined
        ? { quads, defaultGraph: unionDefault ? union() : quads, named: undefined, isOver }
        : { quads, defaultGraph: dataset.default.map(held), named: dataset.named.map(held), isOver },
    apply({ removed, added }) {
      for (const quad of removed) quads.removeQuad(quad);
      for (const quad of added) quads.addQuad(quad);
      changed();
    },
    changed,
    version: () => `${opened}-${changes}`,
  };
}
