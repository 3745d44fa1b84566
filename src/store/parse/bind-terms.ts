/** Puts the values of parameters into the algebra, as terms: no text is ever joined. */
import type { Term } from '../../rdf.js';
import { change, isOperation, isTerm, namesOf, type Operation, operations } from './algebra.js';

/** The variable that a block of values binds alone: a parameter, and its default. */
function parameterOf(node: unknown): string | undefined {
  if (!isOperation(node) || node.type !== 'values') return undefined;
  const [name, second] = namesOf(node['variables']);
  return second === undefined ? name : undefined;
}

/** Terms for the rows of the blocks that bind their variable alone, and for the other variables wherever they stand. */
interface Replacements {
  readonly rows: ReadonlyMap<string | undefined, Term>;
  readonly variables: ReadonlyMap<string, Term>;
}

function rewrite(node: unknown, terms: Replacements): unknown {
  if (Array.isArray(node)) return node.map((child) => rewrite(child, terms));
  if (typeof node !== 'object' || node === null) return node;
  if (isTerm(node) && node.termType !== 'Quad')
    return node.termType === 'Variable' ? (terms.variables.get(node.value) ?? node) : node;
  const copy = Object.create(Object.getPrototypeOf(node));
  for (const [key, value] of Object.entries(node)) copy[key] = key === 'variables' ? value : rewrite(value, terms);
  const name = parameterOf(node);
  const row = terms.rows.get(name);
  return name !== undefined && row !== undefined ? change(copy, { bindings: [{ [name]: row }] }) : copy;
}

/** The algebra with the terms in the place of defaults and variables. */
export function bindTerms(operation: Operation, bindings: readonly (readonly [string, Term])[]): Operation {
  if (bindings.length === 0) return operation;
  const parameters = new Set([...operations(operation)].map(parameterOf));
  return rewrite(operation, {
    rows: new Map(bindings.filter(([name]) => parameters.has(name))),
    variables: new Map(bindings.filter(([name]) => !parameters.has(name))),
  }) as Operation;
}
