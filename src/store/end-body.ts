/**
 * Ends what an answer's body is read from, also where nobody has begun to read: a generator that has not begun does not come to
 * its `finally`, and what it would have read from would be held for ever. So it is begun, and then left.
 */

/** The same chunks; whoever leaves them before the first has ended all that they are made of. */
export function endSurely<T>(body: AsyncIterable<T>): AsyncIterableIterator<T> {
  const chunks = body[Symbol.asyncIterator]();
  let hasBegun = false;
  const next = (): Promise<IteratorResult<T>> => {
    hasBegun = true;
    return chunks.next();
  };
  async function leave(): Promise<IteratorResult<T>> {
    // One that fails has ended by that, and nobody wants to know.
    if (!hasBegun) await next().catch(() => {});
    await chunks.return?.();
    return { done: true, value: undefined };
  }
  return {
    next,
    return: leave,
    async throw(error?: unknown) {
      await leave();
      throw error;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

/** A body that is not wanted, or no longer. Never rejects. */
export async function endBody(body: AsyncIterable<unknown>): Promise<void> {
  await endSurely(body)
    .return?.()
    .catch(() => {});
}
