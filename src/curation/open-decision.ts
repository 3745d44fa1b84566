/** The file by which a curator would take a claim back, or put another statement in its place; who, when and why are left open. */
import { Document } from 'yaml';
import type { Term } from '../rdf.js';
import { writeTerms } from './write-terms.js';

export interface Disputed {
  /** Its IRI. */
  readonly claim: string;
  readonly note: string;
  readonly subject: Term;
  readonly predicate: Term;
  readonly object: Term;
  /** Words that stand in the note once. */
  readonly quote: string;
}

/** What only the curator knows is left empty: the build says so, and nothing is decided by mistake. */
export function openDecision(disputed: Disputed, action: 'retract' | 'correct', base: string): string {
  const { claim, note, quote } = disputed;
  const name = claim
    .split('/')
    .at(-1)
    ?.toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
  const document = new Document({
    id: `${action}-${name}`,
    note,
    action,
    who: null,
    when: null,
    why: null,
    quote,
    statement: writeTerms(disputed, base),
    ...(action === 'correct' && { replacement: { object: null } }),
  });
  return document.toString({ lineWidth: 0, nullStr: '' });
}
