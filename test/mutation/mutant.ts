/** What a mutant is: one stretch of a compiled module put in other words. */

export interface Mutant {
  /** The module, from the project's root: `dist/src/…js`. */
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
  /** Where one is when it is run: of a function, that is where it is made. */
  readonly at: number;
  /** What was done, as the report counts it. */
  readonly kind: string;
}

/** The same for the same change of the same code. */
export const keyOf = ({ file, start, end, replacement }: Mutant): string => `${file}:${start}-${end} ${replacement}`;

export const applyMutant = (
  source: string,
  { start, end, replacement }: Pick<Mutant, 'start' | 'end' | 'replacement'>,
): string => source.slice(0, start) + replacement + source.slice(end);
