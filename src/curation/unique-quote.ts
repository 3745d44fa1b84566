/** Words of a text that stand in it once: those that were meant, and around them as many as it takes. */

const isOnce = (quote: string, text: string): boolean => text.indexOf(quote) === text.lastIndexOf(quote);

/** By a word on either side at a time; undefined where the whole text repeats itself. Offsets in UTF-16 units. */
export function uniqueQuote(text: string, start: number, end: number): string | undefined {
  let [from, to] = [start, end];
  for (;;) {
    const quote = text.slice(from, to);
    if (quote.trim() !== '' && isOnce(quote, text))
      return quote.trim() === quote || !isOnce(quote.trim(), text) ? quote : quote.trim();
    if (from === 0 && to === text.length) return undefined;
    from = Math.max(0, from - (/\S*\s*$/.exec(text.slice(0, from))?.[0].length ?? 1));
    to = Math.min(text.length, to + (/^\s*\S*/.exec(text.slice(to))?.[0].length ?? 1));
  }
}
