/** What a query may cost, before it is carried out: rows that its patterns and joins will look at, roughly. */
import type { Term } from '../rdf.js';
import type { Operation } from './algebra.js';
import type { QuadIndex } from './dataset-view.js';
import type { ParsedQuery } from './parse-query.js';

/** Rows that come out, rows looked at on the way, and the variables that are bound. */
interface Estimate {
  readonly rows: number;
  readonly cost: number;
  readonly variables: ReadonlySet<string>;
}

const nothing: Estimate = { rows: 1, cost: 0, variables: new Set() };

/** Rows of a path of any length: what a node reaches is not known, so it is taken for a part of the graph. */
const reachedByPath = 1000;

const isTerm = (value: unknown): value is Term => typeof value === 'object' && value !== null && 'termType' in value;
const isOperation = (value: unknown): value is Operation =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

const variablesOf = (parts: readonly Estimate[]): ReadonlySet<string> =>
  new Set(parts.flatMap(({ variables }) => [...variables]));

/** A join on common variables keeps about the larger side; without one it is a product. */
function join(a: Estimate, b: Estimate): Estimate {
  const connected = a.rows <= 1 || b.rows <= 1 || [...b.variables].some((name) => a.variables.has(name));
  const rows = connected ? Math.max(a.rows, b.rows) : a.rows * b.rows;
  return { rows, cost: a.cost + b.cost + rows, variables: variablesOf([a, b]) };
}

/** All parts joined, the cheapest next one that is connected first. */
function joinAll(parts: readonly Estimate[]): Estimate {
  const left = [...parts].sort((a, b) => a.rows - b.rows);
  let sum = left.shift() ?? nothing;
  while (left.length > 0) {
    const next = left.findIndex((part) => [...part.variables].some((name) => sum.variables.has(name)));
    const [part = nothing] = left.splice(Math.max(next, 0), 1);
    sum = join(sum, part);
  }
  return sum;
}

/** The counting is exact for one pattern, and quick. */
function estimatePattern(node: Operation, quads: QuadIndex): Estimate {
  const places = [node['subject'], node['predicate'], node['object']] as readonly Term[];
  const fixed = places.map((term) => (term.termType === 'Variable' || term.termType === 'Quad' ? null : term));
  const rows = quads.countQuads(fixed[0], fixed[1], fixed[2], null);
  return { rows, cost: rows, variables: variablesIn(places) };
}

const variablesIn = (terms: readonly unknown[]): ReadonlySet<string> =>
  new Set(terms.flatMap((term) => (isTerm(term) && term.termType === 'Variable' ? [term.value] : [])));

function estimatePath(node: Operation, quads: QuadIndex): Estimate {
  const ends = [node['subject'], node['object']];
  const variables = variablesIn(ends);
  const rows = [1, reachedByPath, quads.countQuads(null, null, null, null) * 10][variables.size] ?? 1;
  return { rows, cost: Math.max(rows, reachedByPath), variables };
}

/** The patterns of EXISTS and NOT EXISTS in an expression. */
function existences(expression: unknown): Operation[] {
  if (Array.isArray(expression)) return expression.flatMap(existences);
  if (!isOperation(expression)) return [];
  const { input, args } = expression;
  return isOperation(input) ? [input] : existences(args);
}

/** What EXISTS asks is asked of every row. */
const filter = (rows: Estimate, asked: readonly Estimate[]): Estimate => ({
  ...rows,
  cost: asked.reduce((sum, { cost }) => sum + rows.rows * cost, rows.cost),
});

/** An estimate for every node of the algebra; what is not known costs what its inputs cost. */
function estimate(node: Operation, quads: QuadIndex): Estimate {
  const children = Object.values(node).flat().filter(isOperation);
  const inputs = children.filter(({ type }) => type !== 'expression');
  const parts = (): Estimate[] => inputs.map((input) => estimate(input, quads));
  switch (node.type) {
    case 'pattern':
      return estimatePattern(node, quads);
    case 'path':
      return estimatePath(node, quads);
    case 'bgp':
    case 'join':
      return joinAll(parts());
    case 'union': {
      const all = parts();
      const sum = (field: 'rows' | 'cost'): number => all.reduce((total, part) => total + part[field], 0);
      return { rows: sum('rows'), cost: sum('cost'), variables: variablesOf(all) };
    }
    case 'values':
      return {
        rows: Array.isArray(node['bindings']) ? node['bindings'].length : 1,
        cost: 0,
        variables: variablesIn((node['variables'] as unknown[]) ?? []),
      };
    case 'filter':
      return filter(
        parts()[0] ?? nothing,
        existences(node['expression']).map((input) => estimate(input, quads)),
      );
    case 'construct':
      return isOperation(node['input']) ? estimate(node['input'], quads) : nothing;
    default:
      return parts().reduce((sum, part) => join(sum, part), nothing);
  }
}

/** An optional part is planned anew for each row (see the engine), which costs as much as a hundred rows. */
const perOptionalRow = 100;

function countOptionals(node: unknown): number {
  if (typeof node !== 'object' || node === null) return 0;
  const own = isOperation(node) && node.type === 'leftjoin' ? 1 : 0;
  return Object.values(node).reduce((sum: number, child) => sum + countOptionals(child), own);
}

/** Rows looked at, in round figures: good to tell a look-up from a product, not more. */
export function estimateCost({ operation }: Pick<ParsedQuery, 'operation'>, quads: QuadIndex): number {
  const { rows, cost } = estimate(operation, quads);
  return cost + rows * perOptionalRow * countOptionals(operation);
}
