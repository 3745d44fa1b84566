/** What of a note is uncertain, one item a thing that a curator may want to decide, each with its line in the note's file. */
import type { CandidateKind } from '../curation/candidate.js';
import type { WrittenStatement } from '../curation/decision.js';
import type { Entity } from '../extract/claim.js';
import { createLineFinder } from '../notes/line-finder.js';
import type { Note } from '../notes/note.js';
import type { PlacedCandidate } from '../triples/review/candidates.js';

/** A sentence, and the line it begins on. */
export interface ReviewSentence {
  readonly line: number;
  readonly text: string;
}

/** What a curator is to decide. */
export interface ReviewItem {
  /** By which a decision names it. */
  readonly id: string;
  readonly kind: CandidateKind;
  /** Of the words, in the note's file; both from 1. */
  readonly line: number;
  readonly column: number;
  /** The words in question, as the note has them. */
  readonly quote: string;
  /** What they stand in. */
  readonly sentence: string;
  readonly reason: string;
  /** What could be said, as a decision writes it. */
  readonly proposed?: WrittenStatement;
  /** The thing it is about, by what a decision calls it: `dataset/x`. */
  readonly thing?: string;
  readonly type?: Entity['type'];
  readonly label?: string;
  readonly owners?: readonly string[];
  /** What an inferred owner was inferred from. */
  readonly clues?: readonly ReviewSentence[];
}

/** The candidates for a decision as a curator reads them, each with its place in the file of the note. */
export function toReviewItems(note: Note, candidates: readonly PlacedCandidate[]): ReviewItem[] {
  const place = createLineFinder(note);
  return candidates.map(({ id, kind, at, words, sentence, reason, proposed, thing, entity, owners, clues }) => ({
    id,
    ...place(at),
    kind,
    quote: words,
    sentence,
    reason,
    ...(proposed && { proposed }),
    ...(thing !== undefined && entity && { thing, type: entity.type, label: entity.label }),
    ...(owners && { owners }),
    ...(clues && { clues: clues.map(({ start, text }) => ({ line: place(start).line, text })) }),
  }));
}
