/** How many rows a part has by itself, about: of parts that are joined the smallest comes first. */
import type { Quad, Term } from '../../rdf.js';
import { inputsOf, type Operation } from '../parse/algebra.js';
import { compilePattern } from './compile-pattern.js';
import { estimateRows } from './estimate-rows.js';
import { compileWalk } from './paths.js';
import type { Context } from './plan.js';
import { foldTriples } from './triple-terms.js';

const nothing: ReadonlySet<number> = new Set();

/** Of a path with open ends nothing is known: it is better walked from what others have found. */
const unknown = Number.MAX_SAFE_INTEGER;

/** Steps that are tried on a path from a term that is written. */
const mostTried = 200;

class Enough extends Error {}

/** How many ends a path has from there: walked, as far as that is little work. */
function estimatePath(node: Operation, context: Context): number {
  const [subject, object] = [node['subject'], node['object']] as readonly Term[];
  const [from, isForward] = subject?.termType === 'Variable' ? [object, false] : [subject, true];
  const graph = node['graph'] as Term;
  if (from === undefined || from.termType === 'Variable' || graph.termType !== 'DefaultGraph') return unknown;
  const { view, terms } = context;
  let [ends, tried] = [0, 0];
  const tick = (): void => {
    tried += 1;
    if (tried > mostTried) throw new Enough();
  };
  try {
    compileWalk(node['predicate'] as Operation, isForward, view.defaultGraph, { view, tick, spend() {} })(
      terms.id(from),
      () => {
        ends += 1;
        return true;
      },
    );
    return ends;
  } catch (error) {
    if (error instanceof Enough) return unknown;
    throw error;
  }
}

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
      return estimatePath(node, context);
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
