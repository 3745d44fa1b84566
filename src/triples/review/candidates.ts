/** What of a note is uncertain, one candidate for each thing that a curator may want to decide, in the order of the text. */
import type { Candidate } from '../../curation/candidate.js';
import { candidateId } from '../../curation/candidate.js';
import { writeTerms } from '../../curation/write-terms.js';
import type { Claim, Entity, Extraction } from '../../extract/claim.js';
import type { Iris } from '../../iris.js';
import type { DamagedPlace, Passage, Span } from '../../notes/note.js';
import type { Quad } from '../../rdf.js';
import { entityIri } from '../entity.js';
import type { Withheld } from '../withhold.js';
import { inferredOwners } from './inferred-owners.js';
import { createProposer } from './proposals.js';

/** A candidate with its place, and with what a list of them shows besides. */
export interface PlacedCandidate extends Candidate {
  /** Of the words. */
  readonly at: number;
  readonly passage: Span;
  /** The statement that is proposed. */
  readonly proposal: Quad | undefined;
  /** The thing it is about, by what a decision calls it: `dataset/x`. */
  readonly thing?: string;
  readonly entity?: Entity;
  readonly owners?: readonly string[];
  /** What an inferred owner was inferred from. */
  readonly clues?: readonly Passage[];
}

const faults: Readonly<Record<DamagedPlace['fault'], string>> = {
  garbled: 'garbled: no word of any language',
  cut: 'cut: the sentence stops before its end',
  headless: 'headless: it begins in the middle of a sentence',
  'lost-heading': 'the heading above it is lost',
  'broken-list': 'a broken list: fewer items than announced',
};

/** Still without a name. */
type Draft = Pick<PlacedCandidate, 'kind' | 'at' | 'words' | 'reason' | 'passage'> &
  Partial<Pick<PlacedCandidate, 'proposal' | 'entity' | 'owners' | 'clues' | 'isSaid'>>;

function ofWithheld({ claim, reason }: Withheld): Draft {
  const [passage = { start: 0, end: 0, text: '' }] = claim.evidence.passages;
  const says = `${claim.property} ${JSON.stringify(claim.object)}`;
  return {
    kind: 'withheld',
    at: passage.start,
    words: passage.text,
    passage,
    reason: `${says}: ${reason}`,
    entity: claim.subject,
  };
}

/** `describe`: the triples that a claim would make. */
export function findCandidates(
  { note, claims, damaged, rejected }: Extraction,
  withheld: readonly Withheld[],
  { iris, describe }: { readonly iris: Iris; describe(claim: Claim): readonly Quad[] },
): PlacedCandidate[] {
  const propose = createProposer(claims, describe);
  const drafts: Draft[] = [
    ...inferredOwners(claims).map(
      (draft): Draft => ({ ...draft, kind: 'inferred owner', isSaid: true, proposal: describe(draft.claim)[0] }),
    ),
    ...damaged.map(
      (span): Draft => ({
        kind: 'damaged',
        at: span.start,
        words: span.text,
        passage: span,
        reason: faults[span.fault],
      }),
    ),
    ...rejected.flatMap((rejection): Draft[] => {
      const { kind: what, passage, reason, start, text } = rejection;
      const draft: Draft = {
        kind: 'rejected',
        at: start,
        words: text,
        passage,
        reason: `${what === 'organisation' ? 'an ambiguous name' : what}: ${reason}`,
      };
      const proposals = propose(rejection);
      return proposals.length === 0 ? [draft] : proposals.map((proposal) => ({ ...draft, ...proposal }));
    }),
    ...withheld.filter((one) => one.note === note.slug).map(ofWithheld),
  ];
  drafts.sort((a, b) => a.at - b.at || (a.kind < b.kind ? -1 : 1));
  return nameDrafts(drafts, note.slug, iris);
}

function nameDrafts(drafts: readonly Draft[], note: string, iris: Iris): PlacedCandidate[] {
  const seen = new Map<string, number>();
  return drafts.map(({ entity, proposal, isSaid = false, ...draft }) => {
    const { kind, words, passage } = draft;
    const about = entity === undefined ? '' : `${entity.type} ${entity.label}`;
    const key = [note, kind, words, passage.text, about].join('\n');
    const n = (seen.get(key) ?? 0) + 1;
    seen.set(key, n);
    return {
      id: candidateId([key, String(n)]),
      note,
      sentence: passage.text,
      isSaid: isSaid && proposal !== undefined,
      proposal,
      proposed: proposal && writeTerms(proposal, iris.base),
      ...draft,
      ...(entity && { entity, thing: entityIri(entity, iris).value.slice(iris.base.length) }),
    };
  });
}
