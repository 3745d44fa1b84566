/**
 * The graph as columns: every term once, as bytes, and every quad in three orders, as numbers. A term's id is its place
 * among all terms, from 1 on; the orders leave their first column out, since it says no more than where its terms begin.
 */

/** Small where the numbers are. */
export type Numbers = Uint8Array | Uint16Array | Uint32Array;

/** Quads sorted by three places and then by their graph. */
export interface Order {
  /** Where the rows of the term with that id begin, in the first place; one entry more than there are ids. */
  readonly starts: Uint32Array;
  readonly second: Uint32Array;
  readonly third: Uint32Array;
  /** Numbers of graphs. */
  readonly graph: Numbers;
}

/** By the places of a quad. */
export const orderNames = ['spo', 'pos', 'osp'] as const;
export type OrderName = (typeof orderNames)[number];

/** Which rows the union of graphs shows, so that each triple is there once. */
export interface UnionMarks {
  /** Numbers of the graphs that are not in it, in order. */
  readonly outside: Uint32Array;
  /** A bit for each row, by the places of its order; none at all where it shows every row. */
  readonly shown: Readonly<Record<OrderName, Uint32Array>>;
}

export interface Columns {
  /** The terms as N-Triples writes them, in the order of their bytes, with nothing between. */
  readonly texts: Uint8Array;
  /** Where the text of the term with that id ends; the one of id 0 is empty. */
  readonly ends: Uint32Array;
  /** Ids of the graphs' names; number 0 is the unnamed graph, with the id 0. */
  readonly graphs: Uint32Array;
  readonly spo: Order;
  readonly pos: Order;
  readonly osp: Order;
  /** Where the rows of the graph with that number begin in `graphRows`. */
  readonly graphStarts: Uint32Array;
  /** Rows of `spo`, by graph. */
  readonly graphRows: Uint32Array;
  /** Where they were made with the columns. */
  readonly union?: UnionMarks;
}

export const termsIn = ({ ends }: Columns): number => ends.length - 1;
export const quadsIn = ({ spo }: Columns): number => spo.second.length;
