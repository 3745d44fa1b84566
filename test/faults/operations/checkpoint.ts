/** A checkpoint of a graph and its journal: an older one stays usable, or the new one is, or there is none; never another graph. */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot, readConfig } from '../../../src/config.js';
import { checkpointFile, describeCheckpoint } from '../../../src/store/journal/checkpoint.js';
import { openJournal } from '../../../src/store/journal/journal.js';
import type { CheckpointOrder } from '../../../src/store/pool/checkpoint-process.js';
import { collectLines } from '../../../src/store/rdf/collect-lines.js';
import { quadsIn } from '../../../src/store/snapshot/columns.js';
import { readSnapshot } from '../../../src/store/snapshot/read-snapshot.js';
import { writeSnapshot } from '../../../src/store/snapshot/snapshot-file.js';
import { halvesIn, type Operation } from '../operation.js';
import { pidMark, runPlainly } from '../strace.js';

const program = join(packageRoot, 'dist', 'src', 'store', 'pool', 'checkpoint-process.js');

/** In a folder that is empty before. */
export async function checkpointOperation(folder: string): Promise<Operation> {
  const [graph, snapshot, file] = ['graph.nt', 'graph.snapshot', 'journal.log'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  writeFileSync(graph, '<urn:a> <urn:b> "0" .\n');
  const columns = collectLines(graph);
  if (columns === undefined) throw new Error('plain lines were not taken');
  writeFileSync(snapshot, Buffer.concat([...writeSnapshot(columns, 'a test')]));
  const journal = await openJournal(file);
  const [to, kept] = [checkpointFile(file), join(folder, 'kept')];
  const order = (): CheckpointOrder => {
    const { byteLength } = journal;
    const files = { snapshot, journal: { file, byteLength, from: 0 } };
    return { files, config: readConfig({}), to, source: describeCheckpoint(snapshot, { file, byteLength }) };
  };
  await journal.append(Buffer.from('A <urn:a> <urn:b> "1" .\n'));
  const { code, complaints } = await runPlainly({ args: [program, JSON.stringify(order())], env: {}, files: [] });
  if (code !== 0) throw new Error(complaints.join('\n'));
  copyFileSync(to, kept);
  await journal.append(Buffer.from('A <urn:a> <urn:b> "2" .\n'));
  await journal.close();
  const wanted = order();
  return {
    name: 'checkpoint',
    limits: [0, 100, 300],
    prepare() {
      copyFileSync(kept, to);
      const files = [folder, snapshot, file, to, join(folder, `.journal.log.snapshot.${pidMark}.part`)];
      return { args: [program, JSON.stringify(wanted)], env: {}, files };
    },
    check({ code }) {
      const faults = halvesIn(folder);
      if (readFileSync(to).equals(readFileSync(kept)))
        return code === 0 ? [...faults, 'it says that it is done, and is not'] : faults;
      const { columns: made, source } = readSnapshot(to);
      const isNew = source === wanted.source && quadsIn(made) === 3;
      return isNew ? faults : [...faults, `it holds ${quadsIn(made)} statements`];
    },
  };
}
