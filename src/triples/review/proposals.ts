/** What could be said of the data that a passage speaks of, if what was rejected there is theirs after all. */
import type { Claim, Entity, Rejection } from '../../extract/claim.js';
import type { Passage } from '../../notes/note.js';
import type { Quad } from '../../rdf.js';

export interface Proposal {
  readonly entity: Entity;
  readonly proposal: Quad;
}

/** A sentence that lists many things at once tells nothing of which is meant. */
const mostThings = 3;

const isData = ({ type }: Entity): boolean => type === 'Dataset' || type === 'Project';

export function createProposer(
  claims: readonly Claim[],
  describe: (claim: Claim) => readonly Quad[],
): (rejection: Rejection) => Proposal[] {
  const spokenOf = new Map<Passage, Set<Entity>>();
  for (const { subject, evidence } of claims)
    if (isData(subject))
      for (const passage of evidence.passages) {
        const things = spokenOf.get(passage) ?? new Set();
        spokenOf.set(passage, things.add(subject));
      }
  return ({ passage, may }) => {
    const things = [...(spokenOf.get(passage) ?? [])];
    if (may === undefined || things.length > mostThings) return [];
    const evidence = { passages: [passage], rule: 'proposed', attribution: 'stated' } as const;
    return things.flatMap((subject) => {
      const [proposal] = describe({ subject, ...may, evidence } as Claim);
      return proposal === undefined ? [] : [{ entity: subject, proposal }];
    });
  };
}
