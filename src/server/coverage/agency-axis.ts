/** Agencies with their units beneath them: those that hold datasets, and those of which none is described. */
import type { Axis, Member } from './axis.js';
import type { Covering, Facts, Owner } from './facts.js';

/** Depth first; a unit of two agencies stands beneath the first. */
function inOrder({ owners, units }: Facts, within: string | undefined): { owner: Owner; depth: number }[] {
  const listed: { owner: Owner; depth: number }[] = [];
  const seen = new Set<string>();
  const list = (owner: Owner | undefined, depth: number): void => {
    if (owner === undefined || seen.has(owner.key)) return;
    seen.add(owner.key);
    listed.push({ owner, depth });
    const parts = new Set(units.partsOf(owner.key));
    if (parts.size > 0) for (const one of owners.values()) if (parts.has(one.key)) list(one, depth + 1);
  };
  if (within !== undefined) list(owners.get(within), 0);
  else {
    for (const owner of owners.values()) if (!units.wholesOf(owner.key).some((key) => owners.has(key))) list(owner, 0);
    // What is left is in a circle.
    for (const owner of owners.values()) list(owner, 0);
  }
  return listed;
}

const memberOf = ({ owner, depth }: { owner: Owner; depth: number }): Member => ({
  ...{ name: owner.name, iri: owner.iri, depth, kind: 'one', isAskable: owner.iri !== undefined },
});

/** Who holds a dataset: itself, or one of its units. */
export function holders({ owners }: Covering, { units }: Facts): ReadonlySet<string> {
  const all = new Set(owners);
  for (const owner of owners) for (const above of units.above(owner)) all.add(above);
  return all;
}

const whole = ({ owners }: Facts, within: string | undefined): Member => ({
  ...{ name: within === undefined ? undefined : owners.get(within)?.name, iri: within, kind: 'all', isAskable: true },
});

/** Whoever there is; after an agency, that and its units. */
export function agencyAxis(facts: Facts, within: string | undefined): Axis {
  const listed = inOrder(facts, within);
  const position = new Map(listed.map(({ owner }, n) => [owner.key, n]));
  const nobody: Member[] =
    within === undefined && facts.datasets.some(({ owners }) => owners.size === 0)
      ? [{ kind: 'none', isAskable: false }]
      : [];
  const members = [...listed.map(memberOf), ...nobody, whole(facts, within)];
  return {
    kind: 'agency',
    members,
    belongings(dataset) {
      const held = holders(dataset, facts);
      if (within !== undefined && !held.has(within)) return [];
      const found = [...held].flatMap((key) => position.get(key) ?? []);
      if (nobody.length > 0 && dataset.owners.size === 0) found.push(listed.length);
      return [...found, members.length - 1].map((member) => ({ member }));
    },
  };
}

/** One member: all, or an agency with its units. */
export function anyAgency(facts: Facts, within: string | undefined): Axis {
  return {
    kind: 'agency',
    members: [whole(facts, within)],
    belongings: (dataset) => (within === undefined || holders(dataset, facts).has(within) ? [{ member: 0 }] : []),
  };
}
