/**
 * Names as numbers, in two words: a long text has a million of them, and as strings they would take more room than what is told
 * of them. That any two of a million have the same number is a chance of one in nine million.
 */

/** cyrb53 (bryc, public domain), with all that it tells: 62 bits, as the lowest of both words go together. */
function hashInto(words: Uint32Array, at: number, name: string): void {
  let [one, two] = [0xdeadbeef, 0x41c6ce57];
  for (let n = 0; n < name.length; n++) {
    const code = name.charCodeAt(n);
    one = Math.imul(one ^ code, 2654435761);
    two = Math.imul(two ^ code, 1597334677);
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(two ^ (two >>> 13), 3266489909);
  two = Math.imul(two ^ (two >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
  words[at] = one;
  words[at + 1] = two;
}

/** Two words for each name, in their order. */
export function hashNames(names: readonly string[]): Uint32Array {
  const words = new Uint32Array(2 * names.length);
  for (const [n, name] of names.entries()) hashInto(words, 2 * n, name);
  return words;
}
