/** What things are now, for who keeps copies of them. */
import { type NamedNode, type Quad, type Quad_Object, type Quad_Predicate, type Quad_Subject, rdf } from '../rdf.js';
import type { GraphStore, QueryOptions } from '../store/graph-store.js';
import { readRows } from './read-rows.js';

/** The statements of each, by its IRI. */
export async function readPayload(
  store: GraphStore,
  things: readonly NamedNode[],
  options: QueryOptions,
): Promise<ReadonlyMap<string, readonly Quad[]>> {
  const payload = new Map<string, Quad[]>();
  for await (const row of readRows(store, 'feeds/payload', { ...options, bindings: { thing: things } })) {
    const [thing, s, p, o] = ['thing', 's', 'p', 'o'].map((name) => row.get(name));
    if (thing === undefined || s === undefined || p === undefined || o === undefined) continue;
    const quads = payload.get(thing.value) ?? [];
    quads.push(rdf.quad(s as Quad_Subject, p as Quad_Predicate, o as Quad_Object));
    payload.set(thing.value, quads);
  }
  return payload;
}
