/** Guesses which name was meant by one that is not known: the one that the fewest typing errors lead to. */

/** Letters that are put in, taken out, exchanged for others or with their neighbour (optimal string alignment). */
function distance(a: string, b: string): number {
  let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? 0) + 1 : change;
      row.push(Math.min(change, swapped, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    [before, last] = [last, row];
  }
  return last[b.length] ?? 0;
}

/** Longer names than this are none that somebody mistyped. */
const longest = 100;

/** Case counts little. Undefined where a third or more of the letters would have to change, or nothing is near. */
export function nearest(text: string, names: readonly string[]): string | undefined {
  if (text.length > longest) return undefined;
  let [best, least]: [string | undefined, number] = [undefined, Number.POSITIVE_INFINITY];
  for (const name of names) {
    const count = distance(text.toLowerCase(), name.toLowerCase()) + (name.startsWith(text) ? -0.5 : 0);
    if (count < least && count <= Math.max(1, Math.max(text.length, name.length) / 3)) [best, least] = [name, count];
  }
  return best;
}
