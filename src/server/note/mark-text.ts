/** Cuts a note's text where its passages begin and end, so that each can be marked; passages may lie within others. */

export interface Span {
  readonly iri: string;
  /** In code points. */
  readonly start: number;
  readonly end: number;
}

/** A stretch of text, or a span with what lies in it. */
export type Piece<S extends Span> = string | { readonly span: S; readonly pieces: readonly Piece<S>[] };

/** UTF-16 offsets of the code points asked for, in one walk over the text. */
function toUnits(text: string, points: readonly number[]): Map<number, number> {
  const units = new Map<number, number>();
  let [point, unit] = [0, 0];
  for (const wanted of [...new Set(points)].sort((a, b) => a - b)) {
    while (point < wanted && unit < text.length) {
      unit += (text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1;
      point += 1;
    }
    units.set(wanted, unit);
  }
  return units;
}

/**
 * The text of [from, to) in pieces. Spans come by their start, the longer of equals first; what is left of a span that
 * crosses the end of another one is not marked: no element can hold it.
 */
export function markText<S extends Span>(
  text: string,
  spans: readonly S[],
  window = { start: 0, end: Number.POSITIVE_INFINITY },
): Piece<S>[] {
  const inside = spans.filter(({ start, end }) => start >= window.start && end <= window.end && end > start);
  const length = [...text].length;
  const whole = { start: Math.max(0, window.start), end: Math.min(length, window.end) };
  const units = toUnits(text, [whole.start, whole.end, ...inside.flatMap(({ start, end }) => [start, end])]);
  const slice = (start: number, end: number): string =>
    text.slice(units.get(start) ?? 0, units.get(end) ?? text.length);
  let next = 0;
  const fill = (start: number, end: number): Piece<S>[] => {
    const pieces: Piece<S>[] = [];
    let at = start;
    for (let span = inside[next]; span !== undefined && span.start < end; span = inside[next]) {
      next += 1;
      if (span.start < at || span.end > end) continue;
      if (span.start > at) pieces.push(slice(at, span.start));
      pieces.push({ span, pieces: fill(span.start, span.end) });
      at = span.end;
    }
    if (at < end) pieces.push(slice(at, end));
    return pieces;
  };
  return fill(whole.start, whole.end);
}
