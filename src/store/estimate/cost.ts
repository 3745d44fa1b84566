/** What a query may cost, before it is carried out: good to tell a look-up from a product, not more. */
import type { Term } from '../../rdf.js';
import { isOperation, isTerm, namesOf, type Operation } from '../parse/algebra.js';
import type { ParsedQuery } from '../parse/parse-query.js';
import { existsWithin, lengthOf, unitsOf } from './expressions.js';
import { followPath } from './paths.js';
import { fanOut, followPattern, placesOf, variablesOf } from './patterns.js';
import { merge, type Row, type State, type Statistics, sampled, start, tooComplex } from './state.js';

/** What a row costs beside being looked at: an optional part and EXISTS are planned anew for each. */
const perRow = { optional: 25, exists: 15, group: 3, order: 1 } as const;

/** What a part takes to be planned. */
const perPart = 20;

const inputsOf = ({ input, patterns }: Operation): Operation[] =>
  [input, patterns].flatMap((one) => (Array.isArray(one) ? one : [one])).filter(isOperation);

/** The parts of a join, and those of the joins within it. */
const partsOf = (node: Operation): Operation[] =>
  node.type === 'join' || node.type === 'bgp' ? inputsOf(node).flatMap(partsOf) : [node];

/** Patterns that are compared before one is taken for the next. */
const compared = 5;

function isConnected(node: Operation, { bound }: State): boolean {
  return variablesOf(placesOf(node)).some((name) => bound.has(name));
}

/** The next pattern: one that is connected, and leads to the fewest rows. */
function takeNext(patterns: Operation[], state: State, statistics: Statistics): Operation | undefined {
  const near = patterns.filter((one) => isConnected(one, state));
  const among = (near.length > 0 ? near : patterns).slice(0, compared);
  const rank = (node: Operation): number => (state.sample.length === 0 ? 0 : fanOut(state, node, statistics));
  const [best] = among.map((node) => [rank(node), node] as const).sort(([a], [b]) => a - b);
  if (best !== undefined) patterns.splice(patterns.indexOf(best[1]), 1);
  return best?.[1];
}

/** What comes next of a join: of the patterns the best, unless another part leads to fewer rows. */
function followNext(state: State, patterns: Operation[], others: Operation[], statistics: Statistics): State {
  const pattern = takeNext(patterns, state, statistics);
  const behindPattern = pattern && followPattern(state, pattern, statistics);
  const [other] = others;
  const behindOther = other && follow(state, other, statistics);
  if (behindOther !== undefined && (behindPattern === undefined || behindOther.rows <= behindPattern.rows)) {
    others.shift();
    if (pattern !== undefined) patterns.unshift(pattern);
    return behindOther;
  }
  return behindPattern ?? state;
}

/** Tables first, then as the engine would go on. */
function followJoin(state: State, node: Operation, statistics: Statistics): State {
  const parts = partsOf(node);
  const tables = parts.filter(({ type }) => type === 'values');
  const fixed = (one: Operation): number => placesOf(one).filter(({ termType }) => termType !== 'Variable').length;
  const patterns = parts.filter(({ type }) => type === 'pattern').sort((a, b) => fixed(b) - fixed(a));
  const others = parts.filter(({ type }) => type !== 'values' && type !== 'pattern');
  let next = tables.reduce((before, part) => follow(before, part, statistics), state);
  while (patterns.length + others.length > 0) next = followNext(next, patterns, others, statistics);
  return { ...next, cost: next.cost + parts.length * perPart };
}

function followValues(state: State, node: Operation): State {
  const table = (Array.isArray(node['bindings']) ? node['bindings'] : []) as Readonly<Record<string, Term>>[];
  const sample: Row[] = table
    .slice(0, sampled)
    .map((row) => new Map(Object.entries(row).filter(([, term]) => isTerm(term))));
  const bound = new Set(namesOf(node['variables']));
  return merge(state, { ...start, rows: table.length, cost: table.length, bound, sample });
}

/** What the expression costs for each row, and what is in its EXISTS. */
function evaluate(state: State, expression: unknown, statistics: Statistics): State {
  const one = { ...state, rows: 1, cost: 0 };
  const inner = existsWithin(expression).reduce(
    (sum, part) => sum + perRow.exists + follow(one, part, statistics).cost,
    unitsOf(expression, state.lengths),
  );
  return { ...state, cost: state.cost + state.rows * inner };
}

function followExtend(state: State, node: Operation, statistics: Statistics): State {
  const [input] = inputsOf(node);
  const before = evaluate(
    input === undefined ? state : follow(state, input, statistics),
    node['expression'],
    statistics,
  );
  const { variable, expression } = node;
  if (!isTerm(variable) || !isOperation(expression)) return before;
  const lengths = new Map([...before.lengths, [variable.value, lengthOf(expression, before.lengths)] as const]);
  return { ...before, lengths, bound: new Set([...before.bound, variable.value]) };
}

function followOptional(state: State, node: Operation, statistics: Statistics): State {
  const [left, right] = inputsOf(node);
  if (left === undefined || right === undefined) return state;
  const before = follow(state, left, statistics);
  const after = evaluate(follow(before, right, statistics), node['expression'], statistics);
  const rows = Math.max(before.rows, after.rows);
  return { ...before, rows, cost: after.cost + before.rows * perRow.optional + rows };
}

function followUnion(state: State, node: Operation, statistics: Statistics): State {
  const branches = inputsOf(node).map((input) => follow(state, input, statistics));
  const sum = (field: 'rows' | 'cost'): number => branches.reduce((total, branch) => total + branch[field], 0);
  const [first, ...rest] = branches;
  const bound = new Set([...(first?.bound ?? [])].filter((name) => rest.every((branch) => branch.bound.has(name))));
  const sample = branches.flatMap((branch) => branch.sample.slice(0, Math.ceil(sampled / branches.length)));
  return { ...state, rows: sum('rows'), cost: sum('cost') - state.cost * (branches.length - 1), bound, sample };
}

function followGroup(node: Operation, statistics: Statistics): State {
  const [input] = inputsOf(node);
  const before = input === undefined ? start : follow(start, input, statistics);
  const aggregates = Array.isArray(node['aggregates']) ? (node['aggregates'] as Operation[]) : [];
  const after = aggregates.reduce((so, one) => evaluate(so, one['expression'], statistics), before);
  const keys = namesOf(node['variables']);
  const rows = keys.length === 0 ? 1 : before.rows;
  return { ...after, rows, cost: after.cost + before.rows * perRow.group, bound: new Set(keys), sample: [] };
}

/** Of what hands on rows as they come only those are made that are wanted. */
const streaming = new Set([
  'project',
  'extend',
  'construct',
  'join',
  'bgp',
  'pattern',
  'path',
  'values',
  'union',
  'graph',
  'leftjoin',
]);

const isStreaming = (node: Operation): boolean => streaming.has(node.type) && inputsOf(node).every(isStreaming);

function limit(state: State, wanted: number, input: Operation | undefined): State {
  const share = input !== undefined && isStreaming(input) && state.rows > 0 ? Math.min(1, wanted / state.rows) : 1;
  return { ...state, rows: Math.min(state.rows, wanted), cost: state.cost * share + perPart };
}

function followSlice(node: Operation, statistics: Statistics): State {
  const [input] = inputsOf(node);
  const before = input === undefined ? start : follow(start, input, statistics);
  const wanted = Number(node['start'] ?? 0) + Number(node['length'] ?? Number.POSITIVE_INFINITY);
  return limit(before, wanted, input);
}

/** The rows behind a node, given those before it. */
function follow(state: State, node: Operation, statistics: Statistics): State {
  statistics.spend();
  const [input] = inputsOf(node);
  const within = (): State => (input === undefined ? state : follow(state, input, statistics));
  switch (node.type) {
    case 'bgp':
    case 'join':
      return followJoin(state, node, statistics);
    case 'pattern':
      return followPattern(state, node, statistics);
    case 'path':
      return followPath(state, node, statistics);
    case 'values':
      return followValues(state, node);
    case 'union':
      return followUnion(state, node, statistics);
    case 'leftjoin':
      return followOptional(state, node, statistics);
    case 'filter':
      return evaluate(within(), node['expression'], statistics);
    case 'extend':
      return followExtend(state, node, statistics);
    case 'group':
      return merge(state, followGroup(node, statistics));
    case 'slice':
      return merge(state, followSlice(node, statistics));
    case 'orderby': {
      const sorted = [node['expressions']].flat().reduce<State>((so, one) => evaluate(so, one, statistics), within());
      return { ...sorted, cost: sorted.cost + sorted.rows * perRow.order };
    }
    case 'minus': {
      const [, right] = inputsOf(node);
      const without = right === undefined ? start : follow(start, right, statistics);
      const before = within();
      return { ...before, cost: before.cost + without.cost + without.rows };
    }
    case 'ask':
      return limit(within(), 1, input);
    default:
      return within();
  }
}

/** Infinite where it is too complex to say. */
export function estimateCost({ operation }: Pick<ParsedQuery, 'operation'>, statistics: Statistics): number {
  try {
    return follow(start, operation, statistics).cost;
  } catch (error) {
    if (error === tooComplex) return Number.POSITIVE_INFINITY;
    throw error;
  }
}
