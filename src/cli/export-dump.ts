/** `migraph export --dump`: the files that the server has at `/dump/`, in a folder. */
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readConfig } from '../config.js';
import { indexFile, sumsFile } from '../export/dump/files.js';
import { readQuads } from '../export/dump/read-quads.js';
import { writeDump } from '../export/dump/write-dump.js';
import { openStore } from '../store/open.js';
import { countOf } from './counts.js';
import { readGraph } from './graph-option.js';
import { startProgress } from './progress.js';
import { writeOut } from './write-out.js';

/** What takes longer is not waited for by any harvester either. */
const deadline = 600;

/** Each file is put in its place when all are whole; what else is in the folder stays. */
export async function runExportDump(folder: string, graph: string | undefined): Promise<void> {
  const config = readConfig();
  const { quads } = await readGraph(graph, config);
  const store = await openStore({
    quads,
    config: { ...config, queryDeadline: deadline, maxAnswerBytes: Number.MAX_SAFE_INTEGER },
  });
  const part = join(folder, `.${process.pid}.part`);
  const progress = startProgress();
  progress.step(`writing ${folder}`);
  try {
    const { tsv } = await readQuads(store, config.base);
    const manifest = await writeDump(part, tsv, { base: config.base, deadline });
    await mkdir(folder, { recursive: true });
    const names = [...manifest.files.map(({ name }) => name), indexFile, sumsFile];
    for (const name of names) await rename(join(part, name), join(folder, name));
    progress.end();
    await writeOut([`${folder}: ${countOf(names.length, 'file')}, ${countOf(manifest.triples, 'triple')}\n`]);
  } finally {
    progress.end();
    await rm(part, { recursive: true, force: true });
    await store.close();
  }
}
