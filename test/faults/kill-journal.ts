/** Kills a process again and again while it appends to a journal: what it said was acknowledged is there, whole and in order. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { packageRoot } from '../../src/config.js';
import { openJournalToRead, readJournal } from '../../src/store/journal/journal.js';
import { createRandom } from '../random.js';

/** Milliseconds that it may write, at most. */
const longest = 40;

/** Appends records of a line to many, each with its number, and says the number when it is safe. */
const appending = (file: string): string => `
  import { openJournal } from ${JSON.stringify(pathToFileURL(join(packageRoot, 'dist/src/store/journal/journal.js')).href)};
  const journal = await openJournal(${JSON.stringify(file)});
  for (let n = Number(process.argv[1]); ; n += 1) {
    await journal.append(Buffer.from(\`A <urn:a> <urn:n> "\${n}" .\\n\`.repeat(1 + ((n * 7) % 60))));
    process.stdout.write(\`\${n}\\n\`);
  }`;

/** The numbers of the records that are there; NaN of one whose lines are not all the same. */
function numbersIn(file: string): number[] {
  const { byteLength } = openJournalToRead(file);
  return [...readJournal(file, byteLength)].map((text) => {
    const lines = new Set(text.trimEnd().split('\n'));
    return lines.size === 1 ? Number(/"(\d+)"/.exec(text)?.[1]) : Number.NaN;
  });
}

export interface Kills {
  readonly kills: number;
  readonly acknowledged: number;
  readonly faults: readonly string[];
}

/** In a folder that is empty before. */
export async function killJournal(folder: string, kills: number): Promise<Kills> {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'journal.log');
  const random = createRandom(kills);
  const faults: string[] = [];
  let [next, acknowledged] = [0, 0];
  for (let n = 0; n < kills; n += 1) {
    const child = spawn(process.execPath, ['--input-type=module', '-e', appending(file), String(next)]);
    let [said, complaint] = ['', ''];
    child.stdout.on('data', (chunk) => {
      said += String(chunk);
    });
    child.stderr.on('data', (chunk) => {
      complaint += String(chunk);
    });
    const ended = once(child, 'close');
    await Promise.race([once(child.stdout, 'data'), ended]);
    if (child.exitCode !== null) faults.push(`start ${n + 1} failed: ${complaint}`);
    await wait(random.number(longest));
    child.kill('SIGKILL');
    await ended;
    const told = said.split('\n').slice(0, -1).map(Number);
    acknowledged += told.length;
    const held = numbersIn(file);
    const last = told.at(-1) ?? next - 1;
    if (held.some((number, at) => number !== at)) faults.push(`after kill ${n + 1} a record is torn or out of order`);
    if (held.length <= last) faults.push(`after kill ${n + 1} ${held.length} are there, ${last + 1} were acknowledged`);
    next = held.length;
  }
  return { kills, acknowledged, faults };
}
