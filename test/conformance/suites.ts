/** All suites, in the order of the table. A new one is a line here. */
import type { Suite } from './suite.js';
import { sparqlSuites } from './suites/sparql.js';

export const suites: readonly Suite[] = [...sparqlSuites];
