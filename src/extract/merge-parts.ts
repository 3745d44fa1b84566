/** Puts together what the parts of a long text say: a thing that several of them name is one thing, where it is named first. */
import { toItem } from './json-text.js';
import { mergeThings } from './merge-things.js';
import { type PartThings, unpack } from './part-things.js';
import type { EntityJson } from './to-json.js';

export interface Merger {
  /** Parts are added in the order of the text. */
  add(part: PartThings): void;
  /** All things as items of JSON; stretches of a part that no other part adds to come as they are. */
  entities(): Generator<string | Uint8Array>;
  damaged(): Generator<Uint8Array>;
}

/** A thing, in the part that names it first. */
interface Known {
  readonly part: Kept;
  readonly place: number;
  /** Its agencies in all parts, one a line. */
  owners: string;
}

/** A part as it is kept: packed, and what of it is not told as it stands there. */
interface Kept {
  readonly part: Pick<PartThings, 'ends' | 'items' | 'damaged'>;
  /** The places of things that an earlier part has told of. */
  readonly told: Set<number>;
  /** Place → what later parts add, as JSON. */
  readonly added: Map<number, string[]>;
}

/** A label that more owners' things bear is looked up among the latest. */
const mostBearers = 50;

function isOneOf(owners: string, others: string): boolean {
  if (owners === '' || others === '' || owners === others) return true;
  const known = owners.split('\n');
  return others.split('\n').some((owner) => known.includes(owner));
}

/** Finds a thing again: by its name in the graph, or by its label where the owners do not speak against it. */
class Index {
  private readonly byId = new Map<string, Known>();
  private readonly byKey = new Map<string, Known | Known[]>();

  find(id: string, key: string, owners: string): Known | undefined {
    const present = this.byId.get(id);
    if (present !== undefined) return present;
    const bearers = this.byKey.get(key);
    return Array.isArray(bearers)
      ? bearers.slice(-mostBearers).find((bearer) => isOneOf(bearer.owners, owners))
      : bearers !== undefined && isOneOf(bearers.owners, owners)
        ? bearers
        : undefined;
  }

  enter(id: string, key: string, thing: Known): void {
    this.byId.set(id, thing);
    const bearers = this.byKey.get(key);
    if (bearers === undefined) this.byKey.set(key, thing);
    else if (Array.isArray(bearers)) bearers.push(thing);
    else this.byKey.set(key, [bearers, thing]);
  }

  /** Lets a second name stand for a thing. */
  alias(id: string, thing: Known): void {
    this.byId.set(id, thing);
  }
}

export function createMerger(): Merger {
  const index = new Index();
  const parts: Kept[] = [];
  return {
    add(part) {
      const { ends, items, damaged } = part;
      const kept: Kept = { part: { ends, items, damaged }, told: new Set(), added: new Map() };
      parts.push(kept);
      addThings(part, kept, index);
    },
    *entities() {
      for (const kept of parts) yield* entitiesOf(kept);
    },
    *damaged() {
      for (const { part } of parts) {
        const items = unpack(part.damaged);
        if (items.length > 0) yield items;
      }
    },
  };
}

function addThings({ ids, keys, owners, ends, items }: PartThings, kept: Kept, index: Index): void {
  let unpacked: Buffer | undefined;
  const present = ids.map((id, place) => index.find(id, keys[place] ?? '', owners[place] ?? ''));
  ids.forEach((id, place) => {
    const thing = present[place];
    const own = owners[place] ?? '';
    if (thing === undefined) {
      index.enter(id, keys[place] ?? '', { part: kept, place, owners: own });
      return;
    }
    kept.told.add(place);
    index.alias(id, thing);
    if (own !== '') thing.owners = thing.owners === '' ? own : `${thing.owners}\n${own}`;
    unpacked ??= unpack(items);
    const text = unpacked.toString('utf8', (ends[place - 1] ?? 0) + 1, ends[place]);
    const { added } = thing.part;
    const texts = added.get(thing.place);
    if (texts === undefined) added.set(thing.place, [text]);
    else texts.push(text);
  });
}

function* entitiesOf({ part, told, added }: Kept): Generator<string | Uint8Array> {
  const items = unpack(part.items);
  const changed = [...told, ...added.keys()].sort((a, b) => a - b);
  let from = 0;
  for (const place of changed) {
    const [start, end] = [part.ends[place - 1] ?? 0, part.ends[place] ?? 0];
    if (start > from) yield items.subarray(from, start);
    from = end;
    const texts = added.get(place);
    if (texts === undefined) continue;
    const things = [items.toString('utf8', start + 1, end), ...texts].map((text) => JSON.parse(text) as EntityJson);
    yield toItem(things.reduce(mergeThings));
  }
  if (from < items.length) yield items.subarray(from);
}
