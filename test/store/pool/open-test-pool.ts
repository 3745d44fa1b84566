/** A pool over a few quads, in a file of its own, for tests. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Config, readConfig } from '../../../src/config.js';
import type { Quad } from '../../../src/rdf.js';
import { openPool, type Pool } from '../../../src/store/pool/open-pool.js';
import { collectColumns } from '../../../src/store/snapshot/collect-columns.js';
import { writeSnapshot } from '../../../src/store/snapshot/snapshot-file.js';

/** The file goes when the pool is closed. */
export async function openTestPool(quads: Iterable<Quad>, settings: Partial<Config> = {}): Promise<Pool> {
  const folder = mkdtempSync(join(tmpdir(), 'migraph-pool-'));
  const snapshot = join(folder, 'graph.snapshot');
  writeFileSync(snapshot, Buffer.concat([...writeSnapshot(collectColumns(quads), 'a test')]));
  const store = await openPool({ snapshot, config: { ...readConfig({}), ...settings } });
  return {
    ...store,
    async close() {
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
}
