/** Looks for words right before a place in a text, reading backwards from there: most places are turned down by the first letter. */

/** Gives the test for a pattern of those words; the place itself needs no `$`. */
export function createBefore(pattern: RegExp): (text: string, at: number) => boolean {
  const backwards = new RegExp(`(?<=${pattern.source})`, `${pattern.flags}y`);
  return (text, at) => {
    backwards.lastIndex = at;
    return backwards.test(text);
  };
}
