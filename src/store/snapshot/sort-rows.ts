/** Sorting rows of ids by counting: as many steps as there are rows and ids, and what was in order before stays so. */
import type { Numbers, Order } from './columns.js';

export interface Rows {
  readonly subject: Uint32Array;
  readonly predicate: Uint32Array;
  readonly object: Uint32Array;
  /** Numbers of graphs. */
  readonly graph: Uint32Array;
}

/** Where the rows of each key begin, when they are in its order; keys are below `limit`. */
function countStarts(keys: Numbers, limit: number): Uint32Array {
  const starts = new Uint32Array(limit + 1);
  for (let row = 0; row < keys.length; row += 1)
    starts[(keys[row] as number) + 1] = (starts[(keys[row] as number) + 1] as number) + 1;
  for (let key = 1; key <= limit; key += 1) starts[key] = (starts[key] as number) + (starts[key - 1] as number);
  return starts;
}

/** The rows in the order of a key; those with the same one as they came. */
function sortBy(rows: Uint32Array, keys: Numbers, limit: number): Uint32Array {
  const next = countStarts(keys, limit);
  const sorted = new Uint32Array(rows.length);
  for (let place = 0; place < rows.length; place += 1) {
    const row = rows[place] as number;
    const key = keys[row] as number;
    const to = next[key] as number;
    sorted[to] = row;
    next[key] = to + 1;
  }
  return sorted;
}

function pick(from: Uint32Array, rows: Uint32Array): Uint32Array {
  const picked = new Uint32Array(rows.length);
  for (let place = 0; place < rows.length; place += 1) picked[place] = from[rows[place] as number] as number;
  return picked;
}

const pickAll = ({ subject, predicate, object, graph }: Rows, rows: Uint32Array): Rows => ({
  subject: pick(subject, rows),
  predicate: pick(predicate, rows),
  object: pick(object, rows),
  graph: pick(graph, rows),
});

const countUp = (length: number): Uint32Array => Uint32Array.from({ length }, (_, row) => row);

/** By subject, predicate, object and graph, each once. */
export function sortRows(rows: Rows, terms: number, graphs: number): Rows {
  let order = countUp(rows.subject.length);
  order = sortBy(order, rows.graph, graphs);
  for (const keys of [rows.object, rows.predicate, rows.subject]) order = sortBy(order, keys, terms + 1);
  const { subject, predicate, object, graph } = rows;
  const isSame = (a: number, b: number): boolean =>
    subject[a] === subject[b] && predicate[a] === predicate[b] && object[a] === object[b] && graph[a] === graph[b];
  return pickAll(
    rows,
    order.filter((row, place) => place === 0 || !isSame(row, order[place - 1] as number)),
  );
}

/** As small as the numbers allow. */
export function pack(numbers: Uint32Array, limit: number): Numbers {
  if (limit <= 2 ** 8) return Uint8Array.from(numbers);
  return limit <= 2 ** 16 ? Uint16Array.from(numbers) : numbers;
}

export interface Orders {
  readonly spo: Order;
  readonly pos: Order;
  readonly osp: Order;
  readonly graphStarts: Uint32Array;
  readonly graphRows: Uint32Array;
}

/** All orders of rows that {@link sortRows} gave. */
export function createOrders(rows: Rows, terms: number, graphs: number): Orders {
  const { subject, predicate, object, graph } = rows;
  const limit = terms + 1;
  const numbers = (places: Uint32Array): Numbers => pack(pick(graph, places), graphs);
  const bySubject = countUp(subject.length);
  const byObject = sortBy(bySubject, object, limit);
  const byPredicate = sortBy(byObject, predicate, limit);
  return {
    spo: { starts: countStarts(subject, limit), second: predicate, third: object, graph: pack(graph, graphs) },
    osp: {
      starts: countStarts(object, limit),
      second: pick(subject, byObject),
      third: pick(predicate, byObject),
      graph: numbers(byObject),
    },
    pos: {
      starts: countStarts(predicate, limit),
      second: pick(object, byPredicate),
      third: pick(subject, byPredicate),
      graph: numbers(byPredicate),
    },
    graphStarts: countStarts(graph, graphs),
    graphRows: sortBy(bySubject, graph, graphs),
  };
}
