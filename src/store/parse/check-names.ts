/** What the parser lets pass of IRIs: characters that none may hold, and functions that there are not. */

import { QueryFault } from '../graph-store.js';
import { isOperation, isTerm, type Operation } from './algebra.js';

/** Casts (SPARQL 1.1 Query, section 17.5). All other functions have names of their own in the grammar. */
const casts = new Set(
  [
    'boolean',
    'date',
    'dateTime',
    'dayTimeDuration',
    'decimal',
    'double',
    'duration',
    'float',
    'integer',
    'string',
    'time',
    'yearMonthDuration',
  ].map((name) => `http://www.w3.org/2001/XMLSchema#${name}`),
);

/** An IRI is one after its escapes have been read, too (section 19.2). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what an IRI may not hold
const notInIri = /[\u0000-\u0020<>"{}|^`\\\p{Surrogate}]/u;

const quoted = (iri: string): string => `<${iri.length > 100 ? `${iri.slice(0, 100)}…` : iri}>`;

function checkFunction({ type, subType, name }: Operation): void {
  if (type !== 'expression' || subType !== 'named' || !isTerm(name) || casts.has(name.value)) return;
  // To the grammar a function may have any IRI.
  throw new QueryFault('refused', `${quoted(name.value)} is not a function that there is here`);
}

/** Throws a {@link QueryFault}. What is asked elsewhere may call functions that there are there. */
export function checkNames(node: unknown, isElsewhere = false): void {
  if (typeof node !== 'object' || node === null) return;
  if (isTerm(node) && node.termType === 'NamedNode' && notInIri.test(node.value))
    throw new QueryFault('malformed', `${quoted(node.value)} holds a character that no IRI may hold`);
  const isService = isOperation(node) && node.type === 'service';
  if (isOperation(node) && !isElsewhere) checkFunction(node);
  for (const child of Object.values(node)) checkNames(child, isElsewhere || isService);
}
