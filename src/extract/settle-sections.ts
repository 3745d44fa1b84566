/** Settles whose each section is: by its heading, by the words behind a lost one, or whom the text as a whole is about. */
import type { Passage } from '../notes/note.js';
import type { Attribution } from './claim.js';
import { isWithin, type Organisation } from './organisations.js';

/** A stretch of blocks with one owner. It begins with a heading that names one, or where the text is broken. */
export interface Section {
  readonly owner: Organisation | undefined;
  readonly attribution: Attribution;
  /** Where no heading names an owner: whom the whole text speaks of most, and where first. */
  readonly principal?: { readonly organisation: Organisation; readonly passage: Passage } | undefined;
  /** The heading that names the owner, or the passages it was inferred from. */
  readonly clues: readonly Passage[];
}

/** How strongly the words of a section speak for an organisation, and where first. */
export interface Candidate {
  score: number;
  readonly first: Passage;
}

/** A section before its owner is settled. */
export interface Draft {
  readonly heading:
    | { readonly owner: Organisation; readonly passage: Passage; readonly isStated?: boolean }
    | undefined;
  readonly broken: boolean;
  readonly candidates: Map<Organisation, Candidate>;
  readonly pending: { readonly meant: readonly Organisation[]; readonly passage: Passage }[];
}

/** Settles the owners one after the other: a broken section keeps the owner before it unless its words speak for another. */
export function settleSections(drafts: readonly Draft[]): Section[] {
  const sections: Section[] = [];
  // Where no heading names an owner none can be lost: the text is somebody's as a whole.
  const headed = drafts.some((draft) => draft.heading !== undefined);
  const principal = principalOf(drafts.filter((draft) => draft.heading === undefined && (!draft.broken || !headed)));
  for (const draft of drafts) {
    const before = sections.at(-1);
    if (!draft.broken || !headed) {
      const { heading } = draft;
      sections.push({
        owner: heading?.owner,
        attribution: heading?.isStated ? 'stated' : 'heading',
        clues: heading === undefined ? [] : [heading.passage],
        ...(heading === undefined ? { principal } : {}),
      });
      continue;
    }
    const prior = before?.owner;
    let best: { owner: Organisation; score: number; clue: Passage } | undefined;
    for (const [owner, candidate] of draft.candidates) {
      const score = candidate.score + (owner === prior ? 2 : 0);
      if (best === undefined || score > best.score) best = { owner, score, clue: candidate.first };
    }
    const keeps =
      best === undefined ||
      best.owner === prior ||
      (best.score < 2 && prior !== undefined) ||
      // A section of a unit stays the unit's when its words name the agency as a whole.
      (prior !== undefined && isWithin(prior, best.owner));
    if (keeps && before !== undefined) sections.push(before);
    else if (best !== undefined) sections.push({ owner: best.owner, attribution: 'inferred', clues: [best.clue] });
    else sections.push({ owner: undefined, attribution: 'inferred', clues: [] });
  }
  return sections;
}

/** A text is about somebody in particular when he is named first, or so much of what it says is said of him. */
const leastShare = 0.3;

/** Whom a text without headings speaks of most, if it is anybody in particular; a unit's share is its agency's as well. */
function principalOf(drafts: readonly Draft[]): Section['principal'] {
  const sums = new Map<Organisation, { score: number; readonly first: Passage }>();
  let total = 0;
  for (const { candidates } of drafts)
    for (const [organisation, { score, first }] of candidates) {
      total += score;
      const sum = sums.get(organisation);
      if (sum === undefined) sums.set(organisation, { score, first });
      else sum.score += score;
    }
  const [opening] = sums.keys();
  let best: { organisation: Organisation; score: number; passage: Passage } | undefined;
  for (const [organisation, { score, first }] of sums) {
    const weight = organisation === opening && score >= 1.5 ? score * 2 + 1 : score;
    if (best === undefined || weight > best.score) best = { organisation, score: weight, passage: first };
  }
  if (best === undefined || best.score < 2.5) return undefined;
  return best.organisation === opening || best.score >= total * leastShare
    ? { organisation: best.organisation, passage: best.passage }
    : undefined;
}
