/** A sample that a seed gives again: each mutant is as likely as any other. */
import { createRandom } from '../random.js';

export function drawSample<T>(items: readonly T[], count: number, seed: number): T[] {
  const random = createRandom(seed);
  const left = items.map((_, index) => index);
  const drawn: number[] = [];
  while (drawn.length < count && left.length > 0) {
    const at = random.number(left.length);
    drawn.push(left[at] as number);
    left[at] = left[left.length - 1] as number;
    left.pop();
  }
  return drawn.map((index) => items[index] as T);
}
