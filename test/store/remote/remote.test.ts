/** A store behind another engine keeps the contract of all stores, as far as the SPARQL protocol goes. */
import { graphStoreSuite } from '../graph-store-suite.js';
import type { Skipped } from '../skipped.js';
import { writeSuite } from '../write-suite.js';
import { openSecondServer } from './second-server.js';

const passedOver = 'another engine would fetch it; it is refused, SILENT or not';
const within = 'the protocol has no update of one graph alone';

const skippedOfQueries: Skipped = { 'LOAD: refused, or with SILENT passed over': passedOver };
const skippedOfWrites: Skipped = {
  'is refused where its data is no RDF': 'what the engine refuses is a refusal, whatever its reason',
  'has it as its default graph': within,
  'may call it by its name': within,
  'may be of the unnamed one': within,
  'sees no other, and writes to none': within,
};

graphStoreSuite('A second server', (quads, settings) => openSecondServer(quads, settings), skippedOfQueries);
writeSuite(
  'A second server',
  (quads, settings) => openSecondServer(quads, settings, { graphs: true }),
  skippedOfWrites,
);
writeSuite(
  'A second server, by updates alone',
  (quads, settings) => openSecondServer(quads, settings),
  skippedOfWrites,
);
