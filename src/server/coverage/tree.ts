/** What is a part of what, upwards and downwards, through as many steps as there are. */

export interface Tree {
  /** All that a thing is a part of, itself not among them. */
  above(key: string): ReadonlySet<string>;
  /** All its parts and their parts. */
  below(key: string): ReadonlySet<string>;
  /** Its own parts. */
  partsOf(key: string): readonly string[];
  /** What it is itself a part of. */
  wholesOf(key: string): readonly string[];
}

const none: readonly string[] = [];

/** Walks until there is nothing new: a thing that is a part of itself by a circle ends the walk as well. */
function walk(steps: ReadonlyMap<string, readonly string[]>, start: string): ReadonlySet<string> {
  const seen = new Set<string>();
  const waiting = [...(steps.get(start) ?? none)];
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    if (seen.has(key)) continue;
    seen.add(key);
    waiting.push(...(steps.get(key) ?? none));
  }
  return seen;
}

function group(pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const [key, value] of pairs) {
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [value]);
    else known.push(value);
  }
  return groups;
}

/** Each walk is made once. */
function remember(steps: ReadonlyMap<string, readonly string[]>): (key: string) => ReadonlySet<string> {
  const known = new Map<string, ReadonlySet<string>>();
  return (key) => {
    const found = known.get(key) ?? walk(steps, key);
    known.set(key, found);
    return found;
  };
}

/** Of pairs of a part and its whole. */
export function createTree(pairs: readonly (readonly [part: string, whole: string])[]): Tree {
  const wholes = group(pairs);
  const parts = group(pairs.map(([part, whole]) => [whole, part]));
  return {
    above: remember(wholes),
    below: remember(parts),
    partsOf: (key) => parts.get(key) ?? none,
    wholesOf: (key) => wholes.get(key) ?? none,
  };
}
