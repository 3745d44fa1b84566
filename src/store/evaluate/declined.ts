/** The query has something that is not evaluated over ids: it is left, whole, to the engine that knows everything. */
export class Declined extends Error {
  constructor(readonly what: string) {
    super(`${what} is not evaluated over ids`);
  }
}
