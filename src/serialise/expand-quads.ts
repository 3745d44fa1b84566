/** Quads as expanded JSON-LD: what jsonld's own conversion gives, without what it loses on the way. */
import type { Literal, Quad, Term } from '../rdf.js';
import { prefixes } from '../vocabularies.js';
import { findLists, type Lists } from './find-lists.js';

export const idOf = ({ termType, value }: Term): string => (termType === 'BlankNode' ? `_:${value}` : value);

/** The lexical form always stands as a string, so that none is written anew. */
export function expandLiteral({ value, language, direction, datatype }: Literal): object {
  if (language !== '')
    return { '@value': value, '@language': language, ...(direction ? { '@direction': direction } : {}) };
  return datatype.value === `${prefixes.xsd}string`
    ? { '@value': value }
    : { '@value': value, '@type': datatype.value };
}

function expandTerm(term: Term, lists: Lists): object {
  if (term.termType === 'Literal') return expandLiteral(term);
  const items = term.termType === 'BlankNode' ? lists.items.get(term.value) : undefined;
  return items === undefined ? { '@id': idOf(term) } : { '@list': items.map((item) => expandTerm(item, lists)) };
}

const isNode = (term: Term, lists: Lists): boolean =>
  term.termType === 'NamedNode' || (term.termType === 'BlankNode' && !lists.items.has(term.value));

/** Property (or `@type`) → values, in order of first appearance. */
type Properties = Map<string, (object | string)[]>;

/** Graph (`''`: the unnamed one) → node → properties. */
function groupQuads(quads: readonly Quad[], lists: Lists): Map<string, Map<string, Properties>> {
  const graphs = new Map([['', new Map<string, Properties>()]]);
  for (const { subject, predicate, object, graph } of quads) {
    if (subject.termType === 'BlankNode' && lists.cells.has(subject.value)) continue;
    const nodes = graphs.get(idOf(graph)) ?? new Map<string, Properties>();
    graphs.set(idOf(graph), nodes);
    const properties: Properties = nodes.get(idOf(subject)) ?? new Map();
    nodes.set(idOf(subject), properties);
    const isType = predicate.value === `${prefixes.rdf}type` && isNode(object, lists);
    const name = isType ? '@type' : predicate.value;
    const values = properties.get(name) ?? [];
    properties.set(name, values);
    values.push(isType ? idOf(object) : expandTerm(object, lists));
  }
  return graphs;
}

/** The type first. */
const nodeObject = (id: string, properties: Properties): object =>
  Object.fromEntries([
    ['@id', id],
    ...[...properties].sort(([a], [b]) => Number(b === '@type') - Number(a === '@type')),
  ]);

const nodeObjects = (nodes: Map<string, Properties>): object[] =>
  [...nodes].map(([id, properties]) => nodeObject(id, properties));

/** Triple terms must have been replaced. */
export function expandQuads(quads: readonly Quad[]): object[] {
  const graphs = [...groupQuads(quads, findLists(quads))];
  return graphs.flatMap(([id, nodes]) =>
    id === '' ? nodeObjects(nodes) : [{ '@id': id, '@graph': nodeObjects(nodes) }],
  );
}
