/** The SPARQL algebra as plain data: what matters here is the same for all of its many types of node. */
import type { Term } from '../../rdf.js';

export type Operation = Readonly<Record<string, unknown>> & { readonly type: string };

export const isOperation = (node: unknown): node is Operation =>
  typeof node === 'object' && node !== null && 'type' in node && typeof node.type === 'string';

export const isTerm = (node: unknown): node is Term =>
  typeof node === 'object' && node !== null && 'termType' in node && !('type' in node);

/** All operations in a tree, from the top. */
export function* operations(node: unknown): Generator<Operation> {
  if (typeof node !== 'object' || node === null) return;
  if (isOperation(node)) yield node;
  for (const child of Object.values(node)) yield* operations(child);
}

/** A copy with other values for some keys. A pattern has methods of its own, which the copy keeps. */
export function change(operation: Operation, values: Readonly<Record<string, unknown>>): Operation {
  return Object.assign(Object.create(Object.getPrototypeOf(operation)), operation, values);
}

/** A copy in which each operation right below is replaced. Terms, and lists of them, are not looked into. */
export function mapInputs(operation: Operation, map: (input: Operation) => Operation): Operation {
  const values: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(operation)) {
    if (isOperation(value)) values[key] = map(value);
    else if (Array.isArray(value) && value.some(isOperation))
      values[key] = value.map((one: unknown) => (isOperation(one) ? map(one) : one));
  }
  return change(operation, values);
}

/** The variables of a term; a triple term may hold several. */
export function* variablesOf(term: Term): Generator<string> {
  if (term.termType === 'Variable') yield term.value;
  if (term.termType === 'Quad')
    for (const part of [term.subject, term.predicate, term.object, term.graph]) yield* variablesOf(part);
}

/** The names of all variables that are written anywhere in a tree. */
export function* variablesWithin(node: unknown): Generator<string> {
  if (typeof node !== 'object' || node === null) return;
  if (isTerm(node)) yield* variablesOf(node);
  else for (const child of Object.values(node)) yield* variablesWithin(child);
}

export const namesOf = (terms: unknown): string[] =>
  Array.isArray(terms) ? terms.map((term: Term) => term.value) : [];

/** The operations right below one: a list, or the only one. */
export const inputsOf = ({ input }: Operation): Operation[] =>
  Array.isArray(input) ? input.filter(isOperation) : isOperation(input) ? [input] : [];

/** `a && b && c` → its parts. */
export function* conjuncts(expression: Operation): Generator<Operation> {
  const { args } = expression;
  if (expression['operator'] === '&&' && Array.isArray(args))
    for (const part of args) yield* conjuncts(part as Operation);
  else yield expression;
}

export const hasExists = (node: Operation): boolean =>
  [...operations(node)].some((one) => one['subType'] === 'existence');
