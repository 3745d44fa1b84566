/** Which things have which value of a facet, by number; made of pairs of things and values. */

/** A thing, and a value that is said of it. */
export type Pair = readonly [thing: string, value: string];

export interface FacetIndex {
  /** By value, the things that have it or a part of it, ascending and each once. */
  readonly having: ReadonlyMap<string, readonly number[]>;
  /** By thing, the values that are said of it, each once. */
  readonly said: readonly (readonly string[])[];
}

const none: readonly string[] = [];

/** From a value all that it is part of, itself first; circles end. */
function createWholes(within: readonly Pair[]): (value: string) => readonly string[] {
  const above = new Map<string, string[]>();
  for (const [part, whole] of within) {
    const known = above.get(part);
    if (known === undefined) above.set(part, [whole]);
    else known.push(whole);
  }
  const found = new Map<string, readonly string[]>();
  return (value) => {
    const known = found.get(value);
    if (known !== undefined) return known;
    const wholes = new Set([value]);
    for (const one of wholes) for (const whole of above.get(one) ?? none) wholes.add(whole);
    const list = [...wholes];
    found.set(value, list);
    return list;
  };
}

/** Pairs of other things are passed over. Takes time linear in the pairs, but for the depth of `within`. */
export function indexPairs(
  numberOf: ReadonlyMap<string, number>,
  pairs: Iterable<Pair>,
  within: readonly Pair[] = [],
): FacetIndex {
  const said: string[][] = Array.from(numberOf, () => []);
  for (const [thing, value] of pairs) {
    const number = numberOf.get(thing);
    if (number !== undefined) said[number]?.push(value);
  }
  const wholesOf = createWholes(within);
  const having = new Map<string, number[]>();
  for (const [number, values] of said.entries())
    for (const value of values)
      for (const whole of wholesOf(value)) {
        const things = having.get(whole);
        if (things === undefined) having.set(whole, [number]);
        // Numbers ascend: where it is there already it is the last.
        else if (things.at(-1) !== number) things.push(number);
      }
  return { having, said };
}
