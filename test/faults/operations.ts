/** All operations that are done under faults, by their names. */
import type { Operation } from './operation.js';
import { backupOperation } from './operations/backup.js';
import { buildOperation } from './operations/build.js';
import { checkpointOperation } from './operations/checkpoint.js';
import { journalOperation } from './operations/journal.js';
import { publishOperation } from './operations/publish.js';
import { restoreOperation } from './operations/restore.js';
import { snapshotOperation } from './operations/snapshot.js';

/** Each in a folder that is empty before. */
export const operations: Readonly<Record<string, (folder: string) => Promise<Operation>>> = {
  build: buildOperation,
  snapshot: snapshotOperation,
  checkpoint: checkpointOperation,
  journal: journalOperation,
  backup: backupOperation,
  restore: restoreOperation,
  publish: publishOperation,
};
