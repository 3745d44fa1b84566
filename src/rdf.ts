/** The RDF environment: one term factory, datasets and namespaces for everything that makes quads. */
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
import rdfExt from 'rdf-ext';

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

export const rdf = rdfExt;
