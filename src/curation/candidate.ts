/** What a curator is asked about: something uncertain in a note, with its words and, where there is one, the statement that is proposed. */
import { createHash } from 'node:crypto';
import type { WrittenStatement } from './decision.js';

export const candidateKinds = ['inferred owner', 'damaged', 'rejected', 'withheld'] as const;

export type CandidateKind = (typeof candidateKinds)[number];

export interface Candidate {
  /** The same on every build, wherever in its note the sentence stands. */
  readonly id: string;
  /** The note's slug. */
  readonly note: string;
  readonly kind: CandidateKind;
  /** The words in question, and the sentence that they stand in. */
  readonly words: string;
  readonly sentence: string;
  readonly reason: string;
  /** As a decision writes it. */
  readonly proposed: WrittenStatement | undefined;
  /** Whether the graph says it already, and a rejection has to take it back. */
  readonly isSaid: boolean;
}

/** Two that agree in all of it are told apart by their number. */
export const candidateId = (parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 16);
