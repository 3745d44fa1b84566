/**
 * Paths of no steps, as `?a :p* ?b` has them: between two variables they are found at the nodes of the graph alone, and from
 * a term that is written they lead to that term, be it in the graph or not. Comunica joins by putting values in for variables
 * and then cannot tell the two apart: `VALUES ?a { "x" } ?a :p* ?b` gave a row for a text that the graph does not have. So
 * each path is told beforehand.
 */
import type { Term } from '../../rdf.js';
import { change, isOperation, mapInputs, type Operation } from '../parse/algebra.js';

/** Which ends of a path are variables, or were before values were put in. */
export interface Openness {
  readonly start: boolean;
  readonly end: boolean;
}

interface Metadata {
  readonly open?: Openness;
}

const isVariable = (term: unknown): boolean => /^(?:Variable|BlankNode)$/.test((term as Term).termType);

function markPath(path: Operation, open: Openness): Operation {
  const { type, input, metadata } = path;
  if (/^(?:ZeroOr|OneOrMore)/.test(type))
    return change(path, { metadata: { ...(metadata as Metadata | undefined), open } });
  if (type === 'inv') {
    const turned = { start: open.end, end: open.start };
    return change(path, { path: markPath(path['path'] as Operation, turned) });
  }
  if (!Array.isArray(input)) return path;
  const parts = input.filter(isOperation);
  const mark = (part: Operation, at: number): Operation =>
    markPath(part, {
      start: (type === 'seq' && at > 0) || open.start,
      end: (type === 'seq' && at < parts.length - 1) || open.end,
    });
  return change(path, { input: parts.map(mark) });
}

/** The algebra in which every path of any length knows which of its ends are open. */
export function markOpenEnds(node: Operation): Operation {
  if (node.type !== 'path') return mapInputs(node, markOpenEnds);
  const open = { start: isVariable(node['subject']), end: isVariable(node['object']) };
  return change(node, { predicate: markPath(node['predicate'] as Operation, open) });
}

export const opennessOf = ({ metadata }: Operation): Openness =>
  (metadata as Metadata | undefined)?.open ?? { start: false, end: false };
