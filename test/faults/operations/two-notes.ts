/** A graph that was built from one text of a note, the note's other text, and which of them a folder holds now. */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BuildRecord, graphFile, readRecord, snapshotFile } from '../../../src/cli/built-graph.js';
import { countsOfSnapshot } from '../../../src/cli/graph-snapshot.js';
import { writeQuad } from '../../../src/serialise/terms.js';
import { createQuadIndexes } from '../../../src/store/snapshot/quad-indexes.js';
import { readSnapshot } from '../../../src/store/snapshot/read-snapshot.js';
import { migraph } from '../../cli/run-migraph.js';

export type Which = 'old' | 'new';

const texts: Readonly<Record<Which, string>> = {
  old: 'The UNHCR maintains a database of refugees.\n',
  new: 'The IOM maintains a database of migrants.\nThe OECD publishes statistics of migration every year.\n',
};

export interface TwoNotes {
  readonly note: string;
  readonly out: string;
  readonly env: Readonly<Record<string, string>>;
  /** The folder as the first build left it. */
  reset(): void;
  /** What a build of each was made from. */
  readonly fingerprints: Readonly<Record<Which, string>>;
  /** The note gets that text; the same file each time, to the second. */
  write(which: Which): void;
}

/** In a folder that is empty before. */
export async function buildOld(folder: string): Promise<TwoNotes> {
  const [note, out, kept] = ['letter.txt', 'var', 'kept'].map((name) => join(folder, name)) as [string, string, string];
  const env = { MIGRAPH_OUT: out, MIGRAPH_IMPORTS: join(folder, 'imports'), SOURCE_DATE_EPOCH: '1000000000' };
  const write = (which: Which): void => {
    writeFileSync(note, texts[which]);
    utimesSync(note, 1_000_000_000, which === 'old' ? 1_000_000_000 : 1_000_000_100);
  };
  const build = async (which: Which): Promise<string> => {
    write(which);
    const { code, stderr } = await migraph(['build', '--notes', note], { env });
    if (code !== 0) throw new Error(stderr);
    return readRecord(out)?.fingerprint ?? '';
  };
  mkdirSync(env.MIGRAPH_IMPORTS);
  const old = await build('old');
  cpSync(out, kept, { recursive: true, preserveTimestamps: true });
  const fingerprints = { old, new: await build('new') };
  return {
    note,
    out,
    env,
    fingerprints,
    write,
    reset() {
      rmSync(out, { recursive: true, force: true });
      cpSync(kept, out, { recursive: true, preserveTimestamps: true });
    },
  };
}

const whichIn = (lines: string): string =>
  (['old', 'new'] as const).filter((which) => lines.includes(texts[which].split('\n')[0] ?? '')).join(' and ') ||
  'none';

/** The lines of the snapshot that a server would open; undefined where it would make it anew from the graph file. */
function linesOfSnapshot(out: string, { fingerprint }: BuildRecord): string | undefined {
  const file = snapshotFile(out);
  if (!existsSync(file) || countsOfSnapshot(file, fingerprint) === undefined) return undefined;
  const { quads } = createQuadIndexes(readSnapshot(file).columns, () => true);
  return Array.from(quads.readQuads(), writeQuad).sort().join('');
}

const inOrder = (lines: string): string => lines.trimEnd().split('\n').sort().join('\n');

/** Whether the graph file is the record's; where it is not the next command builds first, as where there is no record. */
const isReliedOn = (out: string, { graphSum }: BuildRecord): boolean =>
  existsSync(graphFile(out)) &&
  createHash('sha256')
    .update(readFileSync(graphFile(out)))
    .digest('hex') === graphSum;

/** What is wrong with a built folder; `known`: what the builds of the two texts were made from. */
export function checkFolder(out: string, known: Readonly<Record<Which, string>>): string[] {
  const record = readRecord(out);
  if (record === undefined || !isReliedOn(out, record)) return [];
  const which = (['old', 'new'] as const).find((one) => known[one] === record.fingerprint);
  if (which === undefined) return ['the record is of neither build'];
  const lines = readFileSync(graphFile(out), 'utf8');
  const snapshot = linesOfSnapshot(out, record);
  return [
    ...(whichIn(lines) === which ? [] : [`the record is of ${which}, the graph file of ${whichIn(lines)}`]),
    ...(snapshot === undefined || inOrder(snapshot) === inOrder(lines)
      ? []
      : ['snapshot and graph file are two graphs']),
  ];
}
