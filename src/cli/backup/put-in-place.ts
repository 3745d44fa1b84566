/** Puts what was unpacked beside a folder's content in its place, all of it or nothing; what was there is kept aside. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { join, sep } from 'node:path';

export interface Placed {
  readonly folder: string;
  /** Where what was there lies now; undefined where nothing was. */
  readonly kept: string | undefined;
}

/** In the folder itself, which may be another file system's. */
export const stagingOf = (folder: string): string => join(folder, `.restoring-${process.pid}`);

/** What counts as content: nothing of ours, and no lock. */
export const contentOf = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder).filter((name) => !/^\.(?:restoring|replaced)-|\.lock$|^lost\+found$/.test(name))
    : [];

/** A folder within another is put in its own place. */
const isAtOrWithin = (path: string, folder: string): boolean => `${path}${sep}`.startsWith(`${folder}${sep}`);

/** `stamp` names where the old content goes. Throws with everything as it was. */
export function putInPlace(folders: readonly string[], stamp: string): Placed[] {
  const done: (readonly [from: string, to: string])[] = [];
  const move = (from: string, to: string): void => {
    renameSync(from, to);
    done.push([from, to]);
  };
  try {
    const placed = folders.map((folder): Placed => {
      const old = contentOf(folder).filter((name) => !folders.some((other) => isAtOrWithin(other, join(folder, name))));
      const kept = join(folder, `.replaced-${stamp}`);
      if (old.length > 0) mkdirSync(kept);
      for (const name of old) move(join(folder, name), join(kept, name));
      const staging = stagingOf(folder);
      for (const name of readdirSync(staging)) move(join(staging, name), join(folder, name));
      return { folder, kept: old.length > 0 ? kept : undefined };
    });
    for (const folder of folders) rmdirSync(stagingOf(folder));
    return placed;
  } catch (error) {
    for (const [from, to] of done.reverse()) renameSync(to, from);
    for (const folder of folders) rmSync(join(folder, `.replaced-${stamp}`), { recursive: true, force: true });
    throw error;
  }
}
