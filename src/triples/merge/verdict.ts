/** What a curator says of two things: that they are one, or that they are not. */
export interface Verdict {
  readonly are: 'same' | 'different';
  /** The note that the words quoted stand in; what it calls by the first path is meant where they are different. */
  readonly note: string;
  /** Paths under the base, `dataset/x`. Of one thing the first is kept; of two the second is what the note's is to be called. */
  readonly things: readonly [string, string];
  /** Throws what it is told, with the place of the verdict. */
  fail(reason: string): never;
}
