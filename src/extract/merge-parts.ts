/** Puts together what the parts of a long text say: a thing that several of them name is one thing, where it is named first. */
import { gunzipSync, gzipSync } from 'node:zlib';
import { toItem } from './json-text.js';
import { mergeThings } from './merge-things.js';
import { type PartThings, unpack } from './part-things.js';
import { soughtAt, ThingIndex } from './thing-index.js';
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
  again: Stretches;
  /** Place → what later parts add: the number of a part, and that of a text among its `again`. */
  readonly added: Map<number, [part: number, text: number][]>;
}

/** Stretches of bytes, and where each ends among them all. */
interface Stretches {
  readonly packed: Uint8Array;
  readonly ends: readonly number[];
}

function packStretches(stretches: readonly Uint8Array[]): Stretches {
  let end = 0;
  return {
    packed: gzipSync(Buffer.concat(stretches), { level: 1 }),
    ends: stretches.map(({ length }) => (end += length)),
  };
}

export function createMerger(): Merger {
  const index = new ThingIndex();
  const parts: Kept[] = [];
  return {
    add(part) {
      const { ends, items, damaged } = part;
      parts.push({ part: { ends, items, damaged }, told: new Set(), again: packStretches([]), added: new Map() });
      addThings(part, parts, index);
    },
    *entities() {
      const unpacked: Buffer[] = [];
      const textOf = (part: number, text: number): string => {
        const { packed, ends } = (parts[part] as Kept).again;
        const bytes = unpacked[part] ?? gunzipSync(packed);
        unpacked[part] = bytes;
        return bytes.toString('utf8', ends[text - 1] ?? 0, ends[text]);
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
function addThings(said: PartThings, parts: readonly Kept[], index: ThingIndex): void {
  let unpacked: Buffer | undefined;
  const number = parts.length - 1;
  const kept = parts[number] as Kept;
  const sought = Array.from(said.ends, (_, place) => soughtAt(said, place));
  // Things of one part are different things: none is looked for among its own.
  const present = sought.map((thing) => index.find(thing));
  const again: Uint8Array[] = [];
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
    again.push(unpacked.subarray((said.ends[place - 1] ?? 0) + 1, said.ends[place]));
  });
  kept.again = packStretches(again);
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
