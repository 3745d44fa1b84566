/** What expressions cost for one row: most are nothing beside the row itself, some have no bound. */
import type { Term } from '../../rdf.js';
import { isOperation, isTerm, type Operation, operations } from '../parse/algebra.js';

/** As much as no query may cost that is to be a cheap one. */
const boundless = 1e9;

/** What an expression takes beside what it looks at, in the units of a state. */
const perOperator = 0.2;

/** Characters that are worked on in one unit. */
const perUnit = 5000;

/** Texts of the graph are taken to be as long. */
const usualLength = 50;
/** Those longer than this have been made to grow. */
const overlong = 1_000_000;

const argsOf = ({ args }: Operation): Operation[] => (Array.isArray(args) ? args.filter(isOperation) : []);

const constantOf = (node: Operation | undefined): string | undefined =>
  node?.['subType'] === 'term' && isTerm(node['term']) && node['term'].termType !== 'Variable'
    ? node['term'].value
    : undefined;

/** A quantifier without a bound, or with a high one. */
const quantifier = String.raw`(?:[*+]|\{\d*,\d*\}|\{\d{2,}\})`;
/** A group that holds a quantifier or a choice and is repeated itself; a back reference; many quantifiers in a row. */
const risky = new RegExp(
  String.raw`(?:${quantifier}|\|)[^()]*\)+[?]?${quantifier}|\)${quantifier}[\s\S]*\)${quantifier}|\\\d|(?:${quantifier}[\s\S]*){4}`,
);

/** Whether a pattern may backtrack without end: one that is not known yet may. */
export const isRisky = (pattern: string | undefined): boolean => pattern === undefined || risky.test(pattern);

/** Characters of what comes of an expression, at most. */
export function lengthOf(node: Operation, lengths: ReadonlyMap<string, number>): number {
  if (node['subType'] === 'term' && isTerm(node['term'])) {
    const term = node['term'] as Term;
    return term.termType === 'Variable' ? (lengths.get(term.value) ?? usualLength) : term.value.length;
  }
  const inner = argsOf(node).map((arg) => lengthOf(arg, lengths));
  const [text = 0, , replacement = 0] = inner;
  if (node['operator'] === 'replace') return text * Math.max(1, replacement);
  const sum = inner.reduce((total, length) => total + length, 0);
  return node['operator'] === 'encode_for_uri' ? 3 * sum : sum;
}

function ownUnits(node: Operation, lengths: ReadonlyMap<string, number>): number {
  if (node.type !== 'expression') return 0;
  const operator = node['operator'];
  if ((operator === 'regex' || operator === 'replace') && isRisky(constantOf(argsOf(node)[1]))) return boundless;
  const length = lengthOf(node, lengths);
  return length > overlong ? boundless : perOperator + length / perUnit;
}

/** The patterns of EXISTS within an expression, which are looked for row by row. */
export const existsWithin = (expression: unknown): Operation[] =>
  [...operations(expression)].flatMap((node) =>
    node['subType'] === 'existence' && isOperation(node['input']) ? [node['input']] : [],
  );

/** Of an expression, for one row; EXISTS is not counted. */
export function unitsOf(expression: unknown, lengths: ReadonlyMap<string, number>): number {
  if (!isOperation(expression) || expression['subType'] === 'existence') return 0;
  return ownUnits(expression, lengths) + argsOf(expression).reduce((sum, arg) => sum + unitsOf(arg, lengths), 0);
}
