/** What one part of a long text says, packed for the way from the thread that reads it, and to be kept by the thousand. */
import { gunzipSync, gzipSync } from 'node:zlib';
import { type NoteReading, parseNote } from '../notes/read.js';
import { createAgencyLike, readThings } from './extract.js';
import type { Gazetteers } from './gazetteer.js';
import { hashNames } from './hash-names.js';
import { toItem } from './json-text.js';
import { labelKey } from './label-key.js';
import { describeThings, type EntityJson, quoteDamaged } from './to-json.js';

/** The things in the order of the text; one place in each list, or two where names are told by `hashNames`. */
export interface PartThings {
  /** Names in the graph. */
  readonly ids: Uint32Array;
  /** What two spellings of the same thing have in common. */
  readonly keys: Uint32Array;
  /** The agencies of all things, each by the first word of what `hashNames` gives. */
  readonly owners: Uint32Array;
  /** Where those of each thing end in `owners`. */
  readonly ownerEnds: Uint32Array;
  /** Where each one ends in `items`. */
  readonly ends: Uint32Array;
  /** Each as an item of JSON, and the damaged places: packed, as the same words come again and again. */
  readonly items: Uint8Array;
  readonly damaged: Uint8Array;
}

/** Agencies and their units are told apart by what is above them, and not by what they are called. */
const classOf = ({ type }: EntityJson): string => (type === 'Unit' ? 'Agency' : type);

/** Puts items together as bytes, packed piece by piece: as they stand they are sixteen times as long as the text. */
class Items {
  private readonly packed: Buffer[] = [];
  private readonly piece = Buffer.allocUnsafe(pieceLength);
  private filled = 0;
  /** Bytes of all so far, as they stand. */
  length = 0;

  add(member: object): void {
    const item = toItem(member);
    const most = item.length * mostBytes;
    if (most > pieceLength - this.filled) this.packPiece();
    if (most > pieceLength) {
      const bytes = Buffer.from(item);
      this.packed.push(gzipSync(bytes, fast));
      this.length += bytes.length;
      return;
    }
    const written = this.piece.write(item, this.filled);
    this.filled += written;
    this.length += written;
  }

  pack(): Uint8Array {
    this.packPiece();
    return Buffer.concat(this.packed);
  }

  private packPiece(): void {
    if (this.filled > 0) this.packed.push(gzipSync(this.piece.subarray(0, this.filled), fast));
    this.filled = 0;
  }
}

const fast = { level: 1 };
const pieceLength = 2 ** 20;
/** That a character of a string may take in UTF-8. */
const mostBytes = 3;

/** One or more members of gzip (RFC 1952, section 2.2). */
export const unpack = (items: Uint8Array): Buffer => (items.length === 0 ? Buffer.alloc(0) : gunzipSync(items));

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
  const ownerEnds: number[] = [];
  const ends: number[] = [];
  const items = new Items();
  for (const thing of things) {
    ids.push(thing.id);
    keys.push(`${classOf(thing)} ${labelKey(thing.label)}`);
    owners.push(...thing.agencies);
    ownerEnds.push(owners.length);
    items.add(thing);
    ends.push(items.length);
  }
  const damaged = new Items();
  for (const place of places) damaged.add(place);
  return {
    ids: hashNames(ids),
    keys: hashNames(keys),
    owners: hashNames(owners).filter((_, n) => n % 2 === 0),
    ownerEnds: Uint32Array.from(ownerEnds),
    ends: Uint32Array.from(ends),
    items: items.pack(),
    damaged: damaged.pack(),
  };
}
