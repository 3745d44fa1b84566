/** Aggregates over the rows of a group (SPARQL 1.2 Query, 18.5.1). */
import type { Term } from '../../rdf.js';
import type { Operation } from '../parse/algebra.js';
import { calculate, type Numeral } from '../values/numbers.js';
import { orderTerms } from '../values/order-terms.js';
import { Declined } from './declined.js';
import type { Expression } from './expressions.js';
import { isLiteral, numeralOf, plain, toInteger, toLiteral } from './literals.js';
import type { Context, Row } from './plan.js';
import { bytesOfEntry, keyOf } from './table.js';

/** Takes the rows of one group; in the end gives its value, where it has one. */
export interface Aggregate {
  take(row: Row): void;
  value(): Term | undefined;
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
    value: () => toInteger(isDistinct ? seen.size : count),
  };
}

/** One for each group. `value` is undefined for `*`. */
export function createAggregate(
  node: Operation,
  value: Expression | undefined,
  { slots, context }: { readonly slots: readonly number[]; readonly context: Context },
): Aggregate {
  const isDistinct = node['distinct'] === true;
  if (value === undefined) return createRowCount(isDistinct, slots, context);
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
    value: () => (hasFailed ? undefined : accumulator.value()),
  };
}
