/** The pool keeps the contract of all stores. */
import { graphStoreSuite } from '../graph-store-suite.js';
import { writeSuite } from '../write-suite.js';
import { openTestPool } from './open-test-pool.js';

// With one process at work the first one to load the graph can do everything.
graphStoreSuite('The pool', (quads, settings) => openTestPool(quads, { ...settings, queryProcesses: 1 }));
writeSuite('The pool', (quads, settings) => openTestPool(quads, { ...settings, queryProcesses: 1 }));
