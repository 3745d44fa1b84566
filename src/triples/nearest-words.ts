/** Finds where a text comes nearest to words that do not stand in it. */
import type { Span } from '../notes/note.js';

/** So much of a quote is looked at, in words. */
const mostWords = 300;
/** A word that a quote repeats is looked for at its first few places: the time stays in proportion to the text. */
const mostPlaces = 20;
/** What the run shares with the quote, at least: less is chance. */
const leastShare = 0.25;
/** Where a word was left out or put in, the ends lie a little off; nearest first, in words. */
const offsets = [0, -1, 1, -2, 2, -3, 3];

const word = /[\p{L}\p{M}\p{N}]+/gu;
const keyOf = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Words that the quote and the text have in a row, up to some word. */
interface Run {
  /** In letters. */
  readonly weight: number;
  /** Its last word, counted in the quote and in the text. */
  readonly inQuote: number;
  readonly inText: number;
}

/**
 * The stretch of a text that stands where the quote would, around the longest run of words (in letters) that both share,
 * whatever their case and punctuation; of equals the first. Undefined where nothing comes near.
 */
export function findNearestWords(quote: string, text: string): Span | undefined {
  const sought = (quote.match(word) ?? []).slice(0, mostWords).map(keyOf);
  const places = new Map<string, number[]>();
  for (const [n, key] of sought.entries()) places.set(key, [...(places.get(key) ?? []), n].slice(0, mostPlaces));
  const spans: { start: number; end: number; key: string }[] = [];
  let best: Run = { weight: 0, inQuote: 0, inText: 0 };
  let runs = new Map<number, Run>();
  for (const { 0: found, index } of text.matchAll(word)) {
    const key = keyOf(found);
    const longer = new Map<number, Run>();
    for (const n of places.get(key) ?? []) {
      const run = { weight: (runs.get(n - 1)?.weight ?? 0) + key.length, inQuote: n, inText: spans.length };
      longer.set(n, run);
      if (run.weight > best.weight) best = run;
    }
    runs = longer;
    spans.push({ start: index, end: index + found.length, key });
  }
  if (best.weight === 0 || best.weight < leastShare * sought.join('').length) return undefined;
  /** Where a word of the quote stands, or would stand. */
  const place = (n: number): number => {
    const expected = best.inText + n - best.inQuote;
    return expected + (offsets.find((offset) => spans[expected + offset]?.key === sought[n]) ?? 0);
  };
  const from = Math.max(0, Math.min(place(0), best.inText));
  const to = Math.min(spans.length - 1, Math.max(place(sought.length - 1), best.inText));
  const [start, end] = [spans[from]?.start ?? 0, spans[to]?.end ?? 0];
  return { start, end, text: text.slice(start, end) };
}
