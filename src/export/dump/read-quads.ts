/** All quads of a store but those under review, as rows of TSV, all of one version of it. */
import { rdf } from '../../rdf.js';
import { type GraphStore, QueryFault } from '../../store/graph-store.js';
import { readQueryText } from '../query-text.js';

export interface QuadRows {
  /** Of the store. */
  readonly version: string;
  readonly tsv: AsyncIterable<Uint8Array>;
}

const attempts = 5;

async function* both(one: AsyncIterable<Uint8Array>, other: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* one;
  yield* other;
}

/** The unnamed graph is asked apart: a dataset of the protocol that has it has no others. */
export async function readQuads(store: GraphStore, base: string): Promise<QuadRows> {
  const review = rdf.literal(`${base}graph/review/`);
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const version = store.version();
    const wanted = { bindings: 'tsv' } as const;
    const unnamed = await store.respond(readQueryText('dump/unnamed-graph'), wanted, { defaultGraphs: [''] });
    const named = await store.respond(readQueryText('dump/named-graphs'), wanted, { bindings: { review } });
    if (store.version() === version) return { version, tsv: both(unnamed.body, named.body) };
    // Somebody has written between the two. What is not wanted ends here.
    for (const { body } of [unnamed, named]) await body[Symbol.asyncIterator]().return?.();
  }
  throw new QueryFault('busy', 'the graph is changing too fast to be dumped; try again later', { retryAfter: 10 });
}
