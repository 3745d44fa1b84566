/** Adds owners that a sentence tells to those known before, without a word on how those were found. */
import type { Passage } from '../notes/note.js';
import type { Ownership } from './ledger.js';
import type { Organisation } from './organisations.js';

/** "It is edited by the Institute": that makes the Institute's share stated, and the owner by a lost heading no less inferred. */
export function joinOwners(ownership: Ownership, owners: readonly Organisation[], passage: Passage): Ownership {
  const others = [...new Set(owners)].filter((owner) => !ownership.organisations.includes(owner));
  if (others.length === 0) return ownership;
  const organisations = [...ownership.organisations, ...others];
  if (ownership.organisations.length === 0) return { organisations, attribution: 'stated', clues: [passage] };
  if (ownership.attribution === 'stated') return { ...ownership, organisations, clues: [...ownership.clues, passage] };
  const joined = others.map((organisation) => ({ organisation, passage }));
  return { ...ownership, organisations, joined: [...(ownership.joined ?? []), ...joined] };
}
