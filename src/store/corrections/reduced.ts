/**
 * REDUCED permits duplicates to go, and asks for nothing (SPARQL 1.2 Query, 18.5). Comunica takes rows for the same that
 * differ in language alone, so it is left out: all rows are given.
 */
import { isOperation, mapInputs, type Operation } from '../parse/algebra.js';

export function dropReduced(node: Operation): Operation {
  if (node.type === 'reduced' && isOperation(node['input'])) return dropReduced(node['input']);
  return node.type === 'expression' || node.type === 'bgp' ? node : mapInputs(node, dropReduced);
}
