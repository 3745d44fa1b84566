/**
 * Comunica moves a FILTER down to where its variables are, and on the way drops it from VALUES, subqueries and branches of a
 * UNION that do not have them, which then give what the filter should have taken away. That optimiser is removed; what it
 * was good for is done here: `?x = <iri>` becomes a value that patterns are looked up by.
 */
import { rdf, type Term } from '../../rdf.js';
import { conjuncts, isOperation, isTerm, mapInputs, type Operation } from '../parse/algebra.js';
import { certainVariables } from './certain-variables.js';

const termOf = (node: unknown): Term | undefined =>
  isOperation(node) && node['subType'] === 'term' && isTerm(node['term']) ? node['term'] : undefined;

/** The variable and the IRI that an expression says are the same. IRIs alone: `1 = 1.0` too. */
function equalityOf(expression: Operation): readonly [string, Term] | undefined {
  const { args } = expression;
  if (expression['operator'] !== '=' || !Array.isArray(args)) return undefined;
  const terms = args.map(termOf);
  const variable = terms.find((term) => term?.termType === 'Variable');
  const iri = terms.find((term) => term?.termType === 'NamedNode');
  return variable && iri && [variable.value, iri];
}

const all = (parts: readonly Operation[]): Operation =>
  parts.reduce((left, right) => ({ type: 'expression', subType: 'operator', operator: '&&', args: [left, right] }));

/** A filter whose equalities are looked up; a variable that may have no value is left to the filter. */
function lookUp(input: Operation, expression: Operation): Operation {
  const certain = certainVariables(input);
  const found = new Map<string, Term>();
  const rest: Operation[] = [];
  for (const part of conjuncts(expression)) {
    const [name, iri] = equalityOf(part) ?? [];
    if (name !== undefined && iri !== undefined && certain.has(name) && !found.has(name)) found.set(name, iri);
    else rest.push(part);
  }
  const values = [...found].map(([name, iri]) => ({
    type: 'values',
    variables: [rdf.variable(name)],
    bindings: [{ [name]: iri }],
  }));
  const joined = values.length === 0 ? input : { type: 'join', input: [...values, input] };
  return rest.length === 0 ? joined : { type: 'filter', input: joined, expression: all(rest) };
}

/** The algebra with such values in the place of filters. */
export function lookUpEqualities(node: Operation): Operation {
  if (node.type === 'bgp' || node.type === 'path' || node.type === 'pattern') return node;
  const mapped = mapInputs(node, lookUpEqualities);
  const { input, expression } = mapped;
  return mapped.type === 'filter' && isOperation(input) && isOperation(expression) ? lookUp(input, expression) : mapped;
}
