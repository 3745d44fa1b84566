/** What a target of fuzzing is: how inputs are made by chance, and what must hold of whatever comes of one. */
import type { Random } from '../random.js';

export interface FuzzTarget {
  readonly name: string;
  /** How many of the cases are its own where all targets are tried, beside the shares of the others: the more, the less one costs. */
  readonly share: number;
  /** How many cases are under way at once; one unless it says otherwise. */
  readonly atOnce?: number;
  /** Pure: the same random numbers, the same input. */
  generate(random: Random): Uint8Array;
  open(): Promise<FuzzSession>;
}

export interface Outcome {
  /** For the table: a status, `parsed`, `refused` … */
  readonly kind: string;
  /** What is wrong with it. */
  readonly fault?: string | undefined;
}

/** What the inputs of one run are tried on. */
export interface FuzzSession {
  /** What comes of an input depends on nothing but its bytes. */
  probe(input: Uint8Array): Promise<Outcome> | Outcome;
  /** What is wrong once all is over. */
  close(): Promise<string | undefined>;
}

/** A session that has nothing to close. */
export const probing = (probe: FuzzSession['probe']) => async (): Promise<FuzzSession> => ({
  probe,
  close: async () => undefined,
});
