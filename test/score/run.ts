/** `npm run score`: reads every text that has a gold standard with the built command line and prints how well. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { parseExtraction } from './extraction.js';
import { belowFloor, type Floor } from './floor.js';
import { readGold } from './gold.js';
import { addScore, emptyScore, type Score, scoreDocument } from './score.js';
import { tableOf } from './table.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const gold = join(root, 'test/gold');
const megabytes = 64 * 2 ** 20;

/** `textsIn` is where NAME.txt lies for each NAME.json; of a secret set only figures are shown. */
const sets = [
  { name: 'note', title: 'The note', textsIn: join(root, 'data/notes'), secret: false },
  { name: 'texts', title: 'Texts in other styles', textsIn: join(gold, 'texts'), secret: false },
  { name: 'heldout', title: 'Texts held out', textsIn: join(gold, 'heldout'), secret: true },
];
type GoldSet = (typeof sets)[number];

function namesIn(set: GoldSet): string[] {
  const files = readdirSync(join(gold, set.name)).filter((file) => file.endsWith('.json'));
  return files.map((file) => file.slice(0, -'.json'.length)).sort();
}

function scoreText(set: GoldSet, name: string): Score {
  const path = join(set.textsIn, `${name}.txt`);
  const cli = join(root, 'dist/src/cli.js');
  const output = execFileSync(process.execPath, [cli, 'extract', path, '--json'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: megabytes,
    stdio: ['ignore', 'pipe', set.secret ? 'ignore' : 'inherit'],
  });
  return scoreDocument(
    readGold(join(gold, set.name, `${name}.json`)),
    parseExtraction(output),
    readFileSync(path, 'utf8'),
  );
}

function scoreSet(set: GoldSet): Score {
  const sum = emptyScore();
  for (const name of namesIn(set)) addScore(sum, scoreText(set, name));
  return sum;
}

/** Prints a table for each set; the exit code is 1 below the floor. */
function printScores(): void {
  const floorPath = join(gold, 'floor.json');
  const floor: Floor = existsSync(floorPath) ? (JSON.parse(readFileSync(floorPath, 'utf8')) as Floor) : {};
  const below = sets.flatMap((set) => {
    const score = scoreSet(set);
    console.log(`${tableOf(`${set.title} (${namesIn(set).length})`, score)}\n`);
    return belowFloor(floor, set.name, score);
  });
  for (const line of below) console.error(line);
  if (below.length > 0) process.exitCode = 1;
}

/** Lists every mistake in one text; those of held-out texts stay unseen, or they would be no longer held out. */
function printErrors(name: string): void {
  const set = sets.find((one) => namesIn(one).includes(name));
  if (!set || set.secret) {
    const open = sets.filter((one) => !one.secret).flatMap(namesIn);
    console.error(`no text to show is called ${name}; there are ${open.join(', ')}`);
    process.exitCode = 1;
    return;
  }
  const score = scoreText(set, name);
  console.log([tableOf(name, score), '', ...score.mistakes].join('\n'));
}

const { errors } = parseArgs({ options: { errors: { type: 'string' } } }).values;
if (errors === undefined) printScores();
else printErrors(errors);
