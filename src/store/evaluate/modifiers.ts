/** What is done with all rows of a part: one of each, some of them. */
import type { Context, Plan } from './plan.js';
import { bytesOfEntry, keyOf } from './table.js';

export function distinct(input: Plan, context: Context): Plan {
  const slots = [...input.possible];
  return {
    ...input,
    run(row, emit) {
      const seen = new Set<string | number>();
      return input.run(row, () => {
        context.tick();
        const before = seen.size;
        if (seen.add(keyOf(row, slots)).size === before) return true;
        context.spend(bytesOfEntry);
        return emit();
      });
    },
  };
}

/** `length` undefined: all that come. */
export const slice = (input: Plan, start: number, length: number | undefined): Plan => ({
  ...input,
  run(row, emit) {
    let [skipped, given] = [0, 0];
    let goesOn = true;
    if (length === 0) return true;
    input.run(row, () => {
      if (skipped < start) {
        skipped += 1;
        return true;
      }
      given += 1;
      goesOn = emit();
      return goesOn && given !== length;
    });
    return goesOn;
  },
});
