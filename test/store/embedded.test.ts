/** The embedded store keeps the contract of all stores. */
import { openEmbedded } from '../../src/store/embedded.js';
import { openStore } from '../../src/store/open.js';
import { graphStoreSuite } from './graph-store-suite.js';
import { writeSuite } from './write-suite.js';

graphStoreSuite('The embedded store', (quads, config) => openStore({ quads, config }));
writeSuite('The embedded store', async (quads, config) =>
  openEmbedded(quads, { ...config, queryDeadline: 5, maxAnswerBytes: 1_000_000 }),
);
