/** All that is fuzzed: a file in `targets/` and a line here. */
import type { FuzzTarget } from './fuzz-target.js';
import { queries } from './targets/queries.js';

export const targets: readonly FuzzTarget[] = [queries];

export function findTarget(name: string): FuzzTarget {
  const target = targets.find((one) => one.name === name);
  if (target === undefined)
    throw new Error(`there is no target "${name}", but ${targets.map((one) => one.name).join(', ')}`);
  return target;
}
