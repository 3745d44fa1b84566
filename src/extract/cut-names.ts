/** Knows a name that damage has cut in the middle of a word: "International Labour Off", "ternational Organization for …". */

/** So many letters at its whole end a cut name has in common with the name, at least; and so much of the name is left. */
const edge = 10;
const leastShare = 0.6;
/** No line that is a name alone is longer. */
const longest = 120;

const isLetter = (character: string | undefined): boolean => character !== undefined && /\p{L}/u.test(character);

/** Gives what a line that holds a cut name and nothing else stands for; undefined where none or several come into question. */
export type CutNames<T> = (line: string) => T | undefined;

/** `same` tells whether two values are of one bearer. Time does not depend on how many names there are. */
export function buildCutNames<T>(
  names: Iterable<readonly [name: string, value: T]>,
  same: (a: T, b: T) => boolean,
): CutNames<T> {
  const byStart = new Map<string, { name: string; value: T }[]>();
  const byEnd = new Map<string, { name: string; value: T }[]>();
  const put = (map: typeof byStart, key: string, entry: { name: string; value: T }): void => {
    const entries = map.get(key);
    if (entries === undefined) map.set(key, [entry]);
    else entries.push(entry);
  };
  for (const [spelled, value] of names) {
    if (spelled.length < edge + 2 || !spelled.includes(' ')) continue;
    const entry = { name: spelled.toLowerCase(), value };
    put(byStart, entry.name.slice(0, edge), entry);
    put(byEnd, entry.name.slice(-edge), entry);
  }
  return (text) => {
    if (text.length < edge + 2 || text.length > longest || !text.includes(' ')) return undefined;
    const line = text.toLowerCase();
    const isRest = ({ name }: { name: string }): boolean =>
      line.length < name.length && line.length >= name.length * leastShare;
    const start = isLetter(line.at(-1)) ? (byStart.get(line.slice(0, edge)) ?? []) : [];
    const end = /^\p{Ll}/u.test(text) ? (byEnd.get(line.slice(-edge)) ?? []) : [];
    const found = [
      ...start.filter((entry) => isRest(entry) && entry.name.startsWith(line) && isLetter(entry.name[line.length])),
      ...end.filter(
        (entry) =>
          isRest(entry) && entry.name.endsWith(line) && isLetter(entry.name[entry.name.length - line.length - 1]),
      ),
    ];
    const [first, ...others] = found;
    return first !== undefined && others.every(({ value }) => same(value, first.value)) ? first.value : undefined;
  };
}
