/**
 * `npm run kills`: a hundred times `kill -9` while the server is written to; fails where anything acknowledged is lost.
 * `npm run kills -- --large`: once, over a million statements and a journal of 29 MB, and how long the next start takes.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runKillLoop } from './kill-loop.js';
import { measureRestart } from './large-restart.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    large: { type: 'boolean', default: false },
    statements: { type: 'string', default: '1000000' },
    megabytes: { type: 'string', default: '29' },
  },
});
const folder = mkdtempSync(join(tmpdir(), 'migraph-kills-'));

async function runLarge(): Promise<readonly string[]> {
  const restart = await measureRestart(Number(values.statements), Number(values.megabytes), folder);
  const [long, short] = [restart.withoutCheckpoint.toFixed(1), restart.withCheckpoint.toFixed(1)];
  console.log(
    `${restart.statements} statements and a journal of ${restart.journalMegabytes.toFixed(0)} MB: after kill -9 all that was ` +
      `acknowledged was answered ${short} s after the start, ${long} s where the checkpoint was lost`,
  );
  return restart.faults;
}

async function runLoop(): Promise<readonly string[]> {
  const kills = Number(positionals[0] ?? 100);
  const { acknowledged, faults } = await runKillLoop(kills, folder, (n) => {
    if (n % 10 === 0) console.log(`${n} of ${kills}`);
  });
  console.log(`${kills} kills, ${acknowledged} writes acknowledged, ${faults.length} lost, torn or failed`);
  return faults;
}

const faults = await (values.large ? runLarge() : runLoop());
for (const fault of faults) console.error(fault);
// What went wrong can be looked at.
if (faults.length === 0) rmSync(folder, { recursive: true });
else console.error(`kept: ${folder}`);
process.exitCode = faults.length === 0 ? 0 : 1;
