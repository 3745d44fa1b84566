/** What of a graph is ours to answer for: all but what was taken from other catalogues. */
import { createIris } from '../iris.js';
import type { Quad } from '../rdf.js';

export function ownQuads(quads: readonly Quad[], base: string): readonly Quad[] {
  const { isImportGraph } = createIris(base);
  return quads.filter(({ graph }) => !isImportGraph(graph.value));
}
