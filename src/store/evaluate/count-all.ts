/** `COUNT(*)` of a single pattern, which the index knows without going through its rows. */
import type { Quad } from '../../rdf.js';
import type { Operation } from '../parse/algebra.js';
import { compilePattern, slotsOf } from './compile-pattern.js';
import type { Context } from './plan.js';
import { hasOpenTriple } from './triple-terms.js';

/** Undefined where the rows must be gone through. */
export function countAll(node: Operation, context: Context): number | undefined {
  const [quad, second] = node.type === 'bgp' ? (node['patterns'] as readonly Quad[]) : [];
  if (quad === undefined || second !== undefined || hasOpenTriple(quad)) return undefined;
  const pattern = compilePattern(quad, context);
  const slots = slotsOf(pattern);
  const { subject, predicate, object, graph } = pattern;
  if (new Set(slots).size < slots.length || graph.slot !== undefined) return undefined;
  if ([subject, predicate, object].some(({ id }) => id < 0)) return 0;
  return context.view.index.count(subject.id, predicate.id, object.id, graph.id);
}
