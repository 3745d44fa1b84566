/** Long texts of several kinds that repeat no passage: what reading is measured on. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/config.js';
import { createChance, inventName, vary } from './vary.js';

/** Gives a text of at least so many characters, the same one on every run. */
export type LongText = (size: number) => string;

function fill(size: number, part: (chance: () => number, n: number) => string): string {
  const chance = createChance(7);
  const parts: string[] = [];
  for (let n = 0, length = 0; length < size; n++) {
    const text = part(chance, n);
    length += text.length;
    parts.push(text);
  }
  return parts.join('');
}

const readText = (...path: string[]): string => readFileSync(join(packageRoot, ...path), 'utf8');
const pick = (chance: () => number, from: readonly string[]): string => from[Math.floor(chance() * from.length)] ?? '';

const prose =
  'while the old boats of that coast were slowly counted by those crews who knew every harbour and its many quiet lanes people along each river wrote long letters about weather and bread so that nobody would forget what had been said before winter came again'.split(
    ' ',
  );
const countries = 'Kenya Uganda Chile Norway Malta Fiji Ghana Peru Japan Nepal Canada Latvia Mali Togo Qatar'.split(
  ' ',
);
const cities = 'Rabat Geneva Nairobi Bangkok Vienna Santiago Dakar Oslo'.split(' ');
const months = 'January February March April May June July September October November'.split(' ');

function proseSentence(chance: () => number): string {
  const words = Array.from({ length: 8 + Math.floor(chance() * 18) }, () => pick(chance, prose)).join(' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

function tableRow(chance: () => number): string {
  const from = 1950 + Math.floor(chance() * 50);
  const places = Array.from({ length: 1 + Math.floor(chance() * 4) }, () => pick(chance, countries)).join(', ');
  return `| ${inventName(chance)} ${inventName(chance)} Register | Office of ${inventName(chance)} | ${from}-${from + 1 + Math.floor(chance() * 20)} | ${places} |\n`;
}

const tableHead = '\n| Data collection | Producer | Reference period | Countries |\n|---|---|---|---|\n';

function listItem(chance: () => number): string {
  return `- *${inventName(chance)} ${inventName(chance)} of ${pick(chance, countries)}*, Institute of ${inventName(chance)} (${1950 + Math.floor(chance() * 70)})\n`;
}

function meeting(chance: () => number, n: number): string {
  const day = 1 + Math.floor(chance() * 27);
  return `The ${inventName(chance)} Conference on ${inventName(chance)} and ${inventName(chance)} Data was held in ${pick(chance, cities)} on ${day} ${pick(chance, months)} ${1950 + Math.floor(chance() * 70)}.${n % 5 === 4 ? '\n\n' : ' '}`;
}

/** Texts that somebody might send to see what happens. */
export const floods: Readonly<Record<string, LongText>> = {
  'nothing but agencies': (size) =>
    fill(size, (_, n) => `The National Office Number ${n} of Borders (NO${n}) publishes a yearbook.\n`),
  'nothing but headings': (size) => fill(size, (_, n) => `# Heading ${n}\n\n`),
  'opening brackets': (size) => '['.repeat(size),
  asterisks: (size) => '*'.repeat(size),
  'one word': (size) => 'x'.repeat(size),
};

/** By what they are made of. */
export const longTexts: Readonly<Record<string, LongText>> = {
  'the note, varied': (size) => {
    const note = readText('data', 'notes', 'un-pop-mig-5cm-2006-13.txt').replace(/^---\n.*?\n---\n/s, '');
    return fill(size, (chance) => `${vary(note, chance)}\n\n`);
  },
  'plain prose': (size) => fill(size, (chance, n) => `${proseSentence(chance)}${n % 6 === 5 ? '\n\n' : ' '}`),
  'tables and lists': (size) =>
    fill(size, (chance, n) => {
      if (n % 80 === 0) return tableHead;
      if (n % 80 === 40) return `\n${proseSentence(chance).slice(0, -1)}:\n\n`;
      return n % 80 < 40 ? tableRow(chance) : listItem(chance);
    }),
  'the gold texts, varied': (size) => {
    const folder = ['test', 'gold', 'texts'];
    const names = readdirSync(join(packageRoot, ...folder)).filter((name) => name.endsWith('.txt'));
    const texts = names.sort().map((name) => readText(...folder, name));
    return fill(size, (chance, n) => `${vary(texts[n % texts.length] ?? '', chance)}\n\n`);
  },
  meetings: (size) => fill(size, meeting),
};
