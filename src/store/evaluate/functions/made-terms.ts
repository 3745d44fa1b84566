/** What the query's own circumstances decide: IRIs that are resolved against its base, and its time. */
import { resolve } from 'relative-to-absolute-iri';
import { rdf, type Term } from '../../../rdf.js';
import { stringOf } from '../literals.js';
import type { TermFunction } from './term-function.js';

/** IRI (SPARQL 1.2 Query, 17.4.2.8). */
export const iriFrom =
  (base: string | undefined): TermFunction =>
  (a) => {
    const text = a?.termType === 'NamedNode' ? a.value : stringOf(a);
    if (text === undefined) return undefined;
    try {
      return rdf.namedNode(resolve(text, base ?? ''));
    } catch {
      // Without a base there is nothing that it could be.
      return undefined;
    }
  };

/** NOW: the same wherever a query asks for it. */
export const timeOf = (now: Date): Term =>
  rdf.literal(now.toISOString(), rdf.namedNode('http://www.w3.org/2001/XMLSchema#dateTime'));
