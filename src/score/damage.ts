/** Damaged places: found when a marked quote overlaps the text of the gold quote or of the break's other edge. */
import type { GoldDamage } from './gold.js';
import type { Tally } from './tally.js';

/** A quote longer than this marks no place, it marks the page. */
const longestQuote = 1200;

interface Range {
  start: number;
  end: number;
}

export interface DamageComparison {
  tally: Tally;
  missed: string[];
  wrong: string[];
}

export function compareDamage(gold: GoldDamage[], quotes: string[], text: string): DamageComparison {
  const marked = quotes.map((quote) => ({ quote, ranges: quote.length > longestQuote ? [] : rangesOf(quote, text) }));
  const places = gold.map((place) => ({
    ...place,
    ranges: [place.quote, ...place.also].flatMap((q) => rangesOf(q, text)),
  }));
  const demanded = places.filter((place) => !place.optional);
  const missed = demanded.filter((place) => !marked.some((one) => touch(one.ranges, place.ranges)));
  const wrong = marked.filter((one) => !places.some((place) => touch(one.ranges, place.ranges)));
  return {
    missed: missed.map((place) => place.quote),
    wrong: wrong.map((one) => one.quote),
    tally: {
      right: marked.length - wrong.length,
      wrong: wrong.length,
      found: demanded.length - missed.length,
      missed: missed.length,
      lost: 0,
    },
  };
}

/** Every place where the quote stands. */
function rangesOf(quote: string, text: string): Range[] {
  const ranges: Range[] = [];
  for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + quote.length))
    ranges.push({ start: at, end: at + quote.length });
  return ranges;
}

const touch = (some: Range[], others: Range[]): boolean =>
  some.some((one) => others.some((other) => one.start < other.end && other.start < one.end));
