/** Preloaded into the server and its query processes: at SIGUSR2 each collects its garbage and writes what it still takes. */
import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const folder = process.env['SOAK_MEMORY'];
if (folder !== undefined) {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const file = join(folder, String(process.pid));
  const tell = (): void => {
    const { rss, heapUsed, external } = process.memoryUsage();
    writeFileSync(`${file}.new`, JSON.stringify({ rss, live: heapUsed + external, program: process.argv[1] }));
    // Whoever looks sees all of it or the one before.
    renameSync(`${file}.new`, file);
  };
  process.on('SIGUSR2', () => {
    collect();
    tell();
  });
  // From now on it may be asked.
  tell();
}
