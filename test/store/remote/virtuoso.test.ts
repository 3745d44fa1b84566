/** The same over Virtuoso, where it is installed; what it does otherwise is listed, with the reason. */
import { readConfig } from '../../../src/config.js';
import type { Quad } from '../../../src/rdf.js';
import { writeTriple } from '../../../src/serialise/terms.js';
import type { GraphName, GraphStore } from '../../../src/store/graph-store.js';
import { openRemote, type RemoteConfig } from '../../../src/store/remote/remote.js';
import { graphStoreSuite } from '../graph-store-suite.js';
import type { Skipped } from '../skipped.js';
import { startVirtuoso, type Virtuoso, virtuosoProgram } from './virtuoso-server.js';

const base = 'http://data.example/';
/** It has no unnamed graph: this one stands for it. */
const unnamedGraph = `${base}graph/unnamed`;
/** A group of graphs: what a query without a dataset sees. */
const union = `${base}graph/union`;

const noUnion = 'it does not merge graphs: what stands in several is found as often';
const noUnnamed = 'it has no unnamed graph';

const skipped: Skipped = {
  'is the union of all graphs': noUnion,
  'is the merge of the FROM graphs': noUnion,
  'is the unnamed graph where the union is off': noUnnamed,
  'go to the unnamed graph': noUnnamed,
  'has an empty default graph with FROM NAMED alone': 'its default graph is then that of all queries',
  'is what the protocol says, over what the query says': 'it adds the graphs of the protocol to those of FROM',
  'describes by the outgoing statements': 'it describes by the incoming ones too',
  'constructs the whole of a graph': 'it fails where a literal would be a subject, and should leave the triple out',
  'resolves relative IRIs': 'IRI() of a relative one stays relative',
  'a FROM outside: refused': 'a graph that is not held is an empty one',
  'LOAD: refused, or with SILENT passed over': 'another engine would fetch it; it is refused, SILENT or not',
  'comes when the reader breaks off': 'it sends nothing before it has all',
};

function groupByGraph(quads: Iterable<Quad>): Map<string, Quad[]> {
  const groups = new Map<string, Quad[]>();
  for (const quad of quads) groups.set(quad.graph.value, [...(groups.get(quad.graph.value) ?? []), quad]);
  return groups;
}

async function fill(store: GraphStore, virtuoso: Virtuoso, quads: Iterable<Quad>): Promise<void> {
  for (const graph of ['a', 'b', 'c', 'unnamed', 'review/r'])
    await virtuoso.tell(`SPARQL CLEAR GRAPH <${base}graph/${graph}>;`);
  for (const [name, own] of groupByGraph(quads)) {
    await store.writeGraph(
      own[0]?.graph as GraphName,
      { parts: [{ format: 'ntriples', text: own.map(writeTriple).join('') }], baseIri: base },
      'replace',
    );
    if (!name.includes('/review/'))
      await virtuoso.tell(`DB.DBA.RDF_GRAPH_GROUP_INS('${union}', '${name === '' ? unnamedGraph : name}');`);
  }
}

if (virtuosoProgram === undefined)
  describe('Virtuoso, as a GraphStore', () => {
    it('is not installed here (virtuoso-t of virtuoso-opensource): its tests are left out');
  });
else {
  let virtuoso: Virtuoso;
  before(async () => {
    virtuoso = await startVirtuoso();
    await virtuoso.tell(`DB.DBA.RDF_GRAPH_GROUP_CREATE('${union}', 1);`);
  });
  after(() => virtuoso.close());
  graphStoreSuite(
    'Virtuoso',
    async (quads, settings) => {
      const config: RemoteConfig = { ...readConfig({}), ...settings };
      const engine = {
        query: `${virtuoso.sparql}?default-graph-uri=${encodeURIComponent(union)}`,
        update: virtuoso.sparql,
        // Its Graph Store Protocol leaves a graph empty that it should replace.
        unnamedGraph,
        freshness: 3600,
      };
      const store = openRemote(engine, config);
      await fill(store, virtuoso, quads);
      return store;
    },
    skipped,
  );
}
