/** What `migraph serve` serves: the notes of the project, read anew, and another catalogue beside them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../../src/package-root.js';
import { migraph } from '../cli/run-migraph.js';
import { type ServedProgram, serveProgram, untilReady } from '../cli/serve-program.js';

const otherCatalogue = join(packageRoot, 'test', 'fixtures', 'graphs', 'foreign-dcat.ttl');

/** What it makes goes when it is closed. */
export async function serveNotes({ withImport = true } = {}): Promise<ServedProgram> {
  const folder = mkdtempSync(join(tmpdir(), 'migraph-pages-'));
  const env = { MIGRAPH_OUT: join(folder, 'var'), MIGRAPH_IMPORTS: join(folder, 'imports') };
  if (withImport) {
    const { code, stderr } = await migraph(['import', otherCatalogue, '--base', 'https://one.example/'], { env });
    if (code !== 0) throw new Error(stderr);
  }
  const program = await serveProgram([], env);
  await untilReady(program);
  return {
    ...program,
    async close() {
      await program.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
