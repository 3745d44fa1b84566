/** How fast something grows, from samples that scatter: the slope that all lines have in common, and how sure it is. */

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Slope {
  /** Units of y for one of x. */
  readonly slope: number;
  /** Its standard error. */
  readonly error: number;
  readonly points: number;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * Least squares, with a level of its own for each line ("fixed effects"): processes that follow one another are not of one size.
 * Neighbours are alike, so that n points tell less than n; the error counts those of each line by their first autocorrelation.
 */
export function commonSlope(lines: readonly (readonly Point[])[]): Slope {
  const centred = lines.map((line) => {
    const [x, y] = [mean(line.map((point) => point.x)), mean(line.map((point) => point.y))];
    return line.map((point) => ({ x: point.x - x, y: point.y - y }));
  });
  const all = centred.flat();
  const spread = all.reduce((sum, { x }) => sum + x * x, 0);
  const slope = all.reduce((sum, { x, y }) => sum + x * y, 0) / spread;
  const rests = centred.map((line) => line.map(({ x, y }) => y - slope * x));
  const squares = rests.flat().reduce((sum, rest) => sum + rest * rest, 0);
  const together = rests.reduce(
    (sum, line) => sum + line.reduce((so, rest, at) => so + rest * (line[at - 1] ?? 0), 0),
    0,
  );
  const alike = squares === 0 ? 0 : Math.min(0.95, Math.max(0, together / squares));
  const free = Math.max(1, (all.length * (1 - alike)) / (1 + alike) - lines.length - 1);
  const variance = squares / all.length;
  return { slope, error: Math.sqrt((variance * all.length) / free / spread), points: all.length };
}
