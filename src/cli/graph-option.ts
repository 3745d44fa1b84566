/** The graph that a command works on: the file that was named, else the built graph, built first where need be. */
import type { Config } from '../config.js';
import type { Quad } from '../rdf.js';
import { readRdf } from '../store/open.js';
import { describeBuild } from './build.js';
import { type BuildRecord, ensureBuilt, graphFile } from './built-graph.js';
import { startProgress } from './progress.js';

export interface ChosenGraph {
  readonly file: string;
  readonly quads: readonly Quad[];
  /** Of the built graph. */
  readonly record?: BuildRecord;
}

/** Reads the graph; says on stderr when it had to be built. */
export async function readGraph(file: string | undefined, config: Config): Promise<ChosenGraph> {
  const progress = startProgress();
  try {
    if (file !== undefined) {
      progress.step(`reading ${file}`);
      return { file, quads: await readRdf(file, config.base) };
    }
    const { record, isNew } = await ensureBuilt(config, progress);
    if (isNew) process.stderr.write(`built ${describeBuild(record, config.out)}`);
    const built = graphFile(config.out);
    progress.step(`reading ${built}`);
    return { file: built, quads: await readRdf(built, config.base), record };
  } finally {
    progress.end();
  }
}
