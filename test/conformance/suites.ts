/** All suites, in the order of the table. A new one is a line here. */
import type { Suite } from './suite.js';
import { entailmentSuite } from './suites/entailment.js';
import { protocolSuites } from './suites/protocols.js';
import { rdfSuites } from './suites/rdf.js';
import { serviceDescriptionSuite } from './suites/service-description.js';
import { sparqlSuites } from './suites/sparql.js';

export const suites: readonly Suite[] = [
  ...sparqlSuites,
  ...protocolSuites,
  serviceDescriptionSuite,
  entailmentSuite,
  ...rdfSuites,
];
