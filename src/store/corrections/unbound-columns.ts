/**
 * Variables that may have no value. A solution without one goes together with every value of the other side (SPARQL 1.1
 * Query, 18.3, compatible mappings); Comunica joins by hash where it is sure of a value. It is sure of the keys of groups, of
 * aggregates and of BIND, though a key may be unbound in what is grouped, and the others may have an error.
 */
import type { Term } from '../../rdf.js';
import type { Operation } from '../parse/algebra.js';
import { certainVariables } from './certain-variables.js';
import type { Actor, EngineParts } from './engine-parts.js';

interface Column {
  readonly variable: Term;
  readonly canBeUndef: boolean;
}

interface Rows {
  metadata(): Promise<Readonly<Record<string, unknown>> & { readonly variables: readonly Column[] }>;
}

interface OperationActor extends Actor {
  runOperation(operation: Operation, context: unknown): Promise<Rows>;
}

function correctColumns(parts: EngineParts, name: string): void {
  const actor = parts.find<OperationActor>(`query-operation#${name}`);
  const run = actor.runOperation.bind(actor);
  actor.runOperation = async (operation, context) => {
    const rows = await run(operation, context);
    const certain = certainVariables(operation);
    const correct = (column: Column): Column => ({
      ...column,
      canBeUndef: column.canBeUndef || !certain.has(column.variable.value),
    });
    return {
      ...rows,
      metadata: async () => {
        const metadata = await rows.metadata();
        return { ...metadata, variables: metadata.variables.map(correct) };
      },
    };
  };
}

export function correctUnboundColumns(parts: EngineParts): void {
  for (const name of ['group', 'extend']) correctColumns(parts, name);
}
