/** `migraph diff`: what a change of the rules adds, changes and loses. */
import { readConfig } from '../config.js';
import { graphFile } from './built-graph.js';
import { compareThings, type Difference } from './compare-things.js';
import { readOtherSide, readSide } from './diff-sides.js';
import { describeDiff } from './diff-text.js';
import { startProgress } from './progress.js';
import type { Thing, Things } from './thing.js';
import { writeOut } from './write-out.js';

/** A thing as plain JSON. */
const plain = ({ type, id, label, said }: Thing) => ({
  type,
  id,
  label,
  said: Object.fromEntries([...said].map(([property, values]) => [property, [...values.values()]])),
});

function toJson(before: Things, after: Things, differences: readonly Difference[]): string {
  const shown = differences.map(({ note, type, added, changed, lost }) => ({
    note,
    type,
    added: added.map(plain),
    changed: changed.map((one) => ({ id: one.after.id, label: one.before.label, changes: one.changes })),
    lost: lost.map(plain),
  }));
  return `${JSON.stringify({ before: before.source, after: after.source, differences: shown }, null, 1)}\n`;
}

/** Exit code 1 where there is a difference and it was asked for, as `git diff` does. */
export async function runDiff(
  oldPath: string | undefined,
  newPath: string | undefined,
  options: { json?: boolean; exitCode?: boolean },
): Promise<void> {
  const config = readConfig();
  const progress = startProgress();
  let sides: { before: Things; after: Things };
  try {
    // Never built anew first: the graph as it lies is what is compared with.
    const before = await readSide(oldPath ?? graphFile(config.out), config, progress);
    const after = await (newPath === undefined
      ? readOtherSide(before, config, progress)
      : readSide(newPath, config, progress));
    sides = { before, after };
  } finally {
    progress.end();
  }
  const { before, after } = sides;
  if (before.kind !== after.kind)
    throw new Error(
      `${after.source}:1: is ${after.kind === 'graph' ? 'a graph' : 'an extraction'} and ${before.source} is not; compare two of a kind`,
    );
  const differences = compareThings(before.things, after.things);
  await writeOut(options.json ? [toJson(before, after, differences)] : describeDiff(before, after, differences));
  if (options.exitCode && differences.length > 0) process.exitCode = 1;
}
