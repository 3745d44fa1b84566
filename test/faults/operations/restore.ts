/** `migraph restore --force` over a folder that holds something else: that stays as it was, or is put aside whole. */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cli, migraph } from '../../cli/run-migraph.js';
import type { Operation } from '../operation.js';
import { pidMark } from '../strace.js';
import { instanceFiles, writeInstance } from './backup.js';

/** All files under a folder by their names, with what is in them; without locks, which die with their holders. */
const contentsOf = (folder: string): Map<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.endsWith('.lock'))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [file.slice(folder.length + 1), readFileSync(file, 'latin1')]),
  );

const areSame = (one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean =>
  one.size === other.size && [...one].every(([name, text]) => other.get(name) === text);

/** Names that what was there has where it was put aside. */
const aside = (name: string): string => name.replace(/\.replaced-\d+\//, '');

/** In a folder that is empty before. */
export async function restoreOperation(folder: string): Promise<Operation> {
  const [saved, kept, to] = ['saved', 'kept', 'to'].map((name) => join(folder, name)) as [string, string, string];
  const env = await writeInstance(saved);
  const archive = join(folder, 'b.tar.gz');
  const { code, stderr } = await migraph(['backup', archive], { env });
  if (code !== 0) throw new Error(stderr);
  const wanted = contentsOf(saved);
  for (const name of ['data', 'var', 'imports']) mkdirSync(join(kept, name), { recursive: true });
  writeFileSync(join(kept, 'var', 'journal.log'), '# migraph journal 1\n');
  writeFileSync(join(kept, 'data', 'catalogue.ttl'), '<urn:old> <urn:p> 1 .\n');
  const old = contentsOf(kept);
  return {
    name: 'restore',
    limits: [0, 30, 100, 100_000],
    prepare() {
      rmSync(to, { recursive: true, force: true });
      cpSync(kept, to, { recursive: true });
      const roots = ['data', 'var', 'imports'].map((name) => join(to, name));
      const stagings = roots.map((root) => join(root, `.restoring-${pidMark}`));
      const staged = instanceFiles.map((name) => {
        const [root = '', ...rest] = name.split('/');
        return join(to, root, `.restoring-${pidMark}`, ...rest);
      });
      const placed = instanceFiles.map((name) => join(to, name));
      const files = [archive, ...roots, ...stagings, ...staged, ...placed, join(to, 'data', 'notes')];
      // Whole folders are renamed too.
      files.push(
        ...[...old.keys()].map((name) => join(to, name)),
        ...stagings.map((staging) => join(staging, 'notes')),
      );
      return { args: [cli, 'restore', archive, '--to', to, '--force'], env: {}, files };
    },
    check({ code }) {
      const all = contentsOf(to);
      const isReplaced = (name: string): boolean => name.includes('.replaced-');
      const now = new Map([...all].filter(([name]) => !isReplaced(name)));
      const before = new Map([...all].flatMap(([name, text]) => (isReplaced(name) ? [[aside(name), text]] : [])));
      if (areSame(now, old) && before.size === 0) return code === 0 ? ['it says that it is done, and is not'] : [];
      if (areSame(now, wanted) && areSame(before, old)) return [];
      return [`what is there is neither old nor new: ${[...all.keys()].join(', ')}`];
    },
  };
}
