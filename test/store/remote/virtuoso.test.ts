/** The same over Virtuoso, where it is installed; what it does otherwise is listed, with the reason. */
import { readConfig } from '../../../src/config.js';
import { openRemote } from '../../../src/store/remote/remote.js';
import { graphStoreSuite } from '../graph-store-suite.js';
import type { Skipped } from '../skipped.js';
import { engineOf, fillVirtuoso } from './fill-virtuoso.js';
import { startVirtuoso, type Virtuoso, virtuosoProgram } from './virtuoso-server.js';

const base = 'http://data.example/';
const noUnion = 'it does not merge graphs: what stands in several is found as often';
const noUnnamed = 'it has no unnamed graph';

const skipped: Skipped = {
  'keeps the graphs apart under GRAPH…': 'what is hidden from all queries is not found by its name either',
  'is the union of all graphs…': noUnion,
  'is the merge of the FROM graphs…': noUnion,
  'is the unnamed graph where the union is off': noUnnamed,
  'go to the unnamed graph…': noUnnamed,
  'has an empty default graph with FROM NAMED alone': 'its default graph is then that of all queries',
  'is what the protocol says, over what the query says': 'it adds the graphs of the protocol to those of FROM',
  'describes by the outgoing statements…': 'it describes by the incoming ones too',
  'constructs the whole of a graph…': 'it fails where a literal would be a subject, and should leave the triple out',
  'resolves relative IRIs': 'IRI() of a relative one stays relative',
  'a FROM outside: refused': 'a graph that is not held is an empty one',
  'LOAD: refused, or with SILENT passed over': 'another engine would fetch it; it is refused, SILENT or not',
  'comes when the reader breaks off…': 'it sends nothing before it has all',
};

if (virtuosoProgram === undefined)
  describe('Virtuoso, as a GraphStore', () => {
    it('is not installed here (virtuoso-t of virtuoso-opensource): its tests are left out');
  });
else {
  let virtuoso: Virtuoso;
  before(async () => {
    virtuoso = await startVirtuoso();
    for (const graph of ['a', 'b', 'c']) await virtuoso.show(`${base}graph/${graph}`);
  });
  after(() => virtuoso.close());
  graphStoreSuite(
    'Virtuoso',
    async (quads, settings) => {
      const store = openRemote(engineOf(virtuoso, base), { ...readConfig({}), ...settings });
      await fillVirtuoso(virtuoso, store, quads, base);
      return store;
    },
    skipped,
  );
}
