/**
 * Variables called like a member that every JavaScript object has. The parser and Comunica keep rows as plain objects, in
 * which a binding for `?__proto__` is lost and one for `?constructor` is always there.
 */

const inherited = Object.getOwnPropertyNames(Object.prototype);

/** Strings, IRIs and comments are passed over; a variable's name ends where no character of a name follows. */
const tokens = new RegExp(
  `#[^\\n\\r]*|<[^<>"{}|^\`\\\\\\s]*>|"""(?:[^"\\\\]|\\\\[\\s\\S]|"(?!""))*"""|'''(?:[^'\\\\]|\\\\[\\s\\S]|'(?!''))*'''|"(?:[^"\\\\\\n\\r]|\\\\.)*"|'(?:[^'\\\\\\n\\r]|\\\\.)*'|(?<mark>[?$])(?<name>${inherited.join('|')})(?![\\p{L}\\p{N}\\p{M}_\\u00B7\\u203F\\u2040])`,
  'gu',
);

export interface SafeNames {
  readonly text: string;
  /** Name in `text` → name as it was written, where they differ. */
  readonly written: ReadonlyMap<string, string>;
}

/** The name as it was written. */
export const restoreName = (written: SafeNames['written'], name: string): string => written.get(name) ?? name;

/** The name as it stands in the text. */
export const replaceName = (written: SafeNames['written'], name: string): string =>
  [...written].find(([, original]) => original === name)?.[0] ?? name;

/** A name of the same length, so that places in the text stay where they are, which the text does not hold. */
function freshName(length: number, text: string): string {
  for (let number = 0; ; number += 1) {
    const name = `v${number}`.padEnd(length, '_');
    if (!text.includes(name)) return name;
  }
}

/** The query with other names for such variables. */
export function makeNamesSafe(query: string): SafeNames {
  const fresh = new Map<string, string>();
  const text = query.replace(tokens, (token, ...rest) => {
    const { mark, name } = rest.at(-1) as { mark?: string; name?: string };
    if (mark === undefined || name === undefined) return token;
    const known = fresh.get(name) ?? freshName(name.length, query + [...fresh.values()].join(' '));
    fresh.set(name, known);
    return mark + known;
  });
  return { text, written: new Map([...fresh].map(([name, other]) => [other, name])) };
}
