/** Things whose owner no sentence and no heading states: where they are named, and what tells whose they are. */
import type { Claim, Entity } from '../../extract/claim.js';
import type { Passage } from '../../notes/note.js';

type OwnerClaim = Claim & { readonly property: 'owner' };

export interface InferredOwner {
  readonly entity: Entity;
  /** The first that says it. */
  readonly claim: OwnerClaim;
  readonly owners: readonly string[];
  readonly at: number;
  /** As the sentence names the thing; else the sentence. */
  readonly words: string;
  readonly passage: Passage;
  readonly clues: readonly Passage[];
  readonly reason: string;
}

const nowhere: Passage = { start: 0, end: 0, text: '', block: 0 };

export function inferredOwners(claims: readonly Claim[]): InferredOwner[] {
  const bySubject = new Map<Entity, OwnerClaim[]>();
  for (const claim of claims) {
    if (claim.property !== 'owner' || claim.evidence.attribution !== 'inferred') continue;
    bySubject.set(claim.subject, [...(bySubject.get(claim.subject) ?? []), claim]);
  }
  return [...bySubject].flatMap(([entity, own]) => {
    const [claim] = own;
    if (claim === undefined) return [];
    const passages = [...new Set(own.flatMap(({ evidence }) => evidence.passages))];
    const passage = passages.find(({ text }) => text.includes(entity.label)) ?? passages[0] ?? nowhere;
    const within = passage.text.indexOf(entity.label);
    const clues = passages.filter((one) => one !== passage);
    return [
      {
        entity,
        claim,
        owners: own.map(({ object }) => object.label),
        at: passage.start + Math.max(0, within),
        words: within === -1 ? passage.text : entity.label,
        passage,
        clues,
        reason: clues.length === 0 ? 'a heading is lost; this sentence tells' : 'a heading is lost; other words tell',
      },
    ];
  });
}
