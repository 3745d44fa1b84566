/** Whether two engines say the same: refused by both, or the same terms as often, whatever the order and the blank nodes' labels. */
import { viewComputed } from '../conformance/compare/computed-numbers.js';
import { expectSame, type FullAnswer } from '../conformance/results/answer.js';
import { mapColumns } from '../conformance/results/columns.js';
import type { Outcome } from './engines.js';

/** Numbers by type and value: one double may be written in several ways. */
const comparable = (answer: FullAnswer): FullAnswer => mapColumns(answer, (_, term) => viewComputed(term));

/** What is different, in words; undefined where nothing is. */
export function findDifference(ours: Outcome, theirs: Outcome): string | undefined {
  if (ours.kind === 'refused' && theirs.kind === 'refused') return undefined;
  if (ours.kind === 'refused') return `we refuse: ${ours.reason}`;
  if (theirs.kind === 'refused') return `they refuse: ${theirs.reason}`;
  try {
    expectSame(comparable(ours), comparable(theirs));
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
