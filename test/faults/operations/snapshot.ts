/** What a server makes of a graph file before it serves it: the snapshot of the older one stays whole, or the new one is. */
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../../src/config.js';
import { quadsIn } from '../../../src/store/snapshot/columns.js';
import { readSnapshot } from '../../../src/store/snapshot/read-snapshot.js';
import { halvesIn, type Operation } from '../operation.js';
import { type Command, pidMark, runPlainly } from '../strace.js';

const program = join(packageRoot, 'dist', 'src', 'cli', 'prepare-graph-process.js');
const linesOf = (count: number): string =>
  Array.from({ length: count }, (_, n) => `<urn:s${n}> <urn:p> "${n}" .\n`).join('');
const counts = { old: 500, new: 3000 } as const;

/** In a folder that is empty before. */
export async function snapshotOperation(folder: string): Promise<Operation> {
  const [graph, out] = [join(folder, 'graph.nt'), join(folder, 'var')];
  const command: Command = { args: [program, graph], env: { MIGRAPH_OUT: out }, files: [] };
  writeFileSync(graph, linesOf(counts.old));
  const { code, complaints } = await runPlainly(command);
  if (code !== 0) throw new Error(complaints.join('\n'));
  const served = join(out, 'served');
  const [name = ''] = readdirSync(served);
  const [snapshot, kept] = [join(served, name), join(folder, 'kept.snapshot')];
  copyFileSync(snapshot, kept);
  writeFileSync(graph, linesOf(counts.new));
  return {
    name: 'snapshot',
    limits: [0, 100, 1000, 20_000, 50_000],
    prepare() {
      copyFileSync(kept, snapshot);
      return { ...command, files: [served, snapshot, join(served, `.${name}.${pidMark}.part`), graph] };
    },
    check({ code }) {
      const faults = halvesIn(out);
      if (readFileSync(snapshot).equals(readFileSync(kept)))
        return code === 0 ? [...faults, 'it says that it is done, and is not'] : faults;
      const held = quadsIn(readSnapshot(snapshot).columns);
      return held === counts.new ? faults : [...faults, `the snapshot holds ${held} statements`];
    },
  };
}
