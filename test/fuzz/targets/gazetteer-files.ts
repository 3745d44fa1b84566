/** Files of gazetteers, spoilt: read, or refused in one line that names file and line. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../../../src/config.js';
import { readAgencies } from '../../../src/extract/agencies.js';
import { readLinks } from '../../../src/extract/links.js';
import { readThemes } from '../../../src/extract/themes.js';
import type { Random } from '../../random.js';
import type { FuzzSession, FuzzTarget, Outcome } from '../fuzz-target.js';
import { placedFault } from '../one-line.js';
import { createSpoiler } from '../spoil.js';

const files = ['agencies.tsv', 'themes.tsv', 'theme-links.tsv', 'eu-countries.tsv'] as const;
type File = (typeof files)[number];

const linesOf = (file: string): string[] =>
  readFileSync(join(packageRoot, 'data', 'gazetteers', file), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));

/** The header and some lines, from several places of a file. */
function samplesOf(file: File): string[] {
  const [header = '', ...lines] = linesOf(file);
  const places = [0, Math.floor(lines.length / 3), Math.floor(lines.length / 2)];
  return places.map((at) => `# a comment\n${[header, ...lines.slice(at, at + 12)].join('\n')}\n`);
}

const samples = Object.fromEntries(files.map((file) => [file, samplesOf(file)])) as Record<File, string[]>;
const spoilers = Object.fromEntries(
  files.map((file) => [
    file,
    createSpoiler({
      samples: samples[file],
      tokens: /[^\t\n]+|\t|\n/g,
      more: ['\r\n', '\ufeff', '#', ' ', 'Agency', 'Unit', 'http://', 'exactMatch', '__proto__', '\u2028'],
      kinds: [/^[^\t\n]+$/, /^[\t\n]$/],
    }),
  ]),
) as Record<File, (random: Random) => Uint8Array>;

/** The first line of an input names the file that the rest is. */
function generate(random: Random): Uint8Array {
  const file = random.pick(files);
  return Buffer.concat([Buffer.from(`${file}\n`), spoilers[file](random)]);
}

const all = { has: () => true };
const readers: Readonly<Record<File, (folder: string) => object>> = {
  'agencies.tsv': readAgencies,
  'themes.tsv': readThemes,
  'theme-links.tsv': (folder) => readLinks(folder, all),
  'eu-countries.tsv': (folder) => readLinks(folder, all),
};

async function open(): Promise<FuzzSession> {
  const folder = mkdtempSync(join(tmpdir(), 'migraph-fuzz-'));
  const right = (file: File): void => writeFileSync(join(folder, file), samples[file][0] ?? '');
  files.forEach(right);
  return {
    probe(input): Outcome {
      const bytes = Buffer.from(input);
      const end = bytes.indexOf('\n');
      const file = bytes.toString('utf8', 0, end) as File;
      const spoilt = bytes.subarray(end + 1);
      writeFileSync(join(folder, file), spoilt);
      try {
        readers[file](folder);
        return { kind: 'read' };
      } catch (error) {
        return { kind: 'refused', fault: placedFault(error, join(folder, file), spoilt.toString()) };
      } finally {
        right(file);
      }
    },
    async close() {
      rmSync(folder, { recursive: true });
      return undefined;
    },
  };
}

export const gazetteerFiles: FuzzTarget = { name: 'gazetteer-files', share: 25, generate, open };
