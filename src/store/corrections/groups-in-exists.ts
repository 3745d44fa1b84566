/**
 * GROUP BY in EXISTS. A group that has keys has no row over nothing (SPARQL 1.1 Query, 18.5.1). Comunica puts the values of a row
 * in the place of the keys, and a group that has lost all of them counts none, which is a row: EXISTS held for everything.
 */
import { rdf, type Term } from '../../rdf.js';
import { change, isOperation, isTerm, type Operation } from '../parse/algebra.js';

const term = (value: Term): Operation => ({ type: 'expression', subType: 'term', term: value });

/** Only where there is something in it. */
function requireRows(group: Operation): Operation {
  // A name that no query can write.
  const rows = rdf.variable('rows-in-group');
  const count = {
    type: 'expression',
    subType: 'aggregate',
    aggregator: 'count',
    expression: { type: 'expression', subType: 'wildcard', wildcard: { type: 'wildcard' } },
    distinct: false,
    variable: rows,
  };
  const none = rdf.literal('0', rdf.namedNode('http://www.w3.org/2001/XMLSchema#integer'));
  return {
    type: 'filter',
    input: change(group, { aggregates: [...(group['aggregates'] as readonly unknown[]), count] }),
    expression: { type: 'expression', subType: 'operator', operator: '>', args: [term(rows), term(none)] },
  };
}

function rewrite(node: unknown, isWithin: boolean): unknown {
  if (Array.isArray(node)) return node.map((child) => rewrite(child, isWithin));
  if (typeof node !== 'object' || node === null || isTerm(node)) return node;
  const isInside = isWithin || (isOperation(node) && node['subType'] === 'existence');
  const copy = Object.create(Object.getPrototypeOf(node));
  for (const [key, value] of Object.entries(node)) copy[key] = rewrite(value, isInside);
  const isKeyed = isOperation(node) && node.type === 'group' && (node['variables'] as readonly Term[]).length > 0;
  return isWithin && isKeyed ? requireRows(copy) : copy;
}

export const guardGroupsInExists = (operation: Operation): Operation => rewrite(operation, false) as Operation;
