/** N-Triples as they come, line by line. */
import type { Quad } from '../../rdf.js';
import { N3Parser } from '../rdf/n3-parser.js';
import { brokenAnswer } from './read-results.js';

function parseLines(text: string): Quad[] {
  try {
    // A label is the store's own.
    return new N3Parser({ format: 'N-Triples', blankNodePrefix: '' }).parse(text) as unknown as Quad[];
  } catch (cause) {
    throw brokenAnswer('it is cut short, or no N-Triples', cause);
  }
}

/** Throws a {@link QueryFault} for what is none, or ends within a line. */
export async function* readTriples(texts: AsyncIterable<string>): AsyncGenerator<Quad> {
  let pending = '';
  for await (const text of texts) {
    pending += text;
    const end = pending.lastIndexOf('\n') + 1;
    if (end === 0) continue;
    yield* parseLines(pending.slice(0, end));
    pending = pending.slice(end);
  }
  yield* parseLines(pending);
}
