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

/** A parser may quote all of a name that is as long as the text. */
const longest = 500;

/** In one line. */
export function messageOf(error: unknown): string {
  const message = (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ').trim();
  return message.length > longest ? `${message.slice(0, longest)}…` : message;
}
