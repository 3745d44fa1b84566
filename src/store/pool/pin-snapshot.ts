/**
 * A second name for a snapshot, for as long as it is served: a build that puts another in its place does not change what a
 * query process that starts later opens.
 */
import { linkSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isAlive } from '../../is-alive.js';

export interface PinnedSnapshot {
  readonly file: string;
  /** What is open stays readable. */
  release(): void;
}

let pins = 0;

/** Left behind by servers that were killed. */
function removeStale(folder: string, prefix: string): void {
  for (const name of readdirSync(folder)) {
    const [, pid] = name.startsWith(prefix) ? (/^(\d+)-\d+$/.exec(name.slice(prefix.length)) ?? []) : [];
    if (pid !== undefined && !isAlive(Number(pid))) rmSync(join(folder, name), { force: true });
  }
}

/** Where no name can be made, as in a folder that is read-only, it stays the one it has: nobody builds there either. */
export function pinSnapshot(snapshot: string): PinnedSnapshot {
  const folder = dirname(snapshot);
  const prefix = `.${basename(snapshot)}.served-`;
  pins += 1;
  const file = join(folder, `${prefix}${process.pid}-${pins}`);
  try {
    removeStale(folder, prefix);
    rmSync(file, { force: true });
    linkSync(snapshot, file);
  } catch {
    statSync(snapshot);
    return { file: snapshot, release: () => {} };
  }
  return { file, release: () => rmSync(file, { force: true }) };
}
