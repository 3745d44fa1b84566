/**
 * Ends what an answer's body is read from, also where nobody has begun to read: a generator that has not begun does not come to
 * its `finally`, and what it would have read from would be held for ever.
 */

/** `end` is called where the chunks are left before the first of them was asked for; what has begun ends by itself. */
export function endSurely<T>(chunks: AsyncGenerator<T>, end: () => unknown): AsyncIterableIterator<T> {
  let hasBegun = false;
  async function leave(): Promise<void> {
    if (hasBegun) return;
    hasBegun = true;
    await end();
  }
  return {
    next() {
      hasBegun = true;
      return chunks.next();
    },
    async return(value?: unknown) {
      await leave();
      return chunks.return(value);
    },
    async throw(error?: unknown) {
      await leave();
      return chunks.throw(error);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

/** A body that is not wanted, or no longer: it is begun, so that all that it is made of ends with it. Never rejects. */
export async function endBody(body: AsyncIterable<unknown>): Promise<void> {
  const chunks = body[Symbol.asyncIterator]();
  try {
    await chunks.next();
    await chunks.return?.();
  } catch {
    // It has ended by its own failure, of which nobody wants to know.
  }
}
