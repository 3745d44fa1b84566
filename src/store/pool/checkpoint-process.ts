/** The program that makes a checkpoint: it reads the graph and its journal, writes what they come to, and ends. */
import { stepBack } from '../../priority.js';
import { writeWhole } from '../../write-whole.js';
import type { EmbeddedConfig } from '../embedded.js';
import { writeSnapshot } from '../snapshot/snapshot-file.js';
import { loadGraph } from './load-graph.js';
import type { GraphFiles } from './messages.js';

export interface CheckpointOrder {
  readonly files: GraphFiles;
  readonly config: EmbeddedConfig;
  readonly to: string;
  /** What is said in it of what it was made from. */
  readonly source: string;
}

stepBack();
const { files, config, to, source } = JSON.parse(process.argv[2] ?? '') as CheckpointOrder;
try {
  const store = await loadGraph(files, config);
  await writeWhole(to, writeSnapshot(store.columns(), source));
} catch (error) {
  process.stderr.write(`${to}: was not made: ${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
