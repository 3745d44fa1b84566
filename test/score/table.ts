/** A score as a plain-text table. */
import { measures, type Score, tallyOf } from '../../src/score/score.js';
import { f1, precision, recall, recallOverall, type Tally } from '../../src/score/tally.js';

/** Evidence and codes are only right or wrong: nothing is demanded of them, so they have no recall. */
const checksOnly = new Set(['evidence', 'codes']);
const columns = ['demanded', 'found', 'wrong', 'P', 'R', 'F1', 'R overall'];

/** One line a measure; "R overall" also counts what belongs to entities that were not found. */
export function tableOf(title: string, score: Score): string {
  const lines = measures.map((name) => line(name, cellsOf(name, tallyOf(score, name))));
  return [title, line('', columns), ...lines].join('\n');
}

function cellsOf(name: string, tally: Tally): string[] {
  const figure = (value: number) => value.toFixed(3);
  if (checksOnly.has(name)) return ['', `${tally.right}`, `${tally.wrong}`, figure(precision(tally)), '', '', ''];
  const demanded = tally.found + tally.missed + tally.lost;
  const counts = [demanded, tally.found, tally.wrong].map(String);
  return [...counts, ...[precision, recall, f1, recallOverall].map((of) => figure(of(tally)))];
}

const line = (name: string, cells: string[]): string =>
  (name.padEnd(14) + cells.map((cell) => cell.padStart(10)).join('')).trimEnd();
