/**
 * Texts by which rows are told apart. Comunica puts the terms of a row one behind the other: a value that is unbound leaves
 * no gap, so GROUP BY takes `(1, unbound)` and `(unbound, 1)` for one group, and literals with quotes in them run into
 * each other. Here each term says how long it is.
 */
import { createRequire } from 'node:module';
import { termToString } from 'rdf-string';
import type { Term } from '../../rdf.js';
import type { Actor, EngineParts } from './engine-parts.js';

interface Row extends Iterable<readonly [Term, Term]> {
  get(variable: Term): Term | undefined;
}

interface BindingsToString {
  bindingsToCompactString(row: Row, variables: readonly Term[]): string;
}

/** What `import` would give is another copy than the one that Comunica requires. */
const bindingsToString = createRequire(import.meta.url)(
  '@comunica/utils-bindings-factory/lib/bindingsToString.js',
) as BindingsToString;

function toKey(row: Row, variables: readonly Term[]): string {
  let key = '';
  for (const variable of variables) {
    const term = row.get(variable);
    const text = term === undefined ? '' : termToString(term);
    key += `${text.length}:${text}`;
  }
  return key;
}

interface DistinctActor extends Actor {
  newIdentityFilter(variables: readonly Term[]): Promise<(row: Row) => boolean>;
}

/** `COUNT(DISTINCT *)`. */
interface RowCounter {
  readonly distinct: boolean;
  handleDistinct(row: Row): boolean;
}

interface RowCounterActor extends Actor {
  run(action: unknown): Promise<RowCounter>;
}

/** True for a row that has been there. */
function createMemory(keyOf: (row: Row) => string): (row: Row) => boolean {
  const seen = new Set<string>();
  return (row) => seen.size === seen.add(keyOf(row)).size;
}

const everyTerm = (row: Row): string => {
  const variables = Array.from(row, ([variable]) => variable).sort((a, b) => (a.value < b.value ? -1 : 1));
  return variables.map(({ value }) => value).join(' ') + toKey(row, variables);
};

export function correctRowKeys(parts: EngineParts): void {
  bindingsToString.bindingsToCompactString = toKey;
  parts.find<DistinctActor>('query-operation#distinct').newIdentityFilter = async (variables) => {
    const isKnown = createMemory((row) => toKey(row, variables));
    return (row) => !isKnown(row);
  };
  const counters = parts.find<RowCounterActor>('bindings-aggregator-factory#wildcard-count');
  const run = counters.run.bind(counters);
  counters.run = async (action) => {
    const counter = await run(action);
    if (counter.distinct) counter.handleDistinct = createMemory(everyTerm);
    return counter;
  };
}
