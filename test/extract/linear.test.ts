/** Proves that reading takes time linear in the text, on what makes careless patterns quadratic: t(2n)/t(n) is at most 2.5. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { createAgencyLike, extractClaims } from '../../src/extract/extract.js';
import { type NoteReading, parseNote, readNote } from '../../src/notes/read.js';
import { type LongText, longTexts } from '../reading/texts.js';
import { gazetteers } from './recognises.js';

const agencyLike = createAgencyLike(gazetteers);
const largestRatio = 2.5;
/** Shorter times tell more of the clock and the collector than of the program. */
const shortest = 100;

const units: Readonly<Record<string, string>> = {
  'one long word': 'a',
  'one long line of facts':
    'In 2004 the Dock Board published the *Quay Yearbook* of Kenya and Uganda, which covers 1990 to 1995 in more than 150 countries. ',
  capitals: 'A ',
  'capitals and "and"': 'A and ',
  'names in capitals': 'Dock Board of ',
  'straight quotes': '"',
  'opening quotes': '“',
  'single quotes': "'A ",
  asterisks: '*',
  underscores: '_',
  digits: '1',
  'square brackets': '[',
  'round brackets': '(A ',
  'links begun': '[a](',
  pipes: '|',
  spaces: ' ',
  years: '1990, ',
  dates: '3 May 2004, ',
  'lines of one letter': 'A\n\n',
};

/** In milliseconds: by the clock, or by the processor where something else held it meanwhile. */
function time(read: () => NoteReading): number {
  const start = performance.now();
  const busy = process.cpuUsage();
  extractClaims(read(), gazetteers);
  const { user, system } = process.cpuUsage(busy);
  return Math.min(performance.now() - start, (user + system) / 1000);
}

/** A text of repeated units that repeats no passage, for passages that are the same may be read once. */
function repeat(unit: string, size: number): string {
  const chunk = unit.repeat(Math.ceil(997 / unit.length));
  let text = 'Text. ';
  for (let n = 0; text.length < size; n++) text += `${chunk}x${n.toString(36)}`;
  return text;
}

const bestOfThree = (measure: () => number): number => Math.min(measure(), measure(), measure());

/** t(2n)/t(n) at the first size that takes long enough, else at a larger one: what is quadratic is so at every size. */
function ratioOf(make: LongText, read: (text: string) => NoteReading): number {
  const timeOf = (size: number): (() => number) => {
    const text = make(size);
    return () => time(() => read(text));
  };
  let size = 32_000;
  while (timeOf(size)() < shortest) size *= 2;
  let ratio = Number.POSITIVE_INFINITY;
  for (let tries = 0; ratio > largestRatio && tries < 3; tries++, size *= 2.5)
    ratio = bestOfThree(timeOf(2 * size)) / bestOfThree(timeOf(size));
  return ratio;
}

describe('time to read is linear', () => {
  // A program that runs for the first time runs slowly.
  before(() =>
    time(() => parseNote('note.txt', repeat(units['one long line of facts'] ?? '', 64_000), { agencyLike })),
  );

  const texts: readonly (readonly [name: string, make: LongText])[] = [
    ...Object.entries(units).map(([name, unit]) => [name, (size: number) => repeat(unit, size)] as const),
    ...Object.entries(longTexts),
  ];
  for (const [name, make] of texts)
    it(`in ${name}`, function () {
      this.timeout(60_000);
      this.retries(2); // another process may take the processor just then
      expect(ratioOf(make, (text) => parseNote('note.txt', text, { agencyLike }))).to.be.at.most(largestRatio);
    });

  it('in a file of mixed line ends and ligatures', function () {
    this.timeout(60_000);
    const folder = mkdtempSync(join(tmpdir(), 'migraph-'));
    const file = join(folder, 'note.txt');
    const read = (text: string): NoteReading => {
      writeFileSync(file, text);
      return readNote(file, { agencyLike });
    };
    try {
      expect(ratioOf((size) => repeat('The ﬂeet of 𝔅oats\r\nand har\u00ADbours\n', size), read)).to.be.at.most(
        largestRatio,
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
