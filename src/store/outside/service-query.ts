/** What another endpoint is asked: the pattern of a SERVICE, with the values that its variables have here. */
import { toAst } from '@traqula/algebra-sparql-1-2';
import { Generator } from '@traqula/generator-sparql-1-2';
import { rdf, type Term } from '../../rdf.js';
import type { Binding } from '../../serialise/results.js';
import type { Operation } from '../parse/algebra.js';
import { faultOfQuad } from '../rdf/check-quad.js';

const generator = new Generator();
const anything = rdf.namedNode('urn:any');

/** Whether another store can know the term: blank nodes are ours alone, and what is no IRI could be read as something else. */
function isShared(term: Term): boolean {
  if (term.termType === 'BlankNode') return false;
  if (term.termType === 'Quad') return [term.subject, term.predicate, term.object].every(isShared);
  return faultOfQuad(rdf.quad(anything, anything, term as Parameters<typeof rdf.quad>[2])) === undefined;
}

/** A row whose value no other store can know finds nothing there. */
export const canBeFound = (row: Binding): boolean => [...row.values()].every(isShared);

/** `SELECT` of these variables; with rows, only what goes together with one of them. */
export function writeServiceQuery(
  pattern: Operation,
  variables: readonly string[],
  rows: readonly Binding[] | undefined,
): string {
  const shared = [...new Set((rows ?? []).flatMap((row) => [...row.keys()]))];
  const values: Operation = {
    type: 'values',
    variables: shared.map((name) => rdf.variable(name)),
    bindings: (rows ?? []).map((row) => Object.fromEntries(row)),
  };
  const input = shared.length === 0 ? pattern : { type: 'join', input: [values, pattern] };
  const query = { type: 'project', input, variables: variables.map((name) => rdf.variable(name)) };
  return generator.generate(toAst(query as never));
}
