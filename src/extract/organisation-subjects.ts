/** Gives every organisation that a note names one subject in the ledger. */
import type { Passage } from '../notes/note.js';
import { type Ledger, type Ownership, type Subject, say } from './ledger.js';
import type { Organisation } from './organisations.js';

const itself: Ownership = { organisations: [], attribution: 'stated', clues: [] };
const subjects = new WeakMap<Ledger, Map<Organisation, Subject>>();

/** The subject of an organisation; named by this passage if it is new. */
export function labelledSubject(ledger: Ledger, organisation: Organisation, passage: Passage): Subject {
  let known = subjects.get(ledger);
  if (known === undefined) {
    known = new Map();
    subjects.set(ledger, known);
  }
  const present = known.get(organisation);
  if (present !== undefined) {
    if (present.passages.length < 8 && !present.passages.includes(passage)) present.passages.push(passage);
    return present;
  }
  const subject = ledger.subject(organisation.type, organisation.label, itself, passage, 'organisations');
  known.set(organisation, subject);
  say(subject, 'label', organisation.label, passage, 'organisations');
  return subject;
}

/** Which organisation each subject of the ledger stands for. */
export function organisationsOf(ledger: Ledger): ReadonlyMap<Organisation, Subject> {
  return subjects.get(ledger) ?? new Map();
}
