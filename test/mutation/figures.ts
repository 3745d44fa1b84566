/** What came of a run, as tables: how many mutants are killed, by part and by kind, and which live on. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/config.js';
import { partOf, parts } from './population.js';
import type { Outcome } from './try-mutants.js';

const isKilled = ({ result }: Outcome): boolean => result === 'killed' || result === 'timeout';

export const shareKilled = (outcomes: readonly Outcome[]): number =>
  outcomes.length === 0 ? 1 : outcomes.filter(isKilled).length / outcomes.length;

function row(name: string, outcomes: readonly Outcome[]): string {
  const count = (result: Outcome['result']): number => outcomes.filter((one) => one.result === result).length;
  const share = `${(100 * shareKilled(outcomes)).toFixed(1)} %`;
  const cells = [name, outcomes.length, share, count('killed'), count('timeout'), count('survived'), count('no test')];
  return `| ${cells.join(' | ')} |`;
}

/** Markdown: a row for each value of a property, the most mutants first, and one for all. */
function table(
  title: string,
  names: readonly string[],
  outcomes: readonly Outcome[],
  nameOf: (outcome: Outcome) => string,
): string {
  const own = (name: string): Outcome[] => outcomes.filter((outcome) => nameOf(outcome) === name);
  return [
    `| ${title} | mutants | killed | by a test | by time | live on | no test |`,
    '| --- | --: | --: | --: | --: | --: | --: |',
    ...names.map((name) => row(name, own(name))),
    row('all', outcomes),
  ].join('\n');
}

export function tableByPart(outcomes: readonly Outcome[]): string {
  return table('part', Object.keys(parts), outcomes, ({ mutant }) => partOf(mutant));
}

export function tableByKind(outcomes: readonly Outcome[]): string {
  const kinds = [...new Set(outcomes.map(({ mutant }) => mutant.kind))].sort();
  return table('kind', kinds, outcomes, ({ mutant }) => mutant.kind);
}

/** Each mutant that lives on, as a line: where, what stood there, what stands there now. */
export function listSurvivors(outcomes: readonly Outcome[]): string[] {
  const texts = new Map<string, string>();
  return outcomes
    .filter((outcome) => !isKilled(outcome))
    .map(({ mutant: { file, start, end, replacement, kind }, result, tests }) => {
      const text = texts.get(file) ?? readFileSync(join(packageRoot, file), 'utf8');
      texts.set(file, text);
      const line = text.slice(0, start).split('\n').length;
      const short = (words: string): string => words.replace(/\s+/g, ' ').slice(0, 160);
      const why = result === 'no test' ? 'no test comes to it' : `${tests} tests`;
      return `${file}:${line} (${kind}, ${why}): ${short(text.slice(start, end))} → ${short(replacement)}`;
    })
    .sort();
}
