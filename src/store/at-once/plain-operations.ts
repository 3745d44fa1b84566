/** Which queries are of a kind whose steps are all short: their time is that of the rows they look at, which can be counted. */
import type { Operation } from '../parse/algebra.js';

/** Paths, GRAPH and SERVICE are left out: what they look at is not all counted, or depends on how many graphs there are. */
const types = new Set([
  'project',
  'slice',
  'distinct',
  'orderby',
  'group',
  'extend',
  'filter',
  'join',
  'leftjoin',
  'union',
  'minus',
  'bgp',
  'pattern',
  'values',
  'ask',
  'construct',
  'describe',
  'expression',
  'wildcard',
]);

/** Their texts and numbers are hardly longer than those they are made of. No patterns, and nothing that multiplies. */
const operators = new Set(
  (
    '= != < <= > >= && || ! in notin bound if coalesce sameterm isnumeric isiri isuri isblank isliteral str lang datatype ' +
    '+ - uplus uminus abs strlen substr ucase lcase contains strstarts strends langmatches ' +
    'year month day hours minutes seconds desc asc'
  ).split(' '),
);

const aggregators = new Set(['count', 'sum', 'min', 'max', 'avg', 'sample']);

/** More of them take long to plan. */
const mostNodes = 100;
const mostPatterns = 8;

function isPlainExpression({ subType, operator, aggregator, wildcard }: Operation): boolean {
  if (subType === 'operator') return operators.has(String(operator).toLowerCase());
  if (subType === 'aggregate') return aggregators.has(String(aggregator).toLowerCase());
  return subType === 'term' || subType === 'existence' || wildcard !== undefined;
}

export function isPlain(operation: Operation): boolean {
  let [nodes, patterns] = [0, 0];
  function isFine(node: unknown): boolean {
    if (typeof node !== 'object' || node === null) return true;
    if (Array.isArray(node)) return node.every(isFine);
    if ('termType' in node && !('type' in node)) return node.termType !== 'Quad';
    if ('type' in node) {
      const { type } = node as Operation;
      nodes += 1;
      if (type === 'pattern') patterns += 1;
      if (!types.has(type) || nodes > mostNodes || patterns > mostPatterns) return false;
      if (type === 'expression' && !isPlainExpression(node as Operation)) return false;
    }
    return Object.values(node).every(isFine);
  }
  return isFine(operation);
}
