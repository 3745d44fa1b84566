/** Generated queries as text: which group begins where and ends where. Their terms hold neither braces nor blanks. */

/** Where the brace that opens at `open` is closed. */
export function closingBrace(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    if (text[at] === '}') depth -= 1;
    if (depth === 0) return at;
  }
  throw new Error(`no brace closes at ${open}: ${text}`);
}

export interface Clause {
  /** What the pattern has found before the group, with its groups. */
  readonly head: RegExpExecArray;
  /** What stands between the braces. */
  readonly body: string;
}

/**
 * Replaces what the global pattern finds, which must end with `{`, together with its group: the inner ones first, so that what
 * is put in place is not looked at again.
 */
export function replaceGroups(query: string, pattern: RegExp, replace: (clause: Clause) => string): string {
  const heads = [...query.matchAll(pattern)].reverse();
  return heads.reduce((text, { index }) => {
    const head = new RegExp(pattern.source).exec(text.slice(index));
    if (head?.index !== 0) throw new Error(`lost its place at ${index}: ${text}`);
    const open = index + head[0].length - 1;
    const close = closingBrace(text, open);
    return text.slice(0, index) + replace({ head, body: text.slice(open + 1, close) }) + text.slice(close + 1);
  }, query);
}

export const variablesIn = (text: string): string[] => [...new Set(text.match(/\?\w+/g))];

/** The names of graphs that a query sees by GRAPH. */
export function namedGraphsIn(query: string, all: readonly string[]): readonly string[] {
  const named = [...query.matchAll(/FROM NAMED (\S+)/g)].flatMap(([, name]) => name ?? []);
  return / FROM /.test(query) ? named : all;
}
