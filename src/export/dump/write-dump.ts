/** Writes all files of a dump into a folder: the same graph gives the same bytes, whoever writes it, and when. */
import { writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createIris } from '../../iris.js';
import { type Quad, rdf } from '../../rdf.js';
import { serialiseQuads } from '../../serialise/quads.js';
import { type EmbeddedStore, openColumns } from '../../store/embedded.js';
import { collectLines } from '../../store/rdf/collect-lines.js';
import { createQuadIndexes, type QuadIndexes } from '../../store/snapshot/quad-indexes.js';
import { describeCroissant } from '../croissant.js';
import { describeTables } from '../csvw.js';
import { readQueryText } from '../query-text.js';
import { canonicaliseLines } from './canonical.js';
import { croissantFile, type DumpFile, graphFiles, indexFile, metadataFile, sumsFile, tableFiles } from './files.js';
import type { ListedFile, Manifest } from './manifest.js';
import { readQuadLines } from './quad-lines.js';
import { readAbout } from './read-about.js';
import { writeFile } from './write-file.js';

export interface DumpOptions {
  /** The canonical base. */
  readonly base: string;
  /** Seconds that a table may take. */
  readonly deadline: number;
}

/** As N-Quads the lines; another format is made from what they say. */
async function writeGraphs(folder: string, { quads, union }: QuadIndexes): Promise<ListedFile[]> {
  const listed: ListedFile[] = [];
  for (const holds of ['dataset', 'union'] as const) {
    // One list after the other: either takes as much as all else.
    const all: Quad[] = [
      ...(holds === 'dataset' ? quads.readQuads() : union.readQuads(null, null, null, rdf.defaultGraph())),
    ];
    for (const file of graphFiles)
      if (file.holds === holds && file.format !== undefined && file.format !== 'nquads')
        listed.push(...(await writeFile(folder, file, serialiseQuads(all, file.format))));
  }
  return listed;
}

async function writeTables(folder: string, store: EmbeddedStore): Promise<ListedFile[]> {
  const listed: ListedFile[] = [];
  for (const file of tableFiles) {
    const { body } = await store.respond(readQueryText(`tables/${file.table}`), { bindings: 'csv' });
    listed.push(...(await writeFile(folder, file, body)));
  }
  return listed;
}

const sums = (files: readonly ListedFile[]): string => files.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join('');

/** In the order of the lists. */
function inOrder(files: readonly ListedFile[]): ListedFile[] {
  const names = [...graphFiles, ...tableFiles, metadataFile, croissantFile].map(({ name }) => name);
  const place = ({ name, packs }: ListedFile): number => 2 * names.indexOf(packs ?? name) + Number(packs !== undefined);
  return [...files].sort((a, b) => place(a) - place(b));
}

/** `tsv`: rows of quads, in any order. Nothing of it may be lost on the way: it is the whole graph. */
export async function writeDump(
  folder: string,
  tsv: AsyncIterable<Uint8Array>,
  { base, deadline }: DumpOptions,
): Promise<Manifest> {
  await mkdir(folder, { recursive: true });
  const { lines, rdfc10 } = await canonicaliseLines(await readQuadLines(tsv));
  const [nquads] = graphFiles as readonly [DumpFile];
  const files = await writeFile(folder, nquads, lines, 'latin1');
  const columns = collectLines(join(folder, nquads.name));
  if (columns === undefined) throw new Error(`${nquads.name} could not be read again`);
  const indexes = createQuadIndexes(columns, () => true);
  files.push(...(await writeGraphs(folder, indexes)));
  const limits = { queryDeadline: deadline, maxAnswerBytes: Number.MAX_SAFE_INTEGER };
  const store = openColumns(columns, { base, unionDefaultGraph: true, ...limits });
  files.push(...(await writeTables(folder, store)));
  const about = await readAbout(store, base);
  files.push(...(await writeFile(folder, metadataFile, [describeTables(about)])));
  files.push(...(await writeFile(folder, croissantFile, [describeCroissant(about, files, base)])));
  const manifest: Manifest = {
    graph: createIris(base).wholeGraph().value,
    ...about,
    quads: lines.length,
    triples: indexes.union.countQuads(null, null, null, rdf.defaultGraph()),
    rdfc10,
    files: inOrder(files),
  };
  writeFileSync(join(folder, indexFile), `${JSON.stringify(manifest, null, 1)}\n`);
  writeFileSync(join(folder, sumsFile), sums(manifest.files));
  return manifest;
}
