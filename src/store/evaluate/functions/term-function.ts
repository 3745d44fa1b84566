/** A function over terms that are all there, as SPARQL has them (SPARQL 1.2 Query, 17.4); undefined is an error. */
import type { Term } from '../../../rdf.js';

export type TermFunction = (...args: readonly Term[]) => Term | undefined;

/** By the names that the algebra has for them. */
export type FunctionTable = Readonly<Record<string, TermFunction>>;
