/** The dataset that one query sees, as the source that Comunica matches patterns against. */
import type { Quad, Term } from '../rdf.js';
import { rdf } from '../rdf.js';
import type { Dictionary } from './snapshot/dictionary.js';
import type { GraphNumbers } from './snapshot/graph-numbers.js';
import type { IdIndex } from './snapshot/id-index.js';

/** What a view reads: the part of n3's Store that it needs, in our terms. */
export interface QuadIndex {
  readQuads(subject?: Term | null, predicate?: Term | null, object?: Term | null, graph?: Term | null): Iterable<Quad>;
  countQuads(subject?: Term | null, predicate?: Term | null, object?: Term | null, graph?: Term | null): number;
  has(quad: Quad): boolean;
  getGraphs(subject: Term | null, predicate: Term | null, object: Term | null): readonly Term[];
}

/**
 * What Comunica asks of a source. Lazy: the caller pulls, and may stop. A triple term with variables in it comes as none,
 * for Comunica to look into what it gets: n3's Store would look for those very variables.
 */
export interface QuadSource {
  match(subject?: Term, predicate?: Term, object?: Term, graph?: Term): IterableIterator<Quad>;
  countQuads(subject?: Term, predicate?: Term, object?: Term, graph?: Term): number;
}

/** The same dataset by ids, for the evaluator over them. */
export interface IdView {
  readonly index: IdIndex;
  readonly dictionary: Dictionary;
  readonly graphs: GraphNumbers;
  /** A graph's number, or the union. */
  readonly defaultGraph: number;
  /** Numbers of the named graphs to be seen; undefined: all. */
  readonly named: ReadonlySet<number> | undefined;
}

export interface DatasetView {
  /** Undefined where the dataset is one that ids cannot say: a merge of some graphs, or with some from outside. */
  readonly ids?: IdView | undefined;
  /** All graphs. */
  readonly quads: QuadIndex;
  /** The default graph: the unnamed graph of an index, or the merge of named graphs of `quads`. */
  readonly defaultGraph: QuadIndex | readonly Term[];
  /** The named graphs to be seen; undefined: all. */
  readonly named: readonly Term[] | undefined;
  /** Asked at each quad; when true the source dries up. It never throws: not all of Comunica's iterators are listened to. */
  readonly isOver: () => boolean;
}

/** The names that GRAPH may find. */
export interface NamedGraphs {
  all(): readonly Term[];
  has(graph: Term): boolean;
}

export const namedGraphsOf = ({ quads, named }: Pick<DatasetView, 'quads' | 'named'>): NamedGraphs => ({
  all: () => named ?? quads.getGraphs(null, null, null).filter(({ termType }) => termType !== 'DefaultGraph'),
  has: (graph) =>
    named === undefined ? quads.countQuads(null, null, null, graph) > 0 : named.some((one) => one.equals(graph)),
});

const unnamed = rdf.defaultGraph();
const isIndex = (part: DatasetView['defaultGraph']): part is QuadIndex => 'readQuads' in part;

/** A merge of graphs: each triple once, told apart by the graphs that came before. */
function* readMerged(quads: QuadIndex, graphs: readonly Term[], s?: Term, p?: Term, o?: Term): Generator<Quad> {
  for (const [position, graph] of graphs.entries()) {
    const earlier = graphs.slice(0, position);
    for (const { subject, predicate, object } of quads.readQuads(s, p, o, graph)) {
      const seen = earlier.some((g) => quads.has(rdf.quad(subject, predicate, object, g as Quad['graph'])));
      if (!seen) yield rdf.quad(subject, predicate, object);
    }
  }
}

/** The view as a source. A GRAPH variable matches without a graph; Comunica then drops the unnamed graph by itself. */
export function createQuadSource({ quads, defaultGraph, named, isOver }: DatasetView): QuadSource {
  function* read(s?: Term, p?: Term, o?: Term, g?: Term): Generator<Quad> {
    if (g?.termType === 'DefaultGraph') {
      yield* isIndex(defaultGraph)
        ? defaultGraph.readQuads(s, p, o, unnamed)
        : readMerged(quads, defaultGraph, s, p, o);
    } else if (g === undefined && named !== undefined) {
      for (const graph of named) yield* quads.readQuads(s, p, o, graph);
    } else if (g === undefined || named === undefined || named.some((graph) => graph.equals(g))) {
      yield* quads.readQuads(s, p, o, g);
    }
  }
  const count = (graphs: readonly Term[], s?: Term, p?: Term, o?: Term): number =>
    graphs.reduce((sum, graph) => sum + quads.countQuads(s, p, o, graph), 0);
  return {
    *match(s, p, o, g) {
      for (const quad of read(s, p, o, g)) {
        if (isOver()) return;
        yield quad;
      }
    },
    countQuads(s, p, o, g) {
      if (g?.termType === 'DefaultGraph')
        return isIndex(defaultGraph) ? defaultGraph.countQuads(s, p, o, unnamed) : count(defaultGraph, s, p, o);
      if (named === undefined) return quads.countQuads(s, p, o, g);
      return count(g === undefined ? named : named.filter((graph) => graph.equals(g)), s, p, o);
    },
  };
}
