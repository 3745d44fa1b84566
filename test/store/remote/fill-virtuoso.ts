/** A graph in Virtuoso, and how a server of ours asks it. */
import type { Quad } from '../../../src/rdf.js';
import { writeTriple } from '../../../src/serialise/terms.js';
import type { GraphName, GraphStore } from '../../../src/store/graph-store.js';
import type { EngineSettings } from '../../../src/store/remote/engine-settings.js';
import type { Virtuoso } from './virtuoso-server.js';

/** It has no unnamed graph: this one stands for it. */
const unnamedOf = (base: string): string => `${base}graph/unnamed`;

export const engineOf = ({ sparql }: Virtuoso, base: string): EngineSettings => ({
  query: sparql,
  update: sparql,
  // Its Graph Store Protocol leaves a graph empty that it should replace: updates write.
  unnamedGraph: unnamedOf(base),
  freshness: 3600,
});

function groupByGraph(quads: Iterable<Quad>): Map<string, Quad[]> {
  const groups = new Map<string, Quad[]>();
  for (const quad of quads) groups.set(quad.graph.value, [...(groups.get(quad.graph.value) ?? []), quad]);
  return groups;
}

/** Nothing else is in it then. What is under review this server has no right to. */
export async function fillVirtuoso(
  virtuoso: Virtuoso,
  store: GraphStore,
  quads: Iterable<Quad>,
  base: string,
): Promise<void> {
  for (const graph of ['a', 'b', 'c']) await virtuoso.tell(`SPARQL CLEAR GRAPH <${base}graph/${graph}>;`);
  for (const [name, own] of groupByGraph(quads)) {
    const text = own.map(writeTriple).join('');
    if (name.includes('/review/')) {
      await virtuoso.tell(`SPARQL CLEAR GRAPH <${name}>;`);
      await virtuoso.tell(`SPARQL INSERT DATA { GRAPH <${name}> { ${text} } };`);
      continue;
    }
    await virtuoso.show(name || unnamedOf(base));
    const upload = { parts: [{ format: 'ntriples', text }], baseIri: base };
    await store.writeGraph(own[0]?.graph as GraphName, upload, 'replace');
  }
}
