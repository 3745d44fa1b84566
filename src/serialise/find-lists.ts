/** RDF collections that can be written as lists: nothing but the one place where each stands knows of their cells. */
import { type Quad, type Quad_Object, rdf } from '../rdf.js';
import { prefixes } from '../vocabularies.js';

const first = rdf.namedNode(`${prefixes.rdf}first`);
const rest = rdf.namedNode(`${prefixes.rdf}rest`);
const nil = rdf.namedNode(`${prefixes.rdf}nil`);

interface Cell {
  readonly item: Quad_Object;
  readonly rest: Quad_Object;
  readonly graph: Quad['graph'];
}

/** Label of a blank node → the quads in whose subject, or in whose object or graph, it stands. */
function indexLabels(quads: readonly Quad[]): { subjects: Map<string, Quad[]>; uses: Map<string, Quad[]> } {
  const [subjects, uses] = [new Map<string, Quad[]>(), new Map<string, Quad[]>()];
  const put = (index: Map<string, Quad[]>, term: { termType: string; value: string }, quad: Quad): void => {
    if (term.termType !== 'BlankNode') return;
    const known = index.get(term.value);
    if (known === undefined) index.set(term.value, [quad]);
    else known.push(quad);
  };
  for (const quad of quads) {
    put(subjects, quad.subject, quad);
    put(uses, quad.object, quad);
    put(uses, quad.graph, quad);
  }
  return { subjects, uses };
}

/** One item and one rest, said in the graph of the one place where the cell stands. */
function findCells(quads: readonly Quad[]): { cells: Map<string, Cell>; uses: Map<string, Quad[]> } {
  const { subjects, uses } = indexLabels(quads);
  const cells = new Map<string, Cell>();
  for (const [label, said] of subjects) {
    const [item, next] = [first, rest].map((predicate) => said.find((quad) => quad.predicate.equals(predicate)));
    const [use, second] = uses.get(label) ?? [];
    if (said.length !== 2 || item === undefined || next === undefined || use === undefined || second !== undefined)
      continue;
    const together = item.graph.equals(next.graph) && item.graph.equals(use.graph) && use.object.value === label;
    if (together) cells.set(label, { item: item.object, rest: next.object, graph: item.graph });
  }
  return { cells, uses };
}

export interface Lists {
  /** Label of the first cell → the items. */
  readonly items: ReadonlyMap<string, readonly Quad_Object[]>;
  /** Labels of all cells of these lists: what is said of them is said by the list. */
  readonly cells: ReadonlySet<string>;
}

/** All collections that end in rdf:nil and of which no cell is shared, left open, or known to another graph. */
export function findLists(quads: readonly Quad[]): Lists {
  const { cells, uses } = findCells(quads);
  const lists = { items: new Map<string, Quad_Object[]>(), cells: new Set<string>() };
  const isInside = (label: string): boolean => {
    const use = uses.get(label)?.[0];
    return use?.predicate.equals(rest) === true && cells.has(use.subject.value);
  };
  for (const head of cells.keys()) {
    if (isInside(head)) continue;
    const labels: string[] = [];
    const items: Quad_Object[] = [];
    let at: Quad_Object = rdf.blankNode(head);
    for (
      let cell = cells.get(head);
      cell !== undefined;
      cell = at.termType === 'BlankNode' ? cells.get(at.value) : undefined
    ) {
      labels.push(at.value);
      items.push(cell.item);
      at = cell.rest;
    }
    if (!at.equals(nil)) continue;
    lists.items.set(head, items);
    for (const label of labels) lists.cells.add(label);
  }
  return lists;
}
