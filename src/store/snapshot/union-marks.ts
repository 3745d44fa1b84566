/** Each triple once: of the quads that say it the union of graphs shows one, which has a mark in every order. */
import { Bits } from './bits.js';
import { type Columns, type Order, type OrderName, orderNames, type UnionMarks } from './columns.js';

/** By a graph's number. */
type IsInUnion = (graph: number) => boolean;

export type Marks = Record<OrderName, Bits>;

/** Rows whose triple no row before has said, of graphs that are in the union; undefined where that is every row. */
function markFirsts(order: Order, isInUnion: IsInUnion): Bits | undefined {
  const { second, third, graph, starts } = order;
  const marks = Bits.create(second.length, false);
  let marked = 0;
  for (let first = 1; first + 1 < starts.length; first += 1) {
    let isShown = false;
    for (let row = starts[first] as number; row < (starts[first + 1] as number); row += 1) {
      const isNew = row === starts[first] || second[row] !== second[row - 1] || third[row] !== third[row - 1];
      if (isNew) isShown = false;
      if (isShown || !isInUnion(graph[row] as number)) continue;
      isShown = true;
      marks.set(row, true);
      marked += 1;
    }
  }
  return marked === second.length ? undefined : marks;
}

function makeMarks(columns: Columns, isInUnion: IsInUnion): Marks | undefined {
  const [spo, pos, osp] = orderNames.map((name) => markFirsts(columns[name], isInUnion));
  return spo === undefined || pos === undefined || osp === undefined ? undefined : { spo, pos, osp };
}

const outsideOf = ({ graphs }: Columns, isInUnion: IsInUnion): Uint32Array =>
  Uint32Array.from(graphs.keys()).filter((number) => !isInUnion(number));

const areSame = (a: Uint32Array, b: Uint32Array): boolean =>
  a.length === b.length && a.every((number, place) => number === b[place]);

/** Undefined where the union shows every row. What was made with the columns is taken where it is of the same graphs. */
export function findMarks(columns: Columns, isInUnion: IsInUnion): Marks | undefined {
  const { union } = columns;
  if (union === undefined || !areSame(union.outside, outsideOf(columns, isInUnion)))
    return makeMarks(columns, isInUnion);
  const { spo, pos, osp } = union.shown;
  if (spo.length === 0) return undefined;
  // They change with what is added and removed; the columns never do.
  return { spo: new Bits(spo.slice()), pos: new Bits(pos.slice()), osp: new Bits(osp.slice()) };
}

/** The columns with their marks: it takes as long as reading them. */
export function withMarks(columns: Columns, isInUnion: IsInUnion): Columns {
  const marks = makeMarks(columns, isInUnion);
  const wordsOf = (name: OrderName): Uint32Array => marks?.[name].words ?? new Uint32Array(0);
  const shown = { spo: wordsOf('spo'), pos: wordsOf('pos'), osp: wordsOf('osp') };
  const union: UnionMarks = { outside: outsideOf(columns, isInUnion), shown };
  return { ...columns, union };
}
