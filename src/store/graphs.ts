/** The quads of an embedded store, and the dataset that a query sees of them. */
import { randomUUID } from 'node:crypto';
import { type Quad, rdf, type Term } from '../rdf.js';
import type { WrittenChange } from './change.js';
import type { DatasetView, IdView, QuadIndex } from './dataset-view.js';
import { type FetchedGraphs, overlay } from './fetched-graphs.js';
import { QueryFault } from './graph-store.js';
import type { ParsedQuery } from './parse/parse-query.js';
import { recollectColumns } from './snapshot/collect-columns.js';
import type { Columns } from './snapshot/columns.js';
import { unionOfGraphs } from './snapshot/cursor.js';
import { Dictionary } from './snapshot/dictionary.js';
import { GraphNumbers } from './snapshot/graph-numbers.js';
import { createQuadIndexes } from './snapshot/quad-indexes.js';
import { withMarks } from './snapshot/union-marks.js';

export interface ViewOptions {
  readonly notHeld?: 'fault' | 'empty' | undefined;
  readonly fetched?: FetchedGraphs | undefined;
}

export interface Graphs {
  readonly quads: QuadIndex;
  /**
   * Where a graph of the dataset is neither held here nor fetched it is empty, for an update and where the dataset says
   * so; else it is a {@link QueryFault}.
   */
  view(dataset: ParsedQuery['dataset'], isOver: () => boolean, options?: ViewOptions): DatasetView;
  /** The graphs of the dataset that are not held here. */
  missing(dataset: ParsedQuery['dataset']): string[];
  /** A graph without triples is none. */
  holds(graph: Term): boolean;
  /** False where it was there. */
  add(quad: Quad): boolean;
  /** False where it was not. */
  remove(quad: Quad): boolean;
  /** What it has lost, then what it has got. */
  apply(change: WrittenChange): void;
  /** All that there is now, in columns. */
  columns(): Columns;
  /** To be called after adding and removing. */
  changed(): void;
  /** Quads that lie over the columns, or are gone from them. */
  changes(): number;
  /** Terms that are in no column, in use or not. */
  laterTerms(): number;
  version(): string;
}

/** Quads that may be added and removed before the columns are made anew, where there are few. */
const mostChanges = 50_000;

/** Terms that came with them and of which most are gone: what is written anew again and again leaves them behind. A quad has four. */
const fewTerms = 2000;
const termsOfChange = 4;

/** The number of no graph. */
const noGraph = Number.MAX_SAFE_INTEGER;

/** Names of graphs that stay out of the union begin so. */
export const reviewGraphs = (base: string): string => `${base}graph/review/`;

/** Columns that are written with what the union shows of them. */
export function markUnion(columns: Columns, review: string): Columns {
  const graphs = new GraphNumbers(columns.graphs, new Dictionary(columns));
  return withMarks(columns, (number) => !graphs.term(number).value.startsWith(review));
}

/** Graphs under `review` stay out of the union, which is the default graph where `unionDefault` is set. */
export function createGraphs(columns: Columns, review: string, unionDefault: boolean): Graphs {
  const isInUnion = (graph: Term): boolean => !graph.value.startsWith(review);
  let current = createQuadIndexes(columns, isInUnion);
  const quads: QuadIndex = {
    readQuads: (...pattern) => current.quads.readQuads(...pattern),
    countQuads: (...pattern) => current.quads.countQuads(...pattern),
    getGraphs: (...pattern) => current.quads.getGraphs(...pattern),
    has: (quad) => current.quads.has(quad),
  };
  const add = (quad: Quad): boolean => current.add(quad);
  const remove = (quad: Quad): boolean => current.remove(quad);
  const opened = randomUUID().slice(0, 8);
  let written = 0;

  /** Many changes take more room and time than the same quads in columns. */
  function changed(): void {
    written += 1;
    const { index, dictionary, graphs } = current.ids;
    if (index.changes > Math.max(mostChanges, index.size / 2))
      current = createQuadIndexes(recollectColumns(index, dictionary, graphs), isInUnion);
    else if (dictionary.later > fewTerms + termsOfChange * index.changes)
      current = createQuadIndexes(index.columns, isInUnion, current.ids);
  }

  const holds = (graph: Term): boolean => quads.countQuads(null, null, null, graph) > 0;

  const graphOf = (iri: string): Quad['graph'] => (iri === '' ? rdf.defaultGraph() : rdf.namedNode(iri));
  const isHeld = (iri: string): boolean => iri === '' || holds(graphOf(iri));

  function findGraphs(iris: readonly string[], { notHeld, fetched }: ViewOptions): Term[] {
    const isThere = (iri: string): boolean => isHeld(iri) || fetched?.names.has(iri) === true;
    const missing = iris.find((iri) => !isThere(iri));
    if (missing !== undefined && notHeld !== 'empty')
      throw new QueryFault('refused', `this store holds no graph <${missing}>, and fetches none`);
    return iris.filter(isThere).map(graphOf);
  }

  /** Undefined for a merge of several graphs. */
  function idsOf(defaultGraphs: readonly Term[], named: readonly Term[]): IdView | undefined {
    const [only] = defaultGraphs;
    if (defaultGraphs.length > 1) return undefined;
    const { ids } = current;
    const numbers = named.flatMap((graph) => ids.graphs.find(graph) ?? []);
    return {
      ...ids,
      defaultGraph: only === undefined ? noGraph : (ids.graphs.find(only) ?? noGraph),
      named: new Set(numbers),
    };
  }

  return {
    quads,
    view(dataset, isOver, options = {}) {
      if (dataset === undefined) {
        const own = { ...current.ids, defaultGraph: unionDefault ? unionOfGraphs : 0, named: undefined };
        return { ids: own, quads, defaultGraph: unionDefault ? current.union : quads, named: undefined, isOver };
      }
      const { fetched, notHeld = dataset.notHeld } = options;
      const defaultGraph = findGraphs(dataset.default, { fetched, notHeld });
      const named = findGraphs(dataset.named, { fetched, notHeld });
      return {
        ids: fetched === undefined || fetched.names.size === 0 ? idsOf(defaultGraph, named) : undefined,
        quads: fetched === undefined ? quads : overlay(quads, fetched.quads),
        defaultGraph,
        named,
        isOver,
      };
    },
    missing: (dataset) =>
      [...new Set([...(dataset?.default ?? []), ...(dataset?.named ?? [])])].filter((iri) => !isHeld(iri)),
    holds,
    add,
    remove,
    apply({ removed, added }) {
      for (const texts of removed) current.removeTexts(texts);
      for (const texts of added) current.addTexts(texts);
      changed();
    },
    columns() {
      const { index, dictionary, graphs } = current.ids;
      return markUnion(recollectColumns(index, dictionary, graphs), review);
    },
    changed,
    changes: () => current.ids.index.changes,
    laterTerms: () => current.ids.dictionary.later,
    version: () => `${opened}-${written}`,
  };
}
