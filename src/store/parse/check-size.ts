/** How much there is to plan in an algebra. */

import { QueryFault } from '../graph-store.js';
import { inputsOf, isOperation, type Operation } from './algebra.js';
import { queryLimits } from './query-limits.js';

const patterns = new Set(['pattern', 'path', 'link', 'nps']);

/** What is written, not matched: it is never planned. */
const templates = new Set(['template', 'insert', 'delete']);

interface Size {
  /** The most patterns that are joined with each other. */
  readonly joined: number;
  readonly patterns: number;
  /** Groups, BINDs and the like. */
  readonly others: number;
}

const none: Size = { joined: 0, patterns: 0, others: 0 };

const add = (a: Size, b: Size): Size => ({
  joined: a.joined + b.joined,
  patterns: a.patterns + b.patterns,
  others: a.others + b.others,
});

function sizeOf(node: unknown): Size {
  if (typeof node !== 'object' || node === null) return none;
  if (!isOperation(node)) return Object.values(node).map(sizeOf).reduce(add, none);
  const isPattern = patterns.has(node.type);
  const isCounted = !isPattern && node.type !== 'expression' && node.type !== 'bgp';
  const own = { joined: Number(isPattern), patterns: Number(isPattern), others: Number(isCounted) };
  if (node.type === 'union') {
    const branches = inputsOf(node).map(sizeOf);
    const all = branches.reduce(add, own);
    return { ...all, joined: Math.max(0, ...branches.map(({ joined }) => joined)) };
  }
  const parts = Object.entries(node).filter(([key, value]) => !(templates.has(key) && Array.isArray(value)));
  return parts.map(([, value]) => sizeOf(value)).reduce(add, own);
}

/** Throws a {@link QueryFault} for an algebra that would take too long to plan. */
export function checkSize(operation: Operation): void {
  const size = sizeOf(operation);
  const refuse = (most: number, what: string): never => {
    throw new QueryFault('too-long', `the query has more than ${most} ${what}`);
  };
  if (size.joined > queryLimits.patterns) refuse(queryLimits.patterns, 'triple patterns and path steps');
  if (size.patterns > queryLimits.allPatterns)
    refuse(queryLimits.allPatterns, 'triple patterns and path steps in all branches together');
  if (size.others > queryLimits.groups) refuse(queryLimits.groups, 'groups, BINDs and the like');
}
