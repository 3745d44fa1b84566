/** When two names are taken for the same name: case, accents, punctuation and small words do not count. */

const smallWords = new Set(['the', 'of', 'and', 'for', 'on', 'in', 'to', 'a', 'an', 'at', 'by', 'from', 's']);

/** Lower case, no accents, only letters and digits, single blanks. */
export function normalise(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^the /, '');
}

export function tokensOf(name: string): Set<string> {
  return new Set(
    normalise(name)
      .split(' ')
      .filter((token) => token !== '' && !smallWords.has(token)),
  );
}

/** Shared words over the words of the longer name, 0 to 1. */
export function overlapOf(one: string, other: string): number {
  const [a, b] = [tokensOf(one), tokensOf(other)];
  const longer = Math.max(a.size, b.size);
  return longer === 0 ? 0 : [...a].filter((token) => b.has(token)).length / longer;
}

/** Words that every theme of this field has; they tell no two themes apart. */
const commonplace = new Set(['migra', 'inter', 'data', 'stati', 'peopl', 'perso', 'natio', 'count', 'popul']);

/** Two themes are the same when equal, or when they share the stem of a telling word. */
export function sharesTheme(one: string, other: string): boolean {
  if (normalise(one) === normalise(other)) return true;
  const stems = (name: string) =>
    [...tokensOf(name)].map((token) => token.slice(0, 5)).filter((s) => !commonplace.has(s));
  const others = new Set(stems(other));
  return stems(one).some((stem) => others.has(stem));
}

/** Either stretch contains the other, blanks aside. */
export function overlapsIn(one: string, other: string): boolean {
  const [a, b] = [one, other].map((words) => words.replace(/\s+/g, ' ').trim());
  return a !== undefined && b !== undefined && a !== '' && b !== '' && (a.includes(b) || b.includes(a));
}
