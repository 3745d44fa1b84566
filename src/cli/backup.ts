/** `migraph backup`: all that cannot be made again, in one archive; a server may go on writing meanwhile. */
import { readConfig } from '../config.js';
import { writeWhole } from '../write-whole.js';
import { type FoundFile, findFiles, isUnchanged } from './backup/find-files.js';
import { packFiles } from './backup/pack.js';
import { startProgress } from './progress.js';

/** A build may be under way, and put a new file in the place of one that was read. */
const attempts = 3;

/** Throws where a file changed under its reading. */
async function* packUnchanged(files: readonly FoundFile[]): AsyncGenerator<Uint8Array> {
  yield* packFiles(files, new Date());
  const changed = files.find((found) => !isUnchanged(found));
  if (changed !== undefined) throw new Error(`${changed.file}: was changed while it was read; try again`);
}

async function writeArchive(file: string): Promise<FoundFile[]> {
  const config = readConfig();
  for (let attempt = 1; ; attempt += 1) {
    const files = findFiles(config, file);
    try {
      await writeWhole(file, packUnchanged(files));
      return files;
    } catch (error) {
      if (attempt === attempts || files.every(isUnchanged)) throw error;
    }
  }
}

export async function runBackup(file: string): Promise<void> {
  const progress = startProgress();
  try {
    progress.step(`writing ${file}`);
    const files = await writeArchive(file);
    const bytes = files.reduce((sum, found) => sum + found.bytes, 0);
    const journals = files.filter(({ grows }) => grows);
    progress.end();
    process.stdout.write(
      `${file}: ${files.length} files, ${bytes.toLocaleString('en')} bytes unpacked${journals.map(({ name, bytes: length }) => `; ${name} up to byte ${length}`).join('')}\n`,
    );
  } finally {
    progress.end();
  }
}
