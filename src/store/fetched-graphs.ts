/** Graphs from outside, beside those of the store for the time of one query. */
import { type Quad, rdf, type Term } from '../rdf.js';
import type { QuadIndex } from './dataset-view.js';
import { createCollector } from './snapshot/collect-columns.js';
import { createQuadIndexes } from './snapshot/quad-indexes.js';

export interface FetchedGraphs {
  readonly names: ReadonlySet<string>;
  readonly quads: QuadIndex;
}

export function holdFetched(graphs: ReadonlyMap<string, readonly Quad[]>): FetchedGraphs {
  const collector = createCollector();
  for (const [name, triples] of graphs)
    for (const { subject, predicate, object } of triples)
      collector.add(rdf.quad(subject, predicate, object, rdf.namedNode(name)));
  return { names: new Set(graphs.keys()), quads: createQuadIndexes(collector.columns(), () => true).quads };
}

type Place = Term | null | undefined;

/** Both as one. They have no graph in common: what the store holds is not fetched. */
export const overlay = (held: QuadIndex, fetched: QuadIndex): QuadIndex => ({
  *readQuads(s: Place, p: Place, o: Place, g: Place) {
    yield* held.readQuads(s, p, o, g);
    yield* fetched.readQuads(s, p, o, g);
  },
  countQuads: (s: Place, p: Place, o: Place, g: Place) => held.countQuads(s, p, o, g) + fetched.countQuads(s, p, o, g),
  has: (quad) => held.has(quad) || fetched.has(quad),
  getGraphs: (s, p, o) => [...held.getGraphs(s, p, o), ...fetched.getGraphs(s, p, o)],
});
