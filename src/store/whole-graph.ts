/** `CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }`, the whole of a graph: read as it lies, past the engine and all its work. */
import type { Quad, Term } from '../rdf.js';
import { rdf } from '../rdf.js';
import { orderTriples } from '../serialise/id-order.js';
import type { IdTriples } from '../serialise/id-triples.js';
import { writeTriple } from '../serialise/terms.js';
import type { Clock } from './clock.js';
import { createQuadSource, type DatasetView, type IdView, type QuadSource } from './dataset-view.js';
import type { QueryResult } from './graph-store.js';
import type { Operation } from './parse/algebra.js';
import { ScannedTriples } from './scanned-triples.js';

const listOf = (part: unknown): readonly unknown[] => (Array.isArray(part) ? part : []);

/** The variables of a list that is one pattern of the default graph with three of them. */
function variablesOf(patterns: readonly unknown[]): readonly string[] | undefined {
  const [pattern, second] = patterns as readonly Quad[];
  if (pattern === undefined || second !== undefined || pattern.graph?.termType !== 'DefaultGraph') return undefined;
  const terms: readonly Term[] = [pattern.subject, pattern.predicate, pattern.object];
  const names = new Set(terms.flatMap(({ termType, value }) => (termType === 'Variable' ? [value] : [])));
  return names.size === 3 ? [...names] : undefined;
}

export function isWholeGraph(operation: Operation): boolean {
  const input = operation['input'] as Operation | undefined;
  if (operation.type !== 'construct' || input?.type !== 'bgp') return false;
  const [asked, made] = [listOf(input['patterns']), listOf(operation['template'])].map(variablesOf);
  return asked !== undefined && asked.join() === made?.join();
}

/** Up to so many triples are put in order. */
const mostSorted = 20_000;

/** In one order whatever has been written when, so that the same graph has the same entity tag in every process. */
function inOrder(quads: Iterable<Quad>): Quad[] {
  const lines = Array.from(quads, (quad) => [writeTriple(quad), quad] as const);
  return lines.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, quad]) => quad);
}

/** Until the clock is over. */
async function* readQuads(source: QuadSource, clock: Clock): AsyncGenerator<Quad> {
  const unnamed = rdf.defaultGraph();
  try {
    const quads = source.match(undefined, undefined, undefined, unnamed);
    const count = source.countQuads(undefined, undefined, undefined, unnamed);
    for (const quad of count <= mostSorted ? inOrder(quads) : quads) yield quad;
    // A source that dried up looks like the end of the answer.
    clock.check();
  } finally {
    clock.stop();
  }
}

function readTriples(view: IdView, clock: Clock): IdTriples {
  let ticks = 0;
  const tick = (): void => {
    ticks += 1;
    if ((ticks & 0x3ff) === 0) clock.check();
  };
  const triples = new ScannedTriples({ view, tick });
  return view.index.count(0, 0, 0, view.defaultGraph) <= mostSorted ? orderTriples(triples) : triples;
}

/** All triples of the default graph. */
export const readWholeGraph = (view: DatasetView, clock: Clock): QueryResult => ({
  kind: 'graph',
  quads: readQuads(createQuadSource(view), clock),
  triples: view.ids && readTriples(view.ids, clock),
});
