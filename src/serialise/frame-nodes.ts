/** Nodes within nodes, as a frame has it: a thing, what is said of what it points to, and what is said of it. */
import { type ExpandedNode, type ExpandedValue, type JsonObject, NodeCompactor } from './compact-nodes.js';
import type { JsonLdTerms } from './json-ld-terms.js';
import type { Frame } from './read-frame.js';

/** The properties by which a frame looks backwards, at any depth. */
function reverseProperties(frame: Frame, found = new Set<string>()): Set<string> {
  for (const { property, frame: inner } of frame.reverse) reverseProperties(inner, found.add(property));
  for (const inner of frame.within.values()) reverseProperties(inner, found);
  return found;
}

/** A member of an object, with its value, or with the parts of its list. */
export type Member =
  | { readonly name: string; readonly value: unknown }
  | { readonly name: string; readonly parts: Iterable<JsonObject> };

function splitReferences(values: readonly ExpandedValue[]): readonly [ids: string[], others: ExpandedValue[]] {
  const ids: string[] = [];
  const others: ExpandedValue[] = [];
  for (const value of values)
    if (value['@id'] === undefined) others.push(value);
    else ids.push(value['@id']);
  return [ids, others];
}

export class NodeFramer {
  readonly #compactor: NodeCompactor;
  readonly #nodes: ReadonlyMap<string, ExpandedNode>;
  /** Property → node → what points to it. */
  readonly #sources = new Map<string, Map<string, ExpandedNode[]>>();
  /** What was written out within something is made once for each frame; places stand in many. */
  readonly #made = new Map<Frame, Map<string, JsonObject>>();
  readonly #placed = new Set<string>();

  constructor(
    nodes: readonly ExpandedNode[],
    readonly terms: JsonLdTerms,
    private readonly frame: Frame,
  ) {
    this.#compactor = new NodeCompactor(terms);
    this.#nodes = new Map(nodes.map((node) => [node['@id'], node]));
    for (const property of reverseProperties(frame)) this.#sources.set(property, this.#indexSources(property));
  }

  #indexSources(property: string): Map<string, ExpandedNode[]> {
    const sources = new Map<string, ExpandedNode[]>();
    for (const node of this.#nodes.values())
      for (const { '@id': id } of (node[property] ?? []) as readonly ExpandedValue[]) {
        if (id === undefined) continue;
        const known = sources.get(id);
        if (known === undefined) sources.set(id, [node]);
        else known.push(node);
      }
    return sources;
  }

  /** Nodes that nothing has written out yet, as they are. */
  *rest(): Generator<JsonObject> {
    for (const [id, node] of this.#nodes) if (!this.#placed.has(id)) yield this.#compactor.compact(node);
  }

  /** The root's members: those that the frame fills with parts come last, and their parts are made as they are read. */
  *members(id: string, frame = this.frame): Generator<Member> {
    this.#placed.add(id);
    const later: Member[] = [];
    const now: Record<string, unknown> = {};
    for (const [property, values] of Object.entries(this.#nodes.get(id) ?? { '@id': id })) {
      const inner = frame.within.get(property);
      const term = this.terms.of(property).find(({ type, isList }) => type === '@id' && isList);
      if (inner === undefined || term === undefined) now[property] = values;
      else {
        const [parts, others] = splitReferences(values as readonly ExpandedValue[]);
        now[property] = others;
        later.push({ name: term.name, parts: this.#partsOf(parts, inner) });
      }
    }
    const object = this.#finish(this.#write(now as ExpandedNode, frame), id, frame);
    const names = new Set(later.map(({ name }) => name));
    for (const [name, value] of Object.entries(object)) if (!names.has(name)) yield { name, value };
    yield* later;
  }

  *#partsOf(ids: readonly string[], frame: Frame): Generator<JsonObject> {
    for (const id of ids) yield this.#within(id, frame);
  }

  #within(id: string, frame: Frame): JsonObject {
    const made = this.#made.get(frame) ?? new Map<string, JsonObject>();
    this.#made.set(frame, made);
    const known = made.get(id);
    if (known !== undefined) return known;
    this.#placed.add(id);
    const node = this.#nodes.get(id) ?? { '@id': id };
    const object = this.#finish(this.#write(node, frame), id, frame);
    // What is said of a thing is said of it alone, and is too much to be kept.
    if (frame.reverse.length === 0) made.set(id, object);
    return object;
  }

  #write(node: ExpandedNode, frame: Frame): JsonObject {
    return this.#compactor.compact(node, (id, property) => {
      const inner = frame.within.get(property);
      return inner === undefined ? undefined : this.#within(id, inner);
    });
  }

  #finish(object: JsonObject, id: string, frame: Frame): JsonObject {
    for (const { name, property, frame: inner } of frame.reverse)
      object[name] = (this.#sources.get(property)?.get(id) ?? []).map((node) => this.#within(node['@id'], inner));
    for (const name of frame.lists) if (!(name in object)) object[name] = [];
    return object;
  }
}
