/** A framed document: one thing with all that belongs to it, or the catalogues and datasets of a graph. */
import { dcat, dct } from '../vocabularies.js';
import type { ExpandedNode, ExpandedValue } from './compact-nodes.js';
import { NodeFramer } from './frame-nodes.js';
import type { JsonLdTerms } from './json-ld-terms.js';
import { type Frame, type FrameObject, noFrame, readFrame } from './read-frame.js';
import type { JsonMember } from './write-json.js';

/** What is of that type, but for `except`. */
const typed = (nodes: readonly ExpandedNode[], type: string, except: ReadonlySet<string> = new Set()): string[] =>
  nodes.flatMap((node) => (node['@type']?.includes(type) && !except.has(node['@id']) ? [node['@id']] : []));

/** Other things are framed as datasets and their owners are, as far as they have the same properties. */
export function frameOfThings(frame: Frame): Frame {
  const forDatasets = frame.within.get(dcat.dataset.value) ?? noFrame;
  const forOwners = forDatasets.within.get(dct.publisher.value) ?? noFrame;
  const { reverse } = forDatasets;
  return {
    within: new Map([...forOwners.within, ...forDatasets.within]),
    reverse,
    lists: reverse.map(({ name }) => name),
  };
}

/** By what a document about a node is framed. */
function frameFor(node: ExpandedNode | undefined, frame: Frame): Frame {
  if (node?.['@type']?.includes(dcat.Catalog.value)) return frame;
  const forDatasets = frame.within.get(dcat.dataset.value) ?? noFrame;
  const isDataset = node?.['@type']?.includes(dcat.Dataset.value) === true;
  return isDataset ? forDatasets : frameOfThings(frame);
}

const toObject = (members: Iterable<JsonMember>): object =>
  Object.fromEntries([...members].map((member) => [member.name, 'parts' in member ? [...member.parts] : member.value]));

/** Catalogues, and datasets of none, with what is within them; then all else. */
function* framedGraph(nodes: readonly ExpandedNode[], framer: NodeFramer, frame: Frame): Generator<object> {
  const said = new Map(nodes.map((node) => [node['@id'], node]));
  const catalogues = typed(nodes, dcat.Catalog.value);
  const inside = new Set(
    catalogues.flatMap((id) =>
      ((said.get(id)?.[dcat.dataset.value] ?? []) as ExpandedValue[]).flatMap((value) => value['@id'] ?? []),
    ),
  );
  for (const id of [...catalogues, ...typed(nodes, dcat.Dataset.value, new Set([...inside, ...catalogues]))])
    yield toObject(framer.members(id, frameFor(said.get(id), frame)));
  yield* framer.rest();
}

/** What has no place in it, if there is anything: nothing is lost. */
function* included(framer: NodeFramer, name: string): Generator<JsonMember> {
  const rest = framer.rest();
  const first = rest.next();
  if (first.done === true) return;
  function* all(): Generator<object> {
    if (first.done !== true) yield first.value;
    yield* rest;
  }
  yield { name, parts: all() };
}

/** Its members but for the context. */
export function* framedMembers(
  nodes: readonly ExpandedNode[],
  terms: JsonLdTerms,
  { frame: text = {}, root }: { readonly frame?: FrameObject; readonly root?: string },
): Generator<JsonMember> {
  const frame = readFrame(text, terms);
  const framer = new NodeFramer(nodes, terms, frame);
  if (root === undefined) return yield { name: '@graph', parts: framedGraph(nodes, framer, frame) };
  const node = nodes.find((each) => each['@id'] === root);
  yield* framer.members(root, frameFor(node, frame));
  yield* included(framer, terms.keyword('@included'));
}
