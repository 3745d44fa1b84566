/** What is known of a question's rows before it is asked: their columns, and how to have them in parts. */

/** The variables that the outermost SELECT gives, in order; the values of `(… AS ?name)` among them. */
export function columnsOf(query: string): string[] {
  const text = query.replace(/^\s*#.*$/gm, '');
  const [, clause = ''] = /\bSELECT\b(?:\s+DISTINCT\b)?([^{]*)(?:\bWHERE\b|\{)/i.exec(text) ?? [];
  let names = clause;
  let before: string;
  do {
    before = names;
    names = names.replace(/"(?:[^"\\]|\\.)*"|\(((?:[^()"]|\?)*)\)/g, (_, inner: string | undefined) => {
      const [, name] = /\bAS\s+\?(\w+)\s*$/i.exec(inner ?? '') ?? [];
      return name === undefined ? ' ' : ` ?${name} `;
    });
  } while (names !== before);
  return [...names.matchAll(/[?$](\w+)/g)].map(([, name = '']) => name);
}

/** Whether a query says itself where its rows begin or end. */
export const isLimited = (query: string): boolean => /\b(?:LIMIT|OFFSET)\s+\d+[^{}]*$/i.test(query);

/**
 * The query for a part of its rows. Rows that its ORDER BY holds for equal are ordered by their columns: else a row could
 * be in two parts, or in none.
 */
export function partOf(query: string, { limit, offset }: { readonly limit: number; readonly offset: number }): string {
  const order = columnsOf(query)
    .map((name) => `?${name}`)
    .join(' ');
  const begun = /\bORDER\s+BY\b[^{}]*$/i.test(query);
  return `${query.trimEnd()}\n${begun ? '' : 'ORDER BY '}${order}\nLIMIT ${Math.trunc(limit)} OFFSET ${Math.trunc(offset)}\n`;
}
