/** The things of a long text by their names: each is found again by what it is called in the graph, or by its label and owners. */
import { Bearers } from './bearers.js';
import { Column } from './column.js';
import type { PartThings } from './part-things.js';

/** A label that more owners' things bear is looked up among the latest. */
const mostBearers = 50;

/** No agency's word is likely to be this one. */
const none = 0;

/** A thing of a part, as it is looked for: the numbers of its names, and its owners. */
export interface Sought {
  readonly id: readonly [number, number];
  readonly key: readonly [number, number];
  readonly owners: Uint32Array;
}

export function soughtAt({ ids, keys, owners, ownerEnds }: PartThings, place: number): Sought {
  const wordsOf = (words: Uint32Array): [number, number] => [words[2 * place] ?? 0, words[2 * place + 1] ?? 0];
  return {
    id: wordsOf(ids),
    key: wordsOf(keys),
    owners: owners.subarray(ownerEnds[place - 1] ?? 0, ownerEnds[place]),
  };
}

/** Finds a thing again: by its name in the graph, or by its label where the owners do not speak against it. */
export class ThingIndex {
  /** Thing → its part, and its place in that. */
  readonly #parts = new Column();
  readonly #places = new Column();
  /** Thing → its first owner, if any; those besides, which few have. */
  readonly #owner = new Column();
  readonly #moreOwners = new Map<number, number[]>();
  readonly #byId = new Bearers();
  readonly #byKey = new Bearers();

  find({ id, key, owners }: Sought): number | undefined {
    const same = this.#byId.latest(...id);
    if (same !== undefined) return same;
    let [first, looked]: [number | undefined, number] = [undefined, 0];
    for (const thing of this.#byKey.of(...key)) {
      if (this.#mayBeOf(thing, owners)) first = thing;
      if (++looked === mostBearers) break;
    }
    return first;
  }

  enter({ id, key, owners }: Sought, part: number, place: number): void {
    const thing = this.#parts.length;
    this.#parts.push(part);
    this.#places.push(place);
    this.#owner.push(owners[0] ?? none);
    if (owners.length > 1) this.#moreOwners.set(thing, [...owners.subarray(1)]);
    this.#byId.add(...id, thing);
    this.#byKey.add(...key, thing);
  }

  /** Lets a second name stand for a thing, and further owners have it. */
  join(thing: number, { id, owners }: Sought): void {
    if (this.#byId.latest(...id) === undefined) this.#byId.add(...id, thing);
    const known = this.#moreOwners.get(thing) ?? [];
    const more = [...owners].filter((owner) => owner !== this.#owner.at(thing) && !known.includes(owner));
    if (more.length > 0) this.#moreOwners.set(thing, [...known, ...more]);
  }

  placeOf(thing: number): { readonly part: number; readonly place: number } {
    return { part: this.#parts.at(thing), place: this.#places.at(thing) };
  }

  #mayBeOf(thing: number, others: Uint32Array): boolean {
    const [owner, more] = [this.#owner.at(thing), this.#moreOwners.get(thing)];
    if (others.length === 0 || (owner === none && more === undefined)) return true;
    return others.some((other) => other === owner || more?.includes(other) === true);
  }
}
