/** Aggregates over the rows of a group (SPARQL 1.2 Query, 18.5.1). */
import type { Term } from '../../rdf.js';
import type { Operation } from '../parse/algebra.js';
import { calculate, type Numeral } from '../values/numbers.js';
import { orderTerms } from '../values/order-terms.js';
import { Declined } from './declined.js';
import type { Expression } from './expressions.js';
import { isLiteral, numeralOf, plain, toInteger, toLiteral } from './literals.js';
import { createIdOrder } from './order-ids.js';
import type { Context, Row } from './plan.js';
import { bytesOfEntry, keyOf } from './table.js';

/** Takes the rows of one group; in the end gives the id of its value, 0 where it has none. */
export interface Aggregate {
  take(row: Row): void;
  id(): number;
}

/** Takes the values of one group, none of them an error. */
interface Accumulator {
  take(term: Term): void;
  value(): Term | undefined;
}

const zero: Numeral = { type: 'integer', decimal: { digits: 0n, scale: 0 } };

/** Undefined as soon as one is no number. */
function createSum(): Accumulator & { readonly count: () => number; readonly sum: () => Numeral | undefined } {
  let sum: Numeral | undefined = zero;
  let count = 0;
  return {
    take(term) {
      const numeral = numeralOf(term);
      sum = sum === undefined || numeral === undefined ? undefined : calculate('+', sum, numeral);
      count += 1;
    },
    value: () => toLiteral(sum),
    count: () => count,
    sum: () => sum,
  };
}

function createAverage(): Accumulator {
  const { take, count, sum } = createSum();
  return {
    take,
    value() {
      const total = sum();
      if (count() === 0) return toLiteral(zero);
      const divisor: Numeral = { type: 'integer', decimal: { digits: BigInt(count()), scale: 0 } };
      return total && toLiteral(calculate('/', total, divisor));
    },
  };
}

/** Keeps the first of equals. */
function createExtreme(sign: 1 | -1): Accumulator {
  let kept: Term | undefined;
  return {
    take(term) {
      if (kept === undefined || sign * orderTerms(term, kept) > 0) kept = term;
    },
    value: () => kept,
  };
}

function createConcatenation(separator: string): Accumulator {
  let text: string | undefined = '';
  let isFirst = true;
  return {
    take(term) {
      // Of what is no literal it is not said what its text would be.
      if (!isLiteral(term)) throw new Declined('GROUP_CONCAT of what is no literal');
      text = isFirst ? term.value : `${text}${separator}${term.value}`;
      isFirst = false;
    },
    value: () => (text === undefined ? undefined : plain(text)),
  };
}

function createCount(): Accumulator {
  let count = 0;
  return {
    take() {
      count += 1;
    },
    value: () => toInteger(count),
  };
}

function createSample(): Accumulator {
  let sample: Term | undefined;
  return {
    take(term) {
      sample ??= term;
    },
    value: () => sample,
  };
}

function createAccumulator({ aggregator, separator }: Operation): Accumulator {
  switch (aggregator) {
    case 'count':
      return createCount();
    case 'sum':
      return createSum();
    case 'avg':
      return createAverage();
    case 'min':
      return createExtreme(-1);
    case 'max':
      return createExtreme(1);
    case 'sample':
      return createSample();
    case 'group_concat':
      return createConcatenation(typeof separator === 'string' ? separator : ' ');
    default:
      throw new Declined(`the aggregate ${aggregator}`);
  }
}

/** These pass over an error in a row; the others have no value then. */
const passesOver = new Set(['count', 'sample']);

/** `COUNT(*)`; `slots` are those of the rows that are counted. */
function createRowCount(isDistinct: boolean, slots: readonly number[], context: Context): Aggregate {
  const seen = new Set<string | number>();
  let count = 0;
  return {
    take(row) {
      if (!isDistinct) count += 1;
      else if (!seen.has(keyOf(row, slots))) {
        context.spend(bytesOfEntry);
        seen.add(keyOf(row, slots));
      }
    },
    id: () => context.terms.idOfInteger(isDistinct ? seen.size : count),
  };
}

/** What is asked of a variable by its ids alone: terms need not be looked at. */
function createIdAggregate(node: Operation, slot: number, context: Context): Aggregate | undefined {
  const { terms } = context;
  const isDistinct = node['distinct'] === true;
  switch (node['aggregator']) {
    case 'count': {
      const seen = new Set<number>();
      let count = 0;
      return {
        take(row) {
          const id = row[slot] as number;
          if (id === 0) return;
          if (!isDistinct) count += 1;
          else if (!seen.has(id)) {
            context.spend(bytesOfEntry);
            seen.add(id);
          }
        },
        id: () => terms.idOfInteger(isDistinct ? seen.size : count),
      };
    }
    case 'sample': {
      let sample = 0;
      return {
        take(row) {
          sample ||= row[slot] as number;
        },
        id: () => sample,
      };
    }
    case 'min':
    case 'max': {
      const sign = node['aggregator'] === 'min' ? -1 : 1;
      const compare = createIdOrder(terms);
      let kept = 0;
      let hasFailed = false;
      return {
        take(row) {
          const id = row[slot] as number;
          hasFailed ||= id === 0;
          if (kept === 0 || (id !== kept && id !== 0 && sign * compare(id, kept) > 0)) kept = id;
        },
        id: () => (hasFailed ? 0 : kept),
      };
    }
    default:
      return undefined;
  }
}

/** What an aggregate is of: `value` is undefined for `*`, `slot` for all that is no variable. */
export interface Aggregated {
  readonly value: Expression | undefined;
  readonly slot: number | undefined;
}

/** One for each group. `slots` are those of the rows. */
export function createAggregate(
  node: Operation,
  { value, slot }: Aggregated,
  { slots, context }: { readonly slots: readonly number[]; readonly context: Context },
): Aggregate {
  const isDistinct = node['distinct'] === true;
  if (value === undefined) return createRowCount(isDistinct, slots, context);
  const byId = slot === undefined ? undefined : createIdAggregate(node, slot, context);
  if (byId !== undefined) return byId;
  const accumulator = createAccumulator(node);
  const seen = new Set<number>();
  let hasFailed = false;
  return {
    take(row) {
      const term = value(row);
      if (term === undefined) {
        hasFailed ||= !passesOver.has(String(node['aggregator']));
        return;
      }
      if (isDistinct) {
        const id = context.terms.id(term);
        if (seen.has(id)) return;
        context.spend(bytesOfEntry);
        seen.add(id);
      }
      accumulator.take(term);
    },
    id() {
      const result = hasFailed ? undefined : accumulator.value();
      return result === undefined ? 0 : context.terms.id(result);
    },
  };
}
