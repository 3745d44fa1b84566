/** Spans of years: those that things state, and those that are asked for; they fit where they overlap. */

export interface Span {
  /** Undefined where no beginning, or no end, is stated. */
  readonly start: number | undefined;
  readonly end: number | undefined;
}

export const overlap = (a: Span, b: Span): boolean =>
  (a.start ?? Number.NEGATIVE_INFINITY) <= (b.end ?? Number.POSITIVE_INFINITY) &&
  (a.end ?? Number.POSITIVE_INFINITY) >= (b.start ?? Number.NEGATIVE_INFINITY);

/** Of all of them; undefined where none says. */
export const firstYear = (spans: readonly Span[]): number | undefined =>
  spans.reduce<number | undefined>(
    (first, { start }) => (start !== undefined && !(first !== undefined && first <= start) ? start : first),
    undefined,
  );

/** The last that is stated; of a span without an end its beginning. */
export const lastYear = (spans: readonly Span[]): number | undefined =>
  spans.reduce<number | undefined>(
    (last, { start, end = start }) => (end !== undefined && !(last !== undefined && last >= end) ? end : last),
    undefined,
  );

/** "1960", "1980–2000", "2001–". */
export function showSpan({ start, end }: Span): string {
  if (start === end) return String(start ?? '');
  return `${start ?? ''}–${end ?? ''}`;
}

const earliest = 0;
const latest = 9999;
const decadeOf = (year: number): number => Math.floor(year / 10) * 10;

/** The decades, in order, each with how many things have a span in it; a span without an end goes on to the last that is stated. */
export function countDecades(things: Iterable<readonly Span[]>, bounds: Span): Map<number, number> {
  const counts = new Map<number, number>();
  const first = decadeOf(Math.max(bounds.start ?? earliest, earliest));
  const last = decadeOf(Math.min(bounds.end ?? latest, latest));
  for (const spans of things) {
    const decades = new Set<number>();
    for (const { start, end } of spans)
      for (
        let decade = Math.max(first, decadeOf(start ?? first));
        decade <= Math.min(last, decadeOf(end ?? last));
        decade += 10
      )
        decades.add(decade);
    for (const decade of decades) counts.set(decade, (counts.get(decade) ?? 0) + 1);
  }
  return new Map([...counts].sort(([a], [b]) => a - b));
}
