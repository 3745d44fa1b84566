/** Inputs that once were finds. They are replayed for ever. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/config.js';
import type { NamedInput } from './run-fuzz.js';

const folderOf = (target: string): string => join(packageRoot, 'test', 'fuzz', 'fixtures', target);

export function readFixtures(target: string): NamedInput[] {
  const folder = folderOf(target);
  const names = existsSync(folder) ? readdirSync(folder).sort() : [];
  return names.map((name) => ({ name, input: readFileSync(join(folder, name)) }));
}

/** Gives the file's path. Whoever mends the fault renames it after what was wrong. */
export function writeFixture(target: string, name: string, input: Uint8Array): string {
  const file = join(folderOf(target), name);
  mkdirSync(folderOf(target), { recursive: true });
  writeFileSync(file, input);
  return file;
}
