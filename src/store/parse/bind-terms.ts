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
  readonly rows: ReadonlyMap<string | undefined, readonly Term[]>;
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
  const rows = terms.rows.get(name);
  return name !== undefined && rows !== undefined
    ? change(copy, { bindings: rows.map((term) => ({ [name]: term })) })
    : copy;
}

type Value = Term | readonly Term[];

const isList = (value: Value): value is readonly Term[] => Array.isArray(value);

/** The algebra with the terms in the place of defaults and variables. */
export function bindTerms(operation: Operation, bindings: readonly (readonly [string, Value])[]): Operation {
  if (bindings.length === 0) return operation;
  const parameters = new Set([...operations(operation)].map(parameterOf));
  const rows = new Map<string, readonly Term[]>();
  const variables = new Map<string, Term>();
  for (const [name, value] of bindings)
    if (parameters.has(name)) rows.set(name, isList(value) ? value : [value]);
    else if (isList(value)) throw new Error(`?${name} has no VALUES that several terms could stand in`);
    else variables.set(name, value);
  return rewrite(operation, { rows, variables }) as Operation;
}
