/**
 * What an aggregate makes of a row for which its expression has an error, an unbound variable among them (SPARQL 1.2 Query,
 * 18.5.1): COUNT and SAMPLE pass it over, SUM, AVG, MIN, MAX and GROUP_CONCAT have no value then. Comunica does the one for
 * unbound variables and the other for all other errors, whatever the aggregate. MIN and MAX take terms of every kind, in the
 * order of ORDER BY; Comunica's give up on IRIs.
 */
import { ExpressionError, isExpressionError } from '@comunica/utils-expression-evaluator';
import type { Term } from '../../rdf.js';
import { orderTerms } from '../values/order-terms.js';
import type { Actor, EngineParts } from './engine-parts.js';

interface Evaluator {
  evaluate(row: unknown): Promise<Term | undefined>;
}

interface Aggregator {
  readonly evaluator: Evaluator;
  state?: Term | undefined;
  putTerm(term: Term): void;
}

interface AggregatorActor extends Actor {
  run(action: unknown): Promise<Aggregator>;
}

/** Changes each aggregator of a kind as it is made; it is one group's. */
function changeEach(parts: EngineParts, name: string, change: (aggregator: Aggregator) => void): void {
  const actor = parts.find<AggregatorActor>(`bindings-aggregator-factory#${name}`);
  const run = actor.run.bind(actor);
  actor.run = async (action) => {
    const aggregator = await run(action);
    change(aggregator);
    return aggregator;
  };
}

function onError({ evaluator }: Aggregator, answer: (error: Error) => undefined): void {
  const evaluate = evaluator.evaluate.bind(evaluator);
  evaluator.evaluate = async (row) => {
    try {
      return await evaluate(row);
    } catch (error) {
      if (!isExpressionError(error as Error)) throw error;
      return answer(error as Error);
    }
  };
}

/** An error of its own kind: that of an unbound variable would be passed over. */
const fail = (cause: Error): never => {
  throw Object.assign(new ExpressionError(cause.message), { cause });
};

/** Keeps the first of equals. */
function keepExtreme(aggregator: Aggregator, sign: 1 | -1): void {
  aggregator.putTerm = (term) => {
    if (aggregator.state === undefined || sign * orderTerms(term, aggregator.state) > 0) aggregator.state = term;
  };
}

export function correctAggregates(parts: EngineParts): void {
  for (const name of ['count', 'sample']) changeEach(parts, name, (one) => onError(one, () => undefined));
  for (const name of ['sum', 'average', 'group-concat']) changeEach(parts, name, (one) => onError(one, fail));
  for (const [name, sign] of [
    ['min', -1],
    ['max', 1],
  ] as const)
    changeEach(parts, name, (one) => {
      onError(one, fail);
      keepExtreme(one, sign);
    });
}
