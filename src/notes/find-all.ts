/** Finds every match of a pattern, as `text.matchAll(pattern)` does, without making a copy of the pattern for each text. */

const nothing: readonly RegExpExecArray[] = [];

/** In the order of the text. The pattern carries the flag `g` and matches nothing empty. */
export function findAll(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  if (match === null) return nothing;
  const found: RegExpExecArray[] = [];
  for (; match !== null; match = pattern.exec(text)) found.push(match);
  return found;
}
