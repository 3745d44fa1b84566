/** The RDF environment: one term factory for everything that makes quads. */

import Environment from '@rdfjs/environment';
import type {
  BlankNode,
  DatasetCore,
  DefaultGraph,
  Literal,
  NamedNode,
  Quad,
  Quad_Graph,
  Quad_Object,
  Quad_Predicate,
  Quad_Subject,
  Term,
} from '@rdfjs/types';
import DataFactory from 'rdf-ext/DataFactory.js';

export type {
  BlankNode,
  DatasetCore,
  DefaultGraph,
  Literal,
  NamedNode,
  Quad,
  Quad_Graph,
  Quad_Object,
  Quad_Predicate,
  Quad_Subject,
  Term,
};

/** What is used of rdf-ext: to load the parsers and writers that it has besides takes as long as all else of ours. */
export const rdf = new Environment([DataFactory], { bind: true });
