/**
 * A group without keys has one row even over nothing (SPARQL 1.2 Query, 18.5.1: the empty group). Comunica says of such a
 * group that it has as many rows as its input, so that joins take it for empty; and an optimiser drops a SELECT whose
 * patterns are all known to find nothing, though it may count them.
 */
import type { Term } from '../../rdf.js';
import type { Actor, EngineParts } from './engine-parts.js';

interface Rows {
  metadata(): Promise<Readonly<Record<string, unknown>>>;
}

interface GroupActor extends Actor {
  runOperation(operation: { readonly variables: readonly Term[] }, context: unknown): Promise<Rows>;
}

export function correctEmptyGroups(parts: EngineParts): void {
  parts.remove('optimize-query-operation#prune-empty-source-operations');
  const actor = parts.find<GroupActor>('query-operation#group');
  const run = actor.runOperation.bind(actor);
  actor.runOperation = async (operation, context) => {
    const rows = await run(operation, context);
    if (operation.variables.length > 0) return rows;
    return {
      ...rows,
      metadata: async () => ({ ...(await rows.metadata()), cardinality: { type: 'exact', value: 1 } }),
    };
  };
}
