/** How much there is to plan in an algebra. */

import { QueryFault } from '../graph-store.js';
import { type Operation, operations } from './algebra.js';
import { queryLimits } from './query-limits.js';

const patterns = new Set(['pattern', 'path', 'link', 'nps']);

/** What is written, not matched: it is never planned. */
function* templatesOf(operation: Operation): Generator<unknown> {
  for (const key of ['template', 'insert', 'delete']) if (Array.isArray(operation[key])) yield* operation[key];
}

/** Throws a {@link QueryFault} for an algebra that would take too long to plan. */
export function checkSize(operation: Operation): void {
  const written = new Set<unknown>();
  let [patternCount, others] = [0, 0];
  for (const node of operations(operation)) {
    for (const quad of templatesOf(node)) written.add(quad);
    if (written.has(node)) continue;
    if (patterns.has(node.type)) patternCount += 1;
    else if (node.type !== 'expression' && node.type !== 'bgp') others += 1;
  }
  if (patternCount > queryLimits.patterns)
    throw new QueryFault('too-long', `the query has more than ${queryLimits.patterns} triple patterns and path steps`);
  if (others > queryLimits.groups)
    throw new QueryFault('too-long', `the query has more than ${queryLimits.groups} groups, BINDs and the like`);
}
