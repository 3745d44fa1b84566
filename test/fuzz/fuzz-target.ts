/** What a target of fuzzing is: how inputs are made by chance, and what must hold of whatever comes of one. */
import type { Random } from '../random.js';

export interface FuzzTarget {
  readonly name: string;
  /** Pure: the same random numbers, the same input. */
  generate(random: Random): Uint8Array;
  open(): Promise<FuzzSession>;
}

export interface Outcome {
  /** For the table: a status, `parsed`, `refused` … */
  readonly kind: string;
  /** What is wrong with it. */
  readonly fault?: string;
}

/** What the inputs of one run are tried on. */
export interface FuzzSession {
  /** Several may be under way at once. What comes of an input depends on nothing but its bytes. */
  probe(input: Uint8Array): Promise<Outcome>;
  /** What is wrong once all is over. */
  close(): Promise<string | undefined>;
}
