/**
 * `npm run faults`: what a disk can do to us, done to the commands themselves, and what became of what was acknowledged.
 * `-- --share`: fewer of each, for every change of the code; `-- --only build,flips`: those alone.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createAppends } from './appends.js';
import { flipUnderServer } from './flip-served.js';
import { runFlips } from './flips.js';
import { killEach } from './kill-each.js';
import { killJournal } from './kill-journal.js';
import { type Breadth, type Tried, tryFaults } from './operation.js';
import { operations } from './operations.js';
import { cutBuild, cutJournal } from './power-loss/power-loss.js';
import { whyNoStrace } from './strace.js';

const { values } = parseArgs({
  options: { share: { type: 'boolean', default: false }, only: { type: 'string' } },
});
const breadth: Breadth = values.share ? 'share' : 'all';
const wanted = values.only?.split(',');
const isWanted = (name: string): boolean => wanted === undefined || wanted.includes(name);
const folder = mkdtempSync(join(tmpdir(), 'migraph-faults-'));
const faults: string[] = [];
const started = performance.now();

function folderFor(name: string): string {
  const own = join(folder, name);
  mkdirSync(own);
  return own;
}

function print({ operation, kind, runs, refused, done, faults: found }: Tried): void {
  faults.push(...found);
  console.log(`| ${operation} | ${kind} | ${runs} | ${refused} | ${done} | ${found.length} |`);
}

function say(line: string, found: readonly string[]): void {
  faults.push(...found);
  console.log(`${line}, ${found.length} wrong`);
}

/** Of those that leave one thing in the place of another. */
const killed = ['build', 'backup'];

async function failOperations(): Promise<void> {
  for (const [name, make] of Object.entries(operations)) {
    if (!isWanted(name)) continue;
    const operation = await make(folderFor(name));
    for await (const tried of tryFaults(operation, breadth, join(folder, 'strace.log'))) print(tried);
    if (killed.includes(name)) print(await killEach(operation, values.share ? 5 : 50));
    operation.close?.();
  }
  if (isWanted('append')) for await (const tried of createAppends(folderFor('append')).try(breadth)) print(tried);
}

async function cutPower(): Promise<void> {
  for (const cut of [cutJournal, cutBuild]) {
    const { what, cuts, states, faults: found } = await cut(folderFor(`cut-${cut.name}`));
    say(`${what}: the power was cut at ${cuts} places, ${states} folders were found`, found);
  }
}

async function flip(): Promise<void> {
  for (const { file, flips, refused, faults: found } of await runFlips(folderFor('flips'), values.share ? 200 : 1000))
    say(`${file.slice(folder.length + 1)}: ${flips} single bytes changed, ${refused} refused`, found);
  const { asked, faults: found } = await flipUnderServer(folderFor('flip-served'));
  say(`a snapshot changed under its server, which was asked ${asked} times`, found);
}

async function kill(): Promise<void> {
  const { kills, acknowledged, faults: found } = await killJournal(folderFor('kills'), values.share ? 50 : 1000);
  say(`journal: ${kills} times killed while it was appended to, ${acknowledged} appends acknowledged`, found);
}

const reason = whyNoStrace();
if (isWanted('kills')) await kill();
if (isWanted('flips')) await flip();
if (reason !== undefined) console.log(`no calls were failed, and no power was cut: ${reason}`);
else {
  if (isWanted('power')) await cutPower();
  console.log('| operation | fault | runs | refused | done | wrong |\n| --- | --- | --: | --: | --: | --: |');
  await failOperations();
}
console.log(`${Math.round((performance.now() - started) / 1000)} s, ${faults.length} wrong`);
for (const fault of faults) console.error(fault);
if (faults.length === 0) rmSync(folder, { recursive: true });
else console.error(`kept: ${folder}`);
process.exitCode = faults.length === 0 ? 0 : 1;
