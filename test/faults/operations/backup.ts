/** `migraph backup` over an older backup: that one stays whole, or the new one is. */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { verifyArchive } from '../../../src/cli/backup/unpack.js';
import { openJournal } from '../../../src/store/journal/journal.js';
import { cli, migraph } from '../../cli/run-migraph.js';
import { halvesIn, type Operation } from '../operation.js';
import { pidMark } from '../strace.js';

/** What a backup takes in: some files of each kind, and a journal. Gives the settings that name them. */
export async function writeInstance(folder: string): Promise<Readonly<Record<string, string>>> {
  const [data, out, imports] = ['data', 'var', 'imports'].map((name) => join(folder, name)) as [string, string, string];
  mkdirSync(join(data, 'notes'), { recursive: true });
  mkdirSync(imports, { recursive: true });
  writeFileSync(join(data, 'notes', 'letter.txt'), 'The UNHCR maintains a database of refugees.\n');
  writeFileSync(join(imports, 'one.ttl'), '<urn:a> <urn:b> <urn:c> .\n');
  const journal = await openJournal(join(out, 'journal.log'));
  await journal.append(Buffer.from('A <urn:a> <urn:b> "1" .\n'));
  await journal.close();
  // Longer than one read, or one write when it is packed.
  const lines = Array.from({ length: 8000 }, (_, n) => `<urn:s${n}> <urn:p> "${Math.imul(n, 2_654_435_761)}" .\n`);
  writeFileSync(join(out, 'graph.nq'), lines.join(''));
  return { MIGRAPH_DATA: data, MIGRAPH_OUT: out, MIGRAPH_IMPORTS: imports };
}

/** Of the instance above; under the folder that it was written to. */
export const instanceFiles = ['data/notes/letter.txt', 'imports/one.ttl', 'var/graph.nq', 'var/journal.log'] as const;

/** In a folder that is empty before. */
export async function backupOperation(folder: string): Promise<Operation> {
  const env = await writeInstance(folder);
  const [kept, place] = [join(folder, 'kept.tar.gz'), join(folder, 'place')];
  const archive = join(place, 'b.tar.gz');
  mkdirSync(place);
  const { code, stderr } = await migraph(['backup', kept], { env });
  if (code !== 0) throw new Error(stderr);
  // The new one is another.
  writeFileSync(join(folder, 'data', 'notes', 'another.txt'), 'The IOM maintains a database of migrants.\n');
  const found = [...instanceFiles, 'data/notes/another.txt'];
  return {
    name: 'backup',
    limits: [0, 1, 1000, 30_000, 60_000],
    prepare() {
      copyFileSync(kept, archive);
      const files = [
        place,
        archive,
        join(place, `.b.tar.gz.${pidMark}.part`),
        ...found.map((name) => join(folder, name)),
      ];
      return { args: [cli, 'backup', archive], env, files };
    },
    async check({ code }) {
      const faults = halvesIn(place);
      const isOld = readFileSync(archive).equals(readFileSync(kept));
      if (code === 0 && isOld) return [...faults, 'it says that it is done, and is not'];
      if (isOld) return faults;
      const names = await verifyArchive(archive).then(
        ({ files }) => files.map(({ name }) => name).sort(),
        (error: Error) => error.message,
      );
      const isWhole = JSON.stringify(names) === JSON.stringify([...found].sort());
      return isWhole ? faults : [...faults, `the backup is neither the old one nor the new one: ${names}`];
    },
  };
}
