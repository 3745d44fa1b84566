/** Words of a text that stand in it once: those that were meant, and around them as many as it takes. */

/** Words that may be put on either side, and UTF-16 units of one. */
const [mostWords, longestWord] = [50, 100];

const isOnce = (quote: string, text: string): boolean => text.indexOf(quote) === text.lastIndexOf(quote);

/** By a word on either side at a time; undefined where even many of them stand there twice. Offsets in UTF-16 units. */
export function uniqueQuote(text: string, start: number, end: number): string | undefined {
  let [from, to] = [start, end];
  for (let words = 0; words <= mostWords; words += 1) {
    const quote = text.slice(from, to);
    if (quote.trim() !== '' && isOnce(quote, text))
      return quote.trim() === quote || !isOnce(quote.trim(), text) ? quote : quote.trim();
    if (from === 0 && to === text.length) return undefined;
    from -= /\S*\s*$/.exec(text.slice(Math.max(0, from - longestWord), from))?.[0].length ?? 0;
    to += /^\s*\S*/.exec(text.slice(to, to + longestWord))?.[0].length ?? 0;
  }
  return undefined;
}
