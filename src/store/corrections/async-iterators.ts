/**
 * The iterators beneath Comunica. A union of them stops reading for ever when one of its parts ends in the very moment in
 * which it is read: the part is taken out of the list that is being gone through, so the next one is passed over, and
 * nobody comes back to it. Sources that answer at once, as ours do, do this all the time; a query then hangs until its
 * deadline. And each hundredth turn of theirs waits for the process to have done all else, counted over all queries: the
 * order of rows was one of chance.
 */
import { createRequire } from 'node:module';

/** What `import` would give is another copy than the one that Comunica requires. */
const asyncIterators = createRequire(import.meta.url)('asynciterator') as typeof import('asynciterator');

export const { wrap } = asyncIterators;

interface Union {
  _removeEmptySources(): void;
  _fillBuffer(): void;
}

/** Turns that are taken together once all promises are through: in the same order whatever else the process does. */
let waiting: (() => void)[] = [];

function takeTurns(): void {
  const turns = waiting;
  waiting = [];
  try {
    for (let turn = turns.shift(); turn !== undefined; turn = turns.shift()) turn();
  } finally {
    // One that fails takes nobody else's.
    for (const turn of turns) waitForTurn(turn);
  }
}

function waitForTurn(turn: () => void): void {
  if (waiting.push(turn) === 1) setImmediate(takeTurns);
}

export function correctIterators(): void {
  asyncIterators.setTaskScheduler(waitForTurn);
  const union = asyncIterators.UnionIterator.prototype as unknown as Union;
  const remove = union._removeEmptySources;
  union._removeEmptySources = function (this: Union) {
    remove.call(this);
    // Once more when the reading that goes on is over; where there is nothing to read it does nothing.
    waitForTurn(() => this._fillBuffer());
  };
}
