/**
 * The iterators beneath Comunica. A union of them stops reading for ever when one of its parts ends in the very moment in
 * which it is read: the part is taken out of the list that is being gone through, so the next one is passed over, and
 * nobody comes back to it. Sources that answer at once, as ours do, do this all the time; a query then hangs until its
 * deadline.
 */
import { createRequire } from 'node:module';

/** What `import` would give is another copy than the one that Comunica requires. */
const asyncIterators = createRequire(import.meta.url)('asynciterator') as typeof import('asynciterator');

export const { wrap } = asyncIterators;

interface Union {
  _removeEmptySources(): void;
  _fillBuffer(): void;
}

export function correctUnionIterators(): void {
  const union = asyncIterators.UnionIterator.prototype as unknown as Union;
  const remove = union._removeEmptySources;
  union._removeEmptySources = function (this: Union) {
    remove.call(this);
    // Once more when the reading that goes on is over; where there is nothing to read it does nothing.
    queueMicrotask(() => this._fillBuffer());
  };
}
