/** All quads of a store but those under review, as rows of TSV, all of one version of it. */
import { rdf } from '../../rdf.js';
import { endBody, endSurely } from '../../store/end-body.js';
import { type GraphStore, QueryFault } from '../../store/graph-store.js';
import { readQueryText } from '../query-text.js';

export interface QuadRows {
  /** Of the store. */
  readonly version: string;
  readonly tsv: Body;
}

const attempts = 5;

type Body = AsyncIterable<Uint8Array>;

const endAll = async (bodies: readonly Body[]): Promise<void> => {
  for (const body of bodies) await endBody(body);
};

/** One after the other; who leaves in the midst of one ends the others too. */
async function* inTurn(bodies: readonly Body[]): AsyncGenerator<Uint8Array> {
  try {
    for (const body of bodies) yield* body;
  } finally {
    await endAll(bodies);
  }
}

/** The unnamed graph is asked apart: a dataset of the protocol that has it has no others. */
export async function readQuads(store: GraphStore, base: string): Promise<QuadRows> {
  const review = rdf.literal(`${base}graph/review/`);
  const wanted = { bindings: 'tsv' } as const;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const version = store.version();
    const bodies: Body[] = [];
    try {
      bodies.push((await store.respond(readQueryText('dump/unnamed-graph'), wanted, { defaultGraphs: [''] })).body);
      bodies.push((await store.respond(readQueryText('dump/named-graphs'), wanted, { bindings: { review } })).body);
    } catch (error) {
      await endAll(bodies);
      throw error;
    }
    if (store.version() === version) return { version, tsv: endSurely(inTurn(bodies)) };
    // Somebody has written between the two. What is not wanted ends here.
    await endAll(bodies);
  }
  throw new QueryFault('busy', 'the graph is changing too fast to be dumped; try again later', { retryAfter: 10 });
}
