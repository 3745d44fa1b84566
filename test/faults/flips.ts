/** One byte changed anywhere in a snapshot or a journal: it is refused, and never read as something else. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rdf } from '../../src/rdf.js';
import { openJournal, openJournalToRead } from '../../src/store/journal/journal.js';
import { collectColumns } from '../../src/store/snapshot/collect-columns.js';
import { readSnapshot, readSnapshotInParts, SnapshotFault } from '../../src/store/snapshot/read-snapshot.js';
import { writeSnapshot } from '../../src/store/snapshot/snapshot-file.js';
import { createRandom, type Random } from '../random.js';

export interface Flipped {
  readonly file: string;
  readonly flips: number;
  readonly refused: number;
  readonly faults: readonly string[];
}

interface Flip {
  readonly at: number;
  /** Bits that are changed. */
  readonly by: number;
}

/** Any other value; often one bit alone, or such that a zero comes of it, as where nothing was written. */
function chooseFlip(random: Random, bytes: Buffer): Flip {
  const at = random.number(bytes.length);
  const way = random.number(3);
  const by = way === 0 ? 1 << random.number(8) : way === 1 ? (bytes[at] ?? 0) : 1 + random.number(255);
  return { at, by: by === 0 ? 1 : by };
}

function flip(good: Buffer, { at, by }: Flip): Buffer {
  const bad = Buffer.from(good);
  bad[at] = (bad[at] ?? 0) ^ by;
  return bad;
}

/** `read` rejects, with the reason, where the file is refused. */
async function flipEach(
  file: string,
  { random, flips }: { readonly random: Random; readonly flips: number },
  read: (n: number) => Promise<unknown>,
): Promise<Flipped> {
  const good = readFileSync(file);
  const faults: string[] = [];
  for (let n = 0; n < flips; n += 1) {
    const change = chooseFlip(random, good);
    const bad = flip(good, change);
    writeFileSync(file, bad);
    const label = `${file}, byte ${change.at} changed by ${change.by}`;
    const refusal = await read(n).then(
      () => undefined,
      (error: unknown) => error,
    );
    const isRefusal =
      refusal instanceof SnapshotFault || /: (?:is damaged at byte \d+|is not a journal)/.test(String(refusal));
    if (refusal === undefined) faults.push(`${label}: was read`);
    else if (!isRefusal) faults.push(`${label}: ${refusal}`);
    if (!readFileSync(file).equals(bad)) faults.push(`${label}: the file was changed`);
  }
  writeFileSync(file, good);
  return { file, flips, refused: flips - faults.length, faults };
}

async function flipSnapshot(folder: string, random: Random, flips: number): Promise<Flipped> {
  const file = join(folder, 'graph.snapshot');
  const quads = Array.from({ length: 2000 }, (_, n) =>
    rdf.quad(rdf.namedNode(`urn:s${n % 90}`), rdf.namedNode(`urn:p${n % 7}`), rdf.literal(`“${n}”`, 'en')),
  );
  writeFileSync(file, Buffer.concat([...writeSnapshot(collectColumns(quads), 'a test')]));
  // As a query process reads it, and as the server's own process does.
  return flipEach(file, { random, flips }, async (n) => (n % 2 === 0 ? readSnapshot(file) : readSnapshotInParts(file)));
}

/** Records from a line to several sectors; a flip meets the last of them as often as any other. */
async function flipJournal(folder: string, random: Random, flips: number): Promise<Flipped> {
  const file = join(folder, 'journal.log');
  const journal = await openJournal(file);
  for (let n = 0; n < 12; n += 1) {
    const lines = Array.from({ length: 1 + random.number(20) }, (_, k) => `A <urn:s${k}> <urn:p> "${n} and ${k}" .\n`);
    await journal.append(Buffer.from(lines.join('')));
  }
  await journal.close();
  // One that writes and one that only reads.
  return flipEach(file, { random, flips }, async (n) =>
    n % 2 === 0 ? openJournalToRead(file) : (await openJournal(file)).close(),
  );
}

/** In a folder that is empty before. */
export async function runFlips(folder: string, flips: number, seed = 1): Promise<Flipped[]> {
  mkdirSync(folder, { recursive: true });
  const random = createRandom(seed);
  return [await flipSnapshot(folder, random, flips), await flipJournal(folder, random, flips)];
}
