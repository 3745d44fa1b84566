/** The algebra brought into a form that is evaluated faster, and means the same. */
import { certainVariables } from '../corrections/certain-variables.js';
import {
  change,
  conjuncts,
  hasExists,
  inputsOf,
  isOperation,
  mapInputs,
  type Operation,
  variablesWithin,
} from '../parse/algebra.js';

const speaksOf = (node: Operation, names: ReadonlySet<string>): boolean =>
  [...variablesWithin(node)].every((name) => names.has(name));

const filter = (input: Operation, parts: readonly Operation[]): Operation =>
  parts.reduce((inner, expression) => ({ type: 'filter', input: inner, expression }), input);

/** A condition goes to the part in which all its variables have values, where rows are fewer sooner. */
function sink(node: Operation, parts: readonly Operation[]): Operation {
  if (parts.length === 0) return node;
  if (node.type !== 'leftjoin' && node.type !== 'join' && node.type !== 'minus') return filter(node, parts);
  const inputs = inputsOf(node);
  // What is optional, or taken away, must not be narrowed.
  const open = node.type === 'join' ? inputs.length : 1;
  const sunk = new Map<number, Operation[]>();
  const kept: Operation[] = [];
  for (const part of parts) {
    const place = hasExists(part)
      ? -1
      : inputs.findIndex((input, at) => at < open && speaksOf(part, certainVariables(input)));
    if (place < 0) kept.push(part);
    else sunk.set(place, [...(sunk.get(place) ?? []), part]);
  }
  const changed = inputs.map((input, at) => sink(input, sunk.get(at) ?? []));
  return filter(change(node, { input: changed }), kept);
}

/** Patterns that are joined are one group of patterns. */
function mergePatterns(node: Operation): Operation {
  if (node.type !== 'join') return node;
  const inputs = inputsOf(node).flatMap((input) => (input.type === 'join' ? inputsOf(input) : [input]));
  const patterns = inputs.filter(({ type }) => type === 'bgp').flatMap((input) => input['patterns'] as Operation[]);
  const others = inputs.filter(({ type }) => type !== 'bgp');
  const bgp: Operation[] = patterns.length === 0 ? [] : [{ type: 'bgp', patterns }];
  const all = [...bgp, ...others];
  const [only, ...more] = all;
  return only !== undefined && more.length === 0 ? only : { type: 'join', input: all };
}

/**
 * ORDER BY before what is optional: each row on the left goes on as one or more, in the order in which they came, so a
 * LIMIT further up then needs the first of them alone.
 */
function sortSooner(node: Operation): Operation {
  const { input } = node;
  if (node.type !== 'orderby' || !isOperation(input)) return node;
  const keys = node['expressions'] as readonly Operation[];
  if (keys.some(hasExists)) return node;
  if (input.type === 'leftjoin') {
    const [left, right] = inputsOf(input);
    if (left === undefined || right === undefined) return node;
    if (!keys.every((key) => speaksOf(key, certainVariables(left)))) return node;
    return change(input, { input: [sortSooner(change(node, { input: left })), right] });
  }
  if (input.type === 'extend' && isOperation(input['input'])) {
    const names = certainVariables(input['input']);
    if (!keys.every((key) => speaksOf(key, names))) return node;
    return change(input, { input: sortSooner(change(node, { input: input['input'] })) });
  }
  return node;
}

export function rewrite(node: Operation): Operation {
  if (node.type === 'bgp' || node.type === 'path' || node.type === 'pattern') return node;
  const mapped = mapInputs(node, rewrite);
  const { input, expression } = mapped;
  if (mapped.type === 'filter' && isOperation(input) && isOperation(expression))
    return sink(input, [...conjuncts(expression)]);
  return sortSooner(mergePatterns(mapped));
}
