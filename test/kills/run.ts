/** `npm run kills`: a hundred times `kill -9` while the server is written to; fails where anything acknowledged is lost. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runKillLoop } from './kill-loop.js';

const kills = Number(process.argv[2] ?? 100);
const folder = mkdtempSync(join(tmpdir(), 'migraph-kills-'));
const { acknowledged, faults } = await runKillLoop(kills, folder, (n) => {
  if (n % 10 === 0) console.log(`${n} of ${kills}`);
});
for (const fault of faults) console.error(fault);
console.log(`${kills} kills, ${acknowledged} writes acknowledged, ${faults.length} lost, torn or failed`);
// What went wrong can be looked at.
if (faults.length === 0) rmSync(folder, { recursive: true });
else console.error(`kept: ${folder}`);
process.exitCode = faults.length === 0 ? 0 : 1;
