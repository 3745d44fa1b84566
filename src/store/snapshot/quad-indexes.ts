/** The quads of a snapshot and what has changed since, in terms: what queries are matched against, and what updates write to. */
import { type Quad, rdf, type Term } from '../../rdf.js';
import type { QuadIndex } from '../dataset-view.js';
import type { LineTexts } from '../rdf/parse-lines.js';
import type { Columns } from './columns.js';
import { anyGraph, unionOfGraphs } from './cursor.js';
import { Dictionary, none, toQuad } from './dictionary.js';
import { GraphNumbers } from './graph-numbers.js';
import { IdIndex } from './id-index.js';

type Place = Term | null | undefined;

export interface QuadIndexes {
  /** The same by ids. */
  readonly ids: { readonly index: IdIndex; readonly dictionary: Dictionary; readonly graphs: GraphNumbers };
  readonly quads: QuadIndex;
  /** The unnamed graph of this one is the union of the graphs that are in it, each triple once. */
  readonly union: QuadIndex;
  /** False where it was there. */
  add(quad: Quad): boolean;
  /** False where it was not. */
  remove(quad: Quad): boolean;
  /** The same of what is written as in N-Quads. */
  addTexts(texts: LineTexts): boolean;
  removeTexts(texts: LineTexts): boolean;
}

const unnamed = rdf.defaultGraph();
/** Of a term that no quad has, or a graph without quads. */
const unknown = undefined;

/**
 * `isInUnion` is asked of the names of graphs. `earlier`: the same quads, over the same columns, some of whose terms are out of
 * use; who still reads there finds all that he began with.
 */
export function createQuadIndexes(
  columns: Columns,
  isInUnion: (graph: Term) => boolean,
  earlier?: QuadIndexes['ids'],
): QuadIndexes {
  const dictionary = new Dictionary(columns);
  const graphs = new GraphNumbers(columns.graphs, dictionary);
  const index = new IdIndex(columns, (number) => isInUnion(graphs.term(number)), earlier?.index);
  if (earlier !== undefined) {
    const renamed = (id: number): number => dictionary.addText(earlier.dictionary.text(id));
    index.takeOver(earlier.index, ({ subject, predicate, object, graph }) => ({
      subject: renamed(subject),
      predicate: renamed(predicate),
      object: renamed(object),
      graph: graph === 0 ? 0 : graphs.addText(earlier.dictionary.text(earlier.graphs.idOf(graph))),
    }));
  }

  /** 0 for any, undefined for one that no quad has. */
  function idOf(place: Place): number | undefined {
    if (place === null || place === undefined || place.termType === 'Variable') return 0;
    const id = dictionary.find(place);
    return id === none ? unknown : id;
  }

  function createIndex(unnamedGraph: number): QuadIndex {
    const numberOf = (graph: Place): number | undefined => {
      if (graph === null || graph === undefined || graph.termType === 'Variable') return anyGraph;
      return graph.termType === 'DefaultGraph' ? unnamedGraph : graphs.find(graph);
    };

    function scan(s: Place, p: Place, o: Place, g: Place) {
      const [subject, predicate, object, graph] = [idOf(s), idOf(p), idOf(o), numberOf(g)];
      return subject === undefined || predicate === undefined || object === undefined || graph === undefined
        ? undefined
        : ([subject, predicate, object, graph] as const);
    }

    function* readQuads(s?: Place, p?: Place, o?: Place, g?: Place): Generator<Quad> {
      const pattern = scan(s, p, o, g);
      if (pattern === undefined) return;
      const cursor = index.scan(...pattern);
      while (cursor.next()) {
        const graph = pattern[3] === unionOfGraphs ? unnamed : graphs.term(cursor.graph);
        yield toQuad(dictionary, cursor.subject, cursor.predicate, cursor.object, graph);
      }
    }

    function countQuads(s?: Place, p?: Place, o?: Place, g?: Place): number {
      const pattern = scan(s, p, o, g);
      return pattern === undefined ? 0 : index.count(...pattern);
    }

    function getGraphs(s: Place, p: Place, o: Place): Term[] {
      const pattern = scan(s, p, o, null);
      if (pattern === undefined) return [];
      const numbers = Array.from({ length: graphs.size }, (_, number) => number);
      const [subject, predicate, object] = pattern;
      return numbers.filter((number) => index.scan(subject, predicate, object, number).next()).map(graphs.term);
    }

    return {
      readQuads,
      countQuads,
      getGraphs,
      has: ({ subject, predicate, object, graph }) => {
        const pattern = scan(subject, predicate, object, graph);
        return pattern !== undefined && index.scan(...pattern).next();
      },
    };
  }

  return {
    ids: { index, dictionary, graphs },
    quads: createIndex(0),
    union: createIndex(unionOfGraphs),
    add: ({ subject, predicate, object, graph }) =>
      index.add({
        subject: dictionary.add(subject),
        predicate: dictionary.add(predicate),
        object: dictionary.add(object),
        graph: graphs.add(graph),
      }),
    addTexts: ([subject, predicate, object, graph]) =>
      index.add({
        subject: dictionary.addText(subject),
        predicate: dictionary.addText(predicate),
        object: dictionary.addText(object),
        graph: graphs.addText(graph),
      }),
    removeTexts([subject, predicate, object, graph]) {
      const [s, p, o] = [subject, predicate, object].map((text) => dictionary.findText(text));
      const number = graphs.findText(graph);
      if (!s || !p || !o || number === undefined) return false;
      return index.remove({ subject: s, predicate: p, object: o, graph: number });
    },
    remove({ subject, predicate, object, graph }) {
      const [s, p, o, g] = [idOf(subject), idOf(predicate), idOf(object), graphs.find(graph)];
      if (s === undefined || p === undefined || o === undefined || g === undefined) return false;
      return index.remove({ subject: s, predicate: p, object: o, graph: g });
    },
  };
}
