/** What one part of a long text says, packed for the way from the thread that reads it, and to be kept by the thousand. */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { type NoteReading, parseNote } from '../notes/read.js';
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
  private bytes = Buffer.allocUnsafe(firstRoom);
  length = 0;

  add(member: object): void {
    const item = toItem(member);
    this.makeRoom(item.length * mostBytes);
    this.length += this.bytes.write(item, this.length);
  }

  pack(): Uint8Array {
    return deflateRawSync(this.bytes.subarray(0, this.length), { level: 1 });
  }

  private makeRoom(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const larger = Buffer.allocUnsafe(2 * (this.length + more));
    this.bytes.copy(larger, 0, 0, this.length);
    this.bytes = larger;
  }
}

const firstRoom = 65_536;
/** That a character of a string may take in UTF-8. */
const mostBytes = 3;

export const unpack = (items: Uint8Array): Buffer => inflateRawSync(items);

/** Gives the function that reads parts. `head`: the beginning of the text, for every part but the first. */
export function createPartReader(gazetteers: Gazetteers): (text: string, head?: string) => PartThings {
  const agencyLike = createAgencyLike(gazetteers);
  let known: { readonly text: string; readonly note: NoteReading } | undefined;
  /** All parts of a text have the same head. */
  const parseHead = (text: string): NoteReading => {
    if (known?.text !== text) known = { text, note: parseNote('head', text, { agencyLike }) };
    return known.note;
  };
  return (text, head) => {
    const options = { agencyLike, later: head !== undefined };
    if (text.trim() === '') return packThings([], []);
    const note = parseNote('part', text, options);
    const before = head?.trim() ? parseHead(head) : undefined;
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
