/** Makes the snapshot of a graph in a process of its own, so that a server answers meanwhile; its answer is a line of JSON. */
import { readConfig } from '../config.js';
import { stepBack } from '../priority.js';
import { failureLine } from './failure.js';
import { type PreparedGraph, prepareGraph } from './served-graph.js';

stepBack();
try {
  const graph = process.argv[2] || undefined;
  const { counts } = await prepareGraph(graph, readConfig());
  process.stdout.write(`${JSON.stringify({ counts } satisfies Pick<PreparedGraph, 'counts'>)}\n`);
} catch (error) {
  process.stderr.write(`${failureLine(error)}\n`);
  process.exitCode = 1;
}
