/** A disk that remembers what was synced and what was not yet, and what may be found on it after a power cut. */
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Action } from './read-log.js';

interface Inode {
  readonly isFolder: boolean;
  /** As programs see it. */
  now: Buffer;
  /** As it was synced last. */
  safe: Buffer;
}

/** How much of what was not synced has reached the disk. */
export type Loss =
  /** All, or nothing. */
  | 'none'
  | 'all'
  /** Names have, and lengths; what was written reads as zeros. */
  | 'bytes'
  /** Names have; of what was written the beginning, and nothing of the length behind it. */
  | 'end'
  /** The same, but the first half is what has not. */
  | 'beginning'
  /** What was written has, and no name. */
  | 'names';

export const losses: readonly Loss[] = ['none', 'all', 'bytes', 'end', 'beginning', 'names'];

const copyInto = (old: Buffer, at: number, bytes: Buffer): Buffer => {
  const now = Buffer.alloc(Math.max(old.length, at + bytes.length));
  old.copy(now);
  bytes.copy(now, at);
  return now;
};

/** A disk writes sectors. */
const sector = 512;

function contentAfter({ now, safe }: Inode, loss: Loss): Buffer {
  if (loss === 'none' || loss === 'names' || now.equals(safe)) return now;
  if (loss === 'all') return safe;
  let from = 0;
  while (from < safe.length && from < now.length && now[from] === safe[from]) from += 1;
  const middle = Math.ceil((from + (now.length - from) / 2) / sector) * sector;
  if (loss === 'end') return now.subarray(0, Math.min(middle, now.length));
  const lost = Buffer.from(now);
  return lost.fill(0, from, loss === 'beginning' ? Math.min(middle, now.length) : now.length);
}

export class Disk {
  #names = new Map<string, Inode>();
  /** Names as they were synced with their folders. */
  #safeNames = new Map<string, Inode>();

  /** With what is in a folder, all of it safe. */
  constructor(folder: string) {
    this.#add(folder, true, Buffer.alloc(0));
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      const file = join(folder, name);
      const isFolder = statSync(file).isDirectory();
      this.#add(file, isFolder, isFolder ? Buffer.alloc(0) : readFileSync(file));
    }
    this.#safeNames = new Map(this.#names);
  }

  #add(file: string, isFolder: boolean, bytes: Buffer): void {
    this.#names.set(file, { isFolder, now: bytes, safe: bytes });
  }

  #find(file: string): Inode {
    const found = this.#names.get(file);
    if (found === undefined) throw new Error(`${file} is not known`);
    return found;
  }

  /** Names in a folder become what they are. */
  #syncNames(folder: string): void {
    for (const name of [...this.#safeNames.keys()])
      if (dirname(name) === folder && !this.#names.has(name)) this.#safeNames.delete(name);
    for (const [name, inode] of this.#names) if (dirname(name) === folder) this.#safeNames.set(name, inode);
  }

  apply(action: Action): void {
    switch (action.type) {
      case 'say':
        return;
      case 'make':
        if (!this.#names.has(action.file)) this.#add(action.file, false, Buffer.alloc(0));
        return;
      case 'folder':
        this.#add(action.file, true, Buffer.alloc(0));
        return;
      case 'write': {
        const inode = this.#find(action.file);
        inode.now = copyInto(inode.now, action.at ?? inode.now.length, action.bytes);
        return;
      }
      case 'cut': {
        const inode = this.#find(action.file);
        inode.now = copyInto(Buffer.alloc(action.length), 0, inode.now.subarray(0, action.length));
        return;
      }
      case 'sync': {
        const inode = this.#find(action.file);
        if (inode.isFolder) this.#syncNames(action.file);
        else inode.safe = inode.now;
        return;
      }
      case 'rename':
        this.#names.set(action.to, this.#find(action.file));
        this.#names.delete(action.file);
        return;
      default:
        this.#names.delete(action.file);
    }
  }

  /** Writes what is found after the cut under another folder; what stands in no folder that is there is lost. */
  find(loss: Loss, folder: string, to: string): void {
    const names = loss === 'all' || loss === 'names' ? this.#safeNames : this.#names;
    const place = (file: string): string => join(to, file.slice(folder.length));
    mkdirSync(to, { recursive: true });
    const isThere = (file: string): boolean => file === folder || (names.has(file) && isThere(dirname(file)));
    const sorted = [...names].sort(([one], [other]) => (one < other ? -1 : 1));
    for (const [file, inode] of sorted) {
      if (file === folder || !isThere(dirname(file))) continue;
      if (inode.isFolder) mkdirSync(place(file));
      else writeFileSync(place(file), contentAfter(inode, loss));
    }
  }
}
