/** `migraph build` over a folder that holds an older graph: that one stays whole, or the new one is. */
import { join } from 'node:path';
import { graphFile, readRecord, recordFile, snapshotFile } from '../../../src/cli/built-graph.js';
import { cli } from '../../cli/run-migraph.js';
import { halvesIn, type Operation } from '../operation.js';
import { pidMark } from '../strace.js';
import { buildOld, checkFolder } from './two-notes.js';

export const partOf = (folder: string, name: string): string => join(folder, `.${name}.${pidMark}.part`);

/** In a folder that is empty before. */
export async function buildOperation(folder: string): Promise<Operation> {
  const notes = await buildOld(folder);
  const { out, env, note, fingerprints } = notes;
  const names = [graphFile(out), snapshotFile(out), recordFile(out), join(out, 'history.jsonl')].map((file) =>
    file.slice(out.length + 1),
  );
  return {
    name: 'build',
    limits: [0, 100, 1000, 5000, 50_000, 200_000, 262_144, 300_000, 500_000, 1_000_000],
    prepare() {
      notes.reset();
      notes.write('new');
      const files = [out, ...names.flatMap((name) => [join(out, name), partOf(out, name)])];
      return { args: [cli, 'build', '--notes', note], env, files };
    },
    check({ code }) {
      const isNew = readRecord(out)?.fingerprint === fingerprints.new;
      return [
        ...halvesIn(out),
        ...checkFolder(out, fingerprints),
        ...(code === 0 && !isNew ? ['it says that it is done, and is not'] : []),
      ];
    },
  };
}
