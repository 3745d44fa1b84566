/** `npm run bench:reading [-- MB [TEXT]]`: how long `extract` takes over 50 MB of each kind of text, and in how much memory. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migraph } from '../cli/run-migraph.js';
import { floods, longTexts } from './texts.js';

const megabyte = 2 ** 20;
const size = Number(process.argv[2] ?? 50);
/** Only of texts whose name has it. */
const wanted = process.argv[3] ?? '';
/** What is promised of 50 MB; a smaller text has its share of the time. */
const promised = { seconds: (30 * Math.min(size, 50)) / 50, megabytes: 1024 };

const texts = Object.entries({ ...longTexts, ...floods }).filter(([name]) => name.includes(wanted));
if (texts.length === 0) throw new Error(`no text is called so: ${wanted}`);
const folder = mkdtempSync(join(tmpdir(), 'migraph-reading-'));
const file = join(folder, 'note.txt');
console.log(`${'text'.padEnd(24)}${`s for ${size} MB`.padStart(14)}${'MB of memory'.padStart(14)}`);
try {
  for (const [name, make] of texts) {
    writeFileSync(file, make(size * megabyte));
    const { seconds, megabytes, code, complaints } = await migraph(['extract', file, '--json'], { silent: true });
    const over = seconds > promised.seconds || megabytes > promised.megabytes ? '  over what is promised' : '';
    if (code !== 0) process.exitCode = 1;
    const failed = code === 0 ? '' : `  failed: ${complaints[0]}`;
    const figures = seconds.toFixed(1).padStart(14) + megabytes.toFixed(0).padStart(14);
    console.log(`${name.padEnd(24)}${figures}${failed || over}`);
  }
} finally {
  rmSync(folder, { recursive: true });
}
