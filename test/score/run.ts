/** `npm run score`: reads every text that has a gold standard and prints how well; `--in FOLDER`: texts of your own. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createAgencyLike, extractClaims } from '../../src/extract/extract.js';
import { toJson } from '../../src/extract/to-json.js';
import { readNote } from '../../src/notes/read.js';
import { parseExtraction } from '../../src/score/extraction.js';
import { readGold } from '../../src/score/gold.js';
import { addScore, emptyScore, type Score, scoreDocument } from '../../src/score/score.js';
import { gazetteers } from '../extract/recognises.js';
import { belowFloor, type Floor } from './floor.js';
import { tableOf } from './table.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const gold = join(root, 'test/gold');
const agencyLike = createAgencyLike(gazetteers);

/** For each NAME.json of a folder there is a NAME.txt in `textsIn`; of a secret set only figures are shown. */
interface GoldSet {
  readonly name: string;
  readonly title: string;
  readonly folder: string;
  readonly textsIn: string;
  readonly secret: boolean;
}

const setIn = (folder: string, name: string, title: string, secret = false): GoldSet => ({
  name,
  title,
  folder,
  textsIn: folder,
  secret,
});

const ourSets: readonly GoldSet[] = [
  { ...setIn(join(gold, 'note'), 'note', 'The note'), textsIn: join(root, 'data/notes') },
  setIn(join(gold, 'texts'), 'texts', 'Texts in other styles'),
  setIn(join(gold, 'heldout'), 'heldout', 'Texts held out', true),
];

function namesIn({ folder }: GoldSet): string[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  return files.map((file) => file.slice(0, -'.json'.length)).sort();
}

function scoreText(set: GoldSet, name: string): Score {
  const path = join(set.textsIn, `${name}.txt`);
  const note = readNote(path, { agencyLike });
  const reading = JSON.stringify(toJson(name, note, extractClaims(note, gazetteers)));
  return scoreDocument(
    readGold(join(set.folder, `${name}.json`)),
    parseExtraction(reading),
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

const { errors, in: folder } = parseArgs({ options: { errors: { type: 'string' }, in: { type: 'string' } } }).values;
const sets = folder === undefined ? ourSets : [setIn(folder, 'own', folder)];
if (errors === undefined) printScores();
else printErrors(errors);
