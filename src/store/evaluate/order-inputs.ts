/** In which order the parts of a group are joined. */
import type { Operation } from '../parse/algebra.js';
import { estimateNode } from './estimate-node.js';
import { slotsWithin } from './expressions.js';
import type { Context } from './plan.js';

/** The smallest first; then always one that has a variable in common with those before, as long as there is one. */
export function orderInputs(
  inputs: readonly Operation[],
  given: ReadonlySet<number>,
  context: Context,
): readonly Operation[] {
  const left = inputs
    .map((input) => ({ input, rows: estimateNode(input, context), slots: slotsWithin(input, context) }))
    .sort((a, b) => a.rows - b.rows);
  const bound = new Set(given);
  const ordered: Operation[] = [];
  while (left.length > 0) {
    const connected = left.findIndex(({ slots }) => slots.some((slot) => bound.has(slot)));
    const [next] = left.splice(Math.max(0, connected), 1);
    if (next === undefined) break;
    ordered.push(next.input);
    for (const slot of next.slots) bound.add(slot);
  }
  return ordered;
}
