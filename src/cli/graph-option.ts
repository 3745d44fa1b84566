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

/** The built graph's file and record; says on stderr when it had to be built. */
export async function ensureGraph(config: Config): Promise<{ readonly file: string; readonly record: BuildRecord }> {
  const progress = startProgress();
  try {
    const { record, isNew } = await ensureBuilt(config, progress);
    if (isNew) process.stderr.write(`built ${describeBuild(record, config.out)}`);
    return { file: graphFile(config.out), record };
  } finally {
    progress.end();
  }
}

/** Reads the graph; says on stderr when it had to be built. */
export async function readGraph(file: string | undefined, config: Config): Promise<ChosenGraph> {
  const built = file === undefined ? await ensureGraph(config) : undefined;
  const chosen = file ?? graphFile(config.out);
  const progress = startProgress();
  try {
    progress.step(`reading ${chosen}`);
    const quads = await readRdf(chosen, config.base);
    return { file: chosen, quads, ...(built && { record: built.record }) };
  } finally {
    progress.end();
  }
}
