/**
 * Syntax tree → algebra, in which GRAPH stays a node of its own (and WITH is one too): what it comes to depends on the
 * graphs that there are. The translation as it comes pushes the graph's name down into the patterns, which is wrong
 * wherever a part of the group has no pattern (`GRAPH ?g {}`), counts, or cuts off.
 */
import { toAlgebra12Builder } from '@traqula/algebra-sparql-1-2';
import { createAlgebraContext } from '@traqula/algebra-transformations-1-2';
import { IndirBuilder } from '@traqula/core';
import type { Parser } from '@traqula/parser-sparql-1-2';
import { change, isOperation, type Operation } from './algebra.js';

export type SyntaxTree = ReturnType<Parser['parse']>;

const insertDelete = toAlgebra12Builder.getRule('translateInsertDelete');

/** The two rules that know of graphs, put in the place of those that push. */
const builder = IndirBuilder.create(toAlgebra12Builder)
  .patchRule({
    name: 'recurseGraph',
    fun:
      () =>
      ({ algebraFactory }, operation, name) =>
        algebraFactory.createGraph(operation, name as Parameters<typeof algebraFactory.createGraph>[1]),
  })
  .patchRule({
    name: 'translateInsertDelete',
    fun: (rules) => (context, update) => {
      const result = insertDelete.fun(rules)(context, update) as unknown as Operation;
      const { where } = result;
      const within = 'graph' in update && update.graph !== undefined && isOperation(where) && where.type === 'graph';
      // WITH stands in the place of the default graph whether there is such a graph or not (SPARQL 1.1 Update, 3.1.3).
      return (within ? change(result, { where: change(where, { type: 'with' }) }) : result) as never;
    },
  });

/** Blank nodes in patterns become variables. Throws an Error for what the syntax allows and the algebra does not. */
export function toAlgebra(tree: SyntaxTree, baseIri: string | undefined): Operation {
  const context = createAlgebraContext(baseIri === undefined ? {} : { baseIRI: baseIri });
  return limitSolutions(builder.build().translateQuery(context as never, tree, true, true) as unknown as Operation);
}

const forms = new Set(['construct', 'describe', 'ask']);

/** LIMIT and OFFSET are of solutions, not of what is made of them (SPARQL 1.2 Query, 16.2); the translation cuts off triples. */
function limitSolutions(operation: Operation): Operation {
  const { input } = operation;
  if (operation.type === 'from' && isOperation(input)) return change(operation, { input: limitSolutions(input) });
  if (operation.type !== 'slice' || !isOperation(input) || !forms.has(input.type)) return operation;
  return change(input, { input: change(operation, { input: input['input'] }) });
}

/** The names of variables in the order in which a text first speaks of them; select clauses come before their patterns. */
function* namesInTree(node: unknown): Generator<string> {
  if (typeof node !== 'object' || node === null) return;
  if ('subType' in node && node.subType === 'variable' && 'value' in node) yield String(node.value);
  if ('variables' in node) yield* namesInTree(node.variables);
  for (const [key, child] of Object.entries(node)) if (key !== 'variables') yield* namesInTree(child);
}

/** `SELECT *` gives its columns in the order of the query; the translation sorts them by name. */
export function orderColumns(tree: SyntaxTree, names: readonly string[]): string[] {
  const isStar = 'variables' in tree && tree.variables.some((one) => one.type === 'wildcard');
  if (!isStar) return [...names];
  const order = [...new Set(namesInTree(tree))];
  return [...names].sort((a, b) => order.indexOf(a) - order.indexOf(b));
}
