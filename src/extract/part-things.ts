/** What one part of a long text says, packed for the way from the thread that reads it, and to be kept by the thousand. */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { parseNote } from '../notes/read.js';
import { createAgencyLike, readThings } from './extract.js';
import type { Gazetteers } from './gazetteer.js';
import { toItem } from './json-text.js';
import { labelKey } from './label-key.js';
import { describeThings, type EntityJson, quoteDamaged } from './to-json.js';

/** The things in the order of the text; one place in each list. */
export interface PartThings {
  readonly ids: readonly string[];
  /** What two spellings of the same thing have in common. */
  readonly keys: readonly string[];
  /** Its agencies, one a line. */
  readonly owners: readonly string[];
  /** Where each one ends in `items`. */
  readonly ends: Uint32Array;
  /** Each as an item of JSON, and the damaged places: packed, as the same words come again and again. */
  readonly items: Uint8Array;
  readonly damaged: Uint8Array;
}

/** Agencies and their units are told apart by what is above them, and not by what they are called. */
const classOf = ({ type }: EntityJson): string => (type === 'Unit' ? 'Agency' : type);

/** Puts items together as bytes, which the collector of garbage need not look at. */
class Items {
  private readonly pieces: Buffer[] = [];
  private piece = '';
  length = 0;

  add(member: object): void {
    const item = toItem(member);
    this.length += Buffer.byteLength(item);
    this.piece += item;
    if (this.piece.length > longestPiece) this.flush();
  }

  pack(): Uint8Array {
    this.flush();
    return deflateRawSync(Buffer.concat(this.pieces), { level: 1 });
  }

  private flush(): void {
    this.pieces.push(Buffer.from(this.piece));
    this.piece = '';
  }
}

const longestPiece = 65_536;

export const unpack = (items: Uint8Array): Buffer => inflateRawSync(items);

/** Gives the function that reads parts. `head`: the beginning of the text, for every part but the first. */
export function createPartReader(gazetteers: Gazetteers): (text: string, head?: string) => PartThings {
  const agencyLike = createAgencyLike(gazetteers);
  return (text, head) => {
    const options = { agencyLike, later: head !== undefined };
    if (text.trim() === '') return packThings([], []);
    const note = parseNote('part', text, options);
    const before = head?.trim() ? parseNote('head', head, { agencyLike }) : undefined;
    return packThings(describeThings(note, readThings(note, gazetteers, before)), quoteDamaged(note));
  };
}

function packThings(things: Iterable<EntityJson>, places: readonly object[]): PartThings {
  const ids: string[] = [];
  const keys: string[] = [];
  const owners: string[] = [];
  const ends: number[] = [];
  const items = new Items();
  for (const thing of things) {
    ids.push(thing.id);
    keys.push(`${classOf(thing)} ${labelKey(thing.label)}`);
    owners.push(thing.agencies.join('\n'));
    items.add(thing);
    ends.push(items.length);
  }
  const damaged = new Items();
  for (const place of places) damaged.add(place);
  return { ids, keys, owners, ends: Uint32Array.from(ends), items: items.pack(), damaged: damaged.pack() };
}
