/** Numbers in few classes, which a reader can tell apart by their patterns. */

export interface NumberClass {
  readonly from: number;
  readonly to: number;
  /** From 1, the lightest, to {@link mostClasses}. */
  readonly level: number;
}

export const mostClasses = 4;

/** Each holds about as many different values; where there are few classes, they are the dark ones. */
export function classesOf(values: Iterable<number>): NumberClass[] {
  const distinct = [...new Set(values)].sort((a, b) => a - b);
  const count = Math.min(mostClasses, distinct.length);
  return Array.from({ length: count }, (_, n) => {
    const held = distinct.slice(
      Math.floor((n * distinct.length) / count),
      Math.floor(((n + 1) * distinct.length) / count),
    );
    return { from: held[0] ?? 0, to: held.at(-1) ?? 0, level: mostClasses - count + n + 1 };
  });
}

/** 0 for a value that is in none. */
export const levelOf = (classes: readonly NumberClass[], value: number): number =>
  classes.find(({ from, to }) => value >= from && value <= to)?.level ?? 0;
