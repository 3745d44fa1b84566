/** The variables that have a value in every solution of a pattern. Fewer may be named than there are, never more. */
import type { Term } from '../../rdf.js';
import { inputsOf, isOperation, isTerm, namesOf, type Operation, variablesWithin } from '../parse/algebra.js';

const inAll = (sets: readonly ReadonlySet<string>[]): Set<string> =>
  new Set([...(sets[0] ?? [])].filter((name) => sets.every((set) => set.has(name))));

/** Those of VALUES that no row leaves UNDEF. */
function inAllRows({ variables, bindings }: Operation): Set<string> {
  const rows = Array.isArray(bindings) ? (bindings as Readonly<Record<string, unknown>>[]) : [];
  return new Set(namesOf(variables).filter((name) => rows.every((row) => row[name] !== undefined)));
}

/** Of all aggregates a count alone cannot fail. */
const counts = ({ aggregates }: Operation): string[] =>
  Array.isArray(aggregates)
    ? aggregates
        .filter(({ aggregator }: Operation) => aggregator === 'count')
        .map(({ variable }: { readonly variable: Term }) => variable.value)
    : [];

/** Whether BIND is of a term that stands there, or of a variable that has a value. */
function hasValue({ expression }: Operation, certain: ReadonlySet<string>): boolean {
  const term = isOperation(expression) ? expression['term'] : undefined;
  return isTerm(term) && (term.termType !== 'Variable' || certain.has(term.value));
}

export function certainVariables(operation: Operation): ReadonlySet<string> {
  const below = () => inputsOf(operation).map(certainVariables);
  switch (operation.type) {
    case 'bgp':
    case 'path':
    case 'pattern':
      return new Set(variablesWithin(operation));
    case 'values':
      return inAllRows(operation);
    case 'join':
      return new Set(below().flatMap((set) => [...set]));
    case 'union':
      return inAll(below());
    case 'leftjoin':
    case 'minus':
      return new Set(below()[0]);
    case 'project':
      return inAll([new Set(namesOf(operation['variables'])), ...below()]);
    case 'group':
      return new Set([...inAll([new Set(namesOf(operation['variables'])), ...below()]), ...counts(operation)]);
    case 'extend': {
      const before = below()[0] ?? new Set<string>();
      return hasValue(operation, before) ? new Set([...before, ...namesOf([operation['variable']])]) : before;
    }
    case 'filter':
    case 'distinct':
    case 'orderby':
    case 'slice':
      return new Set(below()[0]);
    default:
      return new Set();
  }
}
