/** What the grammar's notes forbid about variables (SPARQL 1.2 Query, 19.8) and the parser lets pass. */
import { isOperation, isTerm, namesOf, type Operation, operations, variablesOf, variablesWithin } from './algebra.js';

const inputsOf = (operation: Operation): Operation[] => {
  const { input } = operation;
  return Array.isArray(input) ? input.filter(isOperation) : isOperation(input) ? [input] : [];
};

const nameOf = (term: unknown): string[] => (isTerm(term) ? [...variablesOf(term)] : []);

const known = new WeakMap<Operation, ReadonlySet<string>>();

/** The variables in scope (section 18.2.1). Subqueries and groups show what they give, MINUS and filters nothing. */
export function inScope(operation: Operation): ReadonlySet<string> {
  const scope = known.get(operation) ?? findScope(operation);
  known.set(operation, scope);
  return scope;
}

function findScope(operation: Operation): Set<string> {
  const below = () => inputsOf(operation).flatMap((input) => [...inScope(input)]);
  switch (operation.type) {
    case 'bgp':
    case 'path':
    case 'pattern':
      return new Set(variablesWithin(operation));
    case 'values':
    case 'project':
      return new Set(namesOf(operation['variables']));
    case 'group':
      return new Set([...namesOf(operation['variables']), ...aggregatesOf(operation)]);
    case 'extend':
      return new Set([...below(), ...nameOf(operation['variable'])]);
    case 'graph':
    case 'with':
    case 'service':
      return new Set([...below(), ...nameOf(operation['name'])]);
    case 'minus':
      return new Set(
        inputsOf(operation)
          .slice(0, 1)
          .flatMap((input) => [...inScope(input)]),
      );
    default:
      return new Set(below());
  }
}

function aggregatesOf({ aggregates }: Operation): string[] {
  return Array.isArray(aggregates) ? aggregates.flatMap((one: { variable?: unknown }) => nameOf(one.variable)) : [];
}

/** What stands between a SELECT clause and the group that it is about. */
const between = new Set(['orderby', 'extend', 'filter', 'join']);

const groupBelow = (operation: Operation): Operation | undefined => {
  if (operation.type === 'group') return operation;
  const [input] = inputsOf(operation);
  return between.has(operation.type) && input !== undefined ? groupBelow(input) : undefined;
};

/** The variables that a SELECT clause speaks of, each with what is in scope there. */
function* uses(project: Operation): Generator<readonly [string, ReadonlySet<string>]> {
  for (let [node] = inputsOf(project); node !== undefined && node.type !== 'group'; [node] = inputsOf(node)) {
    const [input] = inputsOf(node);
    if (node.type === 'extend' && input !== undefined)
      for (const name of variablesWithin(node['expression'])) yield [name, inScope(input)];
  }
  const [input] = inputsOf(project);
  if (input !== undefined) for (const name of namesOf(project['variables'])) yield [name, inScope(input)];
}

/** Throws an Error whose message begins with the variable; `restore` gives names as they were written. */
export function checkScopes(operation: Operation, restore: (name: string) => string): void {
  const fail = (name: string, what: string): never => {
    throw new Error(`Variable ${restore(name)} ${what}`);
  };
  for (const node of operations(operation)) {
    const [input] = inputsOf(node);
    if (node.type === 'extend' && input !== undefined)
      for (const name of nameOf(node['variable']))
        if (inScope(input).has(name)) fail(name, 'has a value already, and AS would give it another');
    const names = node.type === 'values' ? namesOf(node['variables']) : [];
    const twice = names.find((name, position) => names.indexOf(name) !== position);
    if (twice !== undefined) fail(twice, 'stands twice in one VALUES');
    if (node.type === 'project' && input !== undefined && groupBelow(input) !== undefined)
      for (const [name, scope] of uses(node))
        if (!scope.has(name)) fail(name, 'is neither grouped by nor aggregated, but there is a group');
  }
}
