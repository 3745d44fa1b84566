/** How many rows a part has by itself, about: of parts that are joined the smallest comes first. */
import type { Quad } from '../../rdf.js';
import { inputsOf, type Operation } from '../parse/algebra.js';
import { compilePattern } from './compile-pattern.js';
import { estimateRows } from './estimate-rows.js';
import type { Context } from './plan.js';
import { foldTriples } from './triple-terms.js';

const nothing: ReadonlySet<number> = new Set();

/** Of a path nothing is known: it is better walked from what others have found. */
const unknown = Number.MAX_SAFE_INTEGER;

export function estimateNode(node: Operation, context: Context): number {
  switch (node.type) {
    case 'bgp': {
      const { quads } = foldTriples(node['patterns'] as readonly Quad[], context);
      const patterns = quads.map((quad) => compilePattern(quad, context));
      return Math.min(...patterns.map((pattern) => estimateRows(pattern, nothing, context.view)));
    }
    case 'values':
      return (node['bindings'] as readonly unknown[]).length;
    case 'path':
      return unknown;
    case 'union':
      return inputsOf(node).reduce((sum, input) => sum + estimateNode(input, context), 0);
    case 'join':
      return Math.min(...inputsOf(node).map((input) => estimateNode(input, context)));
    default: {
      const [first] = inputsOf(node);
      return first === undefined ? 1 : estimateNode(first, context);
    }
  }
}
