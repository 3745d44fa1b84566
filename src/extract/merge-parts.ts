/** Puts together what the parts of a long text say: a thing that several of them name is one thing, where it is named first. */
import { gunzipSync, gzipSync } from 'node:zlib';
import { toItem } from './json-text.js';
import { mergeThings } from './merge-things.js';
import { Bearers, Column } from './name-hashes.js';
import { type PartThings, unpack } from './part-things.js';
import type { EntityJson } from './to-json.js';

export interface Merger {
  /** Parts are added in the order of the text. */
  add(part: PartThings): void;
  /** All things as items of JSON; stretches of a part that no other part adds to come as they are. */
  entities(): Generator<string | Uint8Array>;
  damaged(): Generator<Uint8Array>;
}

/** A part as it is kept: packed, and what of it is not told as it stands there. */
interface Kept {
  readonly part: Pick<PartThings, 'ends' | 'items' | 'damaged'>;
  /** The places of things that an earlier part has told of. */
  readonly told: Set<number>;
  /** What it says of those: packed, as it is wanted last of all. */
  again: Uint8Array;
  /** Place → what later parts add: the number of a part, and that of a text among its `again`. */
  readonly added: Map<number, [part: number, text: number][]>;
}

/** A label that more owners' things bear is looked up among the latest. */
const mostBearers = 50;

/** A thing of a part, as it is looked for: its names by their words, and its owners. */
interface Sought {
  readonly id: readonly [number, number];
  readonly key: readonly [number, number];
  readonly owners: Uint32Array;
}

function soughtAt({ ids, keys, owners, ownerEnds }: PartThings, place: number): Sought {
  const wordsOf = (words: Uint32Array): [number, number] => [words[2 * place] ?? 0, words[2 * place + 1] ?? 0];
  return {
    id: wordsOf(ids),
    key: wordsOf(keys),
    owners: owners.subarray(ownerEnds[place - 1] ?? 0, ownerEnds[place]),
  };
}

/** Finds a thing again: by its name in the graph, or by its label where the owners do not speak against it. */
class Index {
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

/** No agency's word is likely to be this one. */
const none = 0;

const packTexts = (texts: readonly string[]): Uint8Array => gzipSync(JSON.stringify(texts), { level: 1 });
const unpackTexts = (packed: Uint8Array): string[] => JSON.parse(gunzipSync(packed).toString()) as string[];

export function createMerger(): Merger {
  const index = new Index();
  const parts: Kept[] = [];
  return {
    add(part) {
      const { ends, items, damaged } = part;
      parts.push({ part: { ends, items, damaged }, told: new Set(), again: packTexts([]), added: new Map() });
      addThings(part, parts, index);
    },
    *entities() {
      const again: (readonly string[])[] = [];
      const textOf = (part: number, text: number): string => {
        const texts = again[part] ?? unpackTexts((parts[part] as Kept).again);
        again[part] = texts;
        return texts[text] ?? '';
      };
      for (const kept of parts) yield* entitiesOf(kept, textOf);
    },
    *damaged() {
      for (const { part } of parts) {
        const items = unpack(part.damaged);
        if (items.length > 0) yield items;
      }
    },
  };
}

/** The things of the latest of the parts. */
function addThings(said: PartThings, parts: readonly Kept[], index: Index): void {
  let unpacked: Buffer | undefined;
  const number = parts.length - 1;
  const kept = parts[number] as Kept;
  const sought = Array.from(said.ends, (_, place) => soughtAt(said, place));
  // Things of one part are different things: none is looked for among its own.
  const present = sought.map((thing) => index.find(thing));
  const again: string[] = [];
  sought.forEach((own, place) => {
    const thing = present[place];
    if (thing === undefined) {
      index.enter(own, number, place);
      return;
    }
    kept.told.add(place);
    index.join(thing, own);
    const first = index.placeOf(thing);
    const added = parts[first.part]?.added;
    const others = added?.get(first.place) ?? [];
    if (others.push([number, again.length]) === 1) added?.set(first.place, others);
    unpacked ??= unpack(said.items);
    again.push(unpacked.toString('utf8', (said.ends[place - 1] ?? 0) + 1, said.ends[place]));
  });
  kept.again = packTexts(again);
}

function* entitiesOf(
  { part, told, added }: Kept,
  textOf: (part: number, text: number) => string,
): Generator<string | Uint8Array> {
  const items = unpack(part.items);
  const changed = [...told, ...added.keys()].sort((a, b) => a - b);
  let from = 0;
  for (const place of changed) {
    const [start, end] = [part.ends[place - 1] ?? 0, part.ends[place] ?? 0];
    if (start > from) yield items.subarray(from, start);
    from = end;
    const others = added.get(place);
    if (others === undefined) continue;
    const texts = [items.toString('utf8', start + 1, end), ...others.map((other) => textOf(...other))];
    const things = texts.map((text) => JSON.parse(text) as EntityJson);
    yield toItem(things.reduce(mergeThings));
  }
  if (from < items.length) yield items.subarray(from);
}
