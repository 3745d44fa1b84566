/** Makes a decision of what a curator says to a candidate. */
import type { Candidate } from './candidate.js';
import type { WrittenDecision, WrittenStatement } from './decision.js';

export interface Choice {
  readonly says: 'accept' | 'reject' | 'edit';
  readonly who: string;
  /** 2026-11-24 */
  readonly when: string;
  /** Empty: the reason that always holds. */
  readonly why: string;
  /** Of an edit: what is to be said. */
  readonly statement?: WrittenStatement;
}

const reasons = {
  accept: 'The sentence says so.',
  reject: 'The sentence does not say so.',
  edit: 'The sentence says this.',
} as const;

const sameTerms = (a: WrittenStatement, b: WrittenStatement): boolean =>
  a.subject === b.subject && a.predicate === b.predicate && a.object === b.object;

/** What is done, and to what. An Error says why the choice is none. */
function actionOf({ proposed, isSaid }: Candidate, { says, statement }: Choice) {
  if (says === 'reject')
    return proposed !== undefined && isSaid ? { action: 'retract', statement: proposed } : { action: 'dismiss' };
  const said = says === 'accept' ? proposed : statement;
  if (said === undefined)
    throw new Error('nothing is proposed here that could be accepted; say what is to be said instead');
  if (proposed === undefined || !isSaid || sameTerms(said, proposed)) return { action: 'assert', statement: said };
  return { action: 'correct', statement: proposed, replacement: said };
}

/** `quote`: words of the note that stand there once. */
export function decide(candidate: Candidate, choice: Choice, quote: string): WrittenDecision {
  const { id, note } = candidate;
  const { who, when, says, why } = choice;
  const done = actionOf(candidate, choice) as Pick<WrittenDecision, 'action' | 'statement' | 'replacement'>;
  // Of a long name the end goes: the candidate tells two decisions apart.
  const name = `${note.replace(/[^a-z0-9]+/g, '-').slice(0, 60)}-${done.action}-${id}`.replace(/^-+/, '');
  return { id: name, note, who, when, why: why.trim() || reasons[says], quote, candidate: id, ...done };
}
