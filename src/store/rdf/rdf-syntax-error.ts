/** What is wrong with RDF text, and in which line. */

/** Not the RDF it should be; `line` counts from 1. */
export class RdfSyntaxError extends Error {
  override readonly name = 'RdfSyntaxError';
  constructor(
    readonly line: number,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** In one line. */
export const messageOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ').trim();
