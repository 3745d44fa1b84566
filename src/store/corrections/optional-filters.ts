/**
 * OPTIONAL with a FILTER that speaks of variables outside of it. Comunica puts each row of the left side into the right one,
 * and where that may not be done (there is a BIND, a group, a MINUS or another OPTIONAL in it) it gives up on the query.
 * There each row of the left is held against all of the right, as the definition has it (SPARQL 1.2 Query, 18.5).
 */
import { isExpressionError } from '@comunica/utils-expression-evaluator';
import type { Operation } from '../parse/algebra.js';
import type { Actor, EngineParts } from './engine-parts.js';
import type { RowStream } from './row-stream.js';

interface Row {
  /** Undefined where the two do not go together. */
  merge(other: Row): Row | undefined;
}

interface Rows {
  readonly bindingsStream: RowStream<Row>;
  metadata(): Promise<{ readonly variables: readonly { readonly variable: { readonly value: string } }[] }>;
}

interface Mediator<Action, Answer> {
  mediate(action: Action): Promise<Answer>;
}

interface LeftJoinActor extends Actor {
  readonly mediatorQueryOperation: Mediator<{ operation: Operation; context: unknown }, Rows>;
  runOperation(operation: Operation, context: unknown): Promise<Rows>;
}

interface Condition {
  evaluateAsEBV(row: Row): Promise<boolean>;
}

interface FilterActor extends Actor {
  readonly mediatorExpressionEvaluatorFactory: Mediator<{ algExpr: unknown; context: unknown }, Condition>;
}

async function holds(condition: Condition, row: Row): Promise<boolean> {
  try {
    return await condition.evaluateAsEBV(row);
  } catch (error) {
    if (isExpressionError(error as Error)) return false;
    throw error;
  }
}

/** The variables of both sides; each may be without a value. */
async function describe(left: Rows, right: Rows) {
  const [a, b] = [await left.metadata(), await right.metadata()];
  const names = new Set(a.variables.map(({ variable }) => variable.value));
  const others = b.variables.filter(({ variable }) => !names.has(variable.value));
  return { ...a, variables: [...a.variables, ...others].map((one) => ({ ...one, canBeUndef: true })) };
}

function leftJoin(left: Rows, right: readonly Row[], condition: Condition): RowStream<Row> {
  const stream: RowStream<Row> = left.bindingsStream.transform({
    autoStart: false,
    async transform(row, next, push) {
      try {
        let isMatched = false;
        for (const other of right) {
          const both = row.merge(other);
          if (both === undefined || !(await holds(condition, both))) continue;
          isMatched = true;
          push(both);
        }
        if (!isMatched) push(row);
        next();
      } catch (error) {
        stream.destroy(error as Error);
      }
    },
  });
  return stream;
}

const cannotJoin = (error: unknown): boolean =>
  error instanceof Error && error.message.startsWith('RDF joining failed');

export function correctOptionalFilters(parts: EngineParts): void {
  const actor = parts.find<LeftJoinActor>('query-operation#leftjoin');
  const { mediatorExpressionEvaluatorFactory: evaluators } = parts.find<FilterActor>('query-operation#filter');
  const run = actor.runOperation.bind(actor);
  actor.runOperation = async (operation, context) => {
    try {
      return await run(operation, context);
    } catch (error) {
      const { expression, input } = operation;
      if (expression === undefined || !cannotJoin(error)) throw error;
      const sides = input as readonly [Operation, Operation];
      const [left, right] = [
        await actor.mediatorQueryOperation.mediate({ operation: sides[0], context }),
        await actor.mediatorQueryOperation.mediate({ operation: sides[1], context }),
      ];
      const condition = await evaluators.mediate({ algExpr: expression, context });
      const metadata = describe(left, right);
      const bindingsStream = leftJoin(left, await right.bindingsStream.toArray(), condition);
      return { ...left, bindingsStream, metadata: () => metadata };
    }
  };
}
