/** The snapshot of a graph that query processes open, with what it was made from and what is in it. */
import type { Config } from '../config.js';
import { markUnion, reviewGraphs } from '../store/graphs.js';
import type { Columns } from '../store/snapshot/columns.js';
import { readSnapshot, SnapshotFault } from '../store/snapshot/read-snapshot.js';
import { writeSnapshot } from '../store/snapshot/snapshot-file.js';
import type { BuildCounts } from '../triples/build.js';
import { writeWhole } from '../write-whole.js';

export interface SnapshotSource {
  /** Changes when any of what the graph was made from does. */
  readonly fingerprint: string;
  readonly counts: BuildCounts;
}

/** The bytes of the file. */
export const snapshotBytes = (
  columns: Columns,
  { base, ...source }: SnapshotSource & Pick<Config, 'base'>,
): Iterable<Uint8Array> => writeSnapshot(markUnion(columns, reviewGraphs(base)), JSON.stringify(source));

export const writeGraphSnapshot = (
  file: string,
  columns: Columns,
  source: SnapshotSource & Pick<Config, 'base'>,
): Promise<void> => writeWhole(file, snapshotBytes(columns, source));

/**
 * What is in the snapshot, where it is whole and was made from just that; undefined where it is to be made anew. One that
 * is damaged is told of on stderr.
 */
export function countsOfSnapshot(file: string, fingerprint: string): BuildCounts | undefined {
  try {
    const source = JSON.parse(readSnapshot(file).source) as SnapshotSource;
    return source.fingerprint === fingerprint ? source.counts : undefined;
  } catch (error) {
    if (error instanceof SnapshotFault) process.stderr.write(`${error.message}; it is made anew\n`);
    return undefined;
  }
}
