/** Lets whoever is asked on the same machine go first: a build is long work that nobody waits for by the second. */
import { constants, setPriority } from 'node:os';

export function stepBack(): void {
  try {
    setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // It has no right to, and goes on as it is.
  }
}
