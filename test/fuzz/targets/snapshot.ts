/** Snapshots that are damaged: refused, or exactly what was written. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Quad, rdf } from '../../../src/rdf.js';
import { serialiseNQuads } from '../../../src/serialise/quads.js';
import { markUnion } from '../../../src/store/graphs.js';
import { collectColumns } from '../../../src/store/snapshot/collect-columns.js';
import { createQuadIndexes } from '../../../src/store/snapshot/quad-indexes.js';
import {
  readSnapshot,
  readSnapshotInParts,
  readSource,
  type Snapshot,
  SnapshotFault,
} from '../../../src/store/snapshot/read-snapshot.js';
import { writeSnapshot } from '../../../src/store/snapshot/snapshot-file.js';
import { oddQuads } from '../../store/odd-quads.js';
import type { FuzzSession, FuzzTarget, Outcome } from '../fuzz-target.js';
import { reasonFault } from '../one-line.js';
import { damage } from './files/damage-bytes.js';

const e = (name: string) => rdf.namedNode(`http://e/${name}`);
const inGraphs = Array.from(
  { length: 40 },
  (_, n): Quad => rdf.quad(e(`s${n % 5}`), e(`p${n % 3}`), rdf.literal(`“${n}”`, 'en'), e(`g${n % 4}`)),
);
const graphs: readonly (readonly Quad[])[] = [[], oddQuads(true), inGraphs];

const contentOf = ({ columns, source }: Snapshot): string =>
  `${source}\n${serialiseNQuads(createQuadIndexes(columns, () => true).quads.readQuads())}`;

const files = graphs.map((quads, n) =>
  Buffer.concat([...writeSnapshot(markUnion(collectColumns(quads), 'http://e/review'), `graph ${n}`)]),
);
const contents = new Set(graphs.map((quads, n) => `graph ${n}\n${serialiseNQuads(quads)}`));

async function outcomeOf(read: () => Snapshot | Promise<Snapshot>): Promise<Outcome> {
  try {
    const content = contentOf(await read());
    return { kind: 'read', fault: contents.has(content) ? undefined : `is read as\n${content.slice(0, 1000)}` };
  } catch (error) {
    if (!(error instanceof SnapshotFault))
      return { kind: 'failed', fault: `no SnapshotFault: ${(error as Error).stack}` };
    return { kind: 'refused', fault: reasonFault(error.message) };
  }
}

async function open(): Promise<FuzzSession> {
  const folder = mkdtempSync(join(tmpdir(), 'migraph-fuzz-'));
  const file = join(folder, 'graph.snapshot');
  return {
    async probe(input) {
      writeFileSync(file, input);
      const [whole, inParts] = [
        await outcomeOf(() => readSnapshot(file)),
        await outcomeOf(() => readSnapshotInParts(file)),
      ];
      const said = readSource(file);
      const fault =
        whole.fault ??
        inParts.fault ??
        (whole.kind === inParts.kind ? undefined : `${whole.kind} whole, ${inParts.kind} in parts`);
      const isString = said === undefined || typeof said === 'string';
      return { kind: whole.kind, fault: fault ?? (isString ? undefined : `the source is ${JSON.stringify(said)}`) };
    },
    async close() {
      rmSync(folder, { recursive: true });
      return undefined;
    },
  };
}

export const snapshot: FuzzTarget = { name: 'snapshot', share: 30, generate: (random) => damage(random, files), open };
