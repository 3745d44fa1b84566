/** The embedded store keeps the contract of all stores. */
import { openStore } from '../../src/store/open.js';
import { graphStoreSuite } from './graph-store-suite.js';

graphStoreSuite('The embedded store', (quads, config) => openStore({ quads, config }));
