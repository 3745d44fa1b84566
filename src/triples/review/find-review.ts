/** Finds what of the notes curators have not decided yet, and describes it. */
import type { Decision } from '../../curation/decision.js';
import type { Extraction } from '../../extract/claim.js';
import type { Iris } from '../../iris.js';
import type { Quad } from '../../rdf.js';
import type { NoteGraph } from '../note-graph.js';
import { tripleKey } from '../order.js';
import type { Withheld } from '../withhold.js';
import { findCandidates, type PlacedCandidate } from './candidates.js';
import { describeReview } from './describe-candidates.js';

export interface ReviewContext {
  readonly withheld: readonly Withheld[];
  readonly decisions: readonly Decision[];
  /** All other quads of the graph. */
  readonly own: readonly Quad[];
  readonly iris: Iris;
}

/** Extractions and graphs of the same notes in the same order. */
export function findReview(
  extractions: readonly Extraction[],
  notes: readonly NoteGraph[],
  { withheld, decisions, own, iris }: ReviewContext,
): { readonly candidates: readonly PlacedCandidate[]; readonly quads: readonly Quad[] } {
  const decided = new Set(decisions.flatMap(({ candidate }) => candidate ?? []));
  const described = new Set(own.flatMap(({ subject }) => (subject.value.includes('#char=') ? [subject.value] : [])));
  const reviews = notes.map((noteGraph, n) => {
    const extraction = extractions[n];
    if (extraction === undefined) return { candidates: [], quads: [] };
    const describe = noteGraph.sayingOf;
    const isOpen = ({ id, proposal }: PlacedCandidate): boolean =>
      !decided.has(id) && (proposal === undefined || !noteGraph.retracted.has(tripleKey(proposal)));
    const candidates = findCandidates(extraction, withheld, { iris, describe }).filter(isOpen);
    const isDescribed = ({ value }: { readonly value: string }): boolean => described.has(value);
    return { candidates, quads: describeReview(candidates, noteGraph, { iris, isDescribed }) };
  });
  return {
    candidates: reviews.flatMap(({ candidates }) => candidates),
    quads: reviews.flatMap(({ quads }) => quads),
  };
}
