/** `migraph check`: verify, validate, score and diff in one, a line each, of what a build would make; nothing is written. */
import { readConfig } from '../config.js';
import { createIris } from '../iris.js';
import { validate } from '../shapes/validate.js';
import type { Build } from '../triples/build.js';
import { readCuration } from '../triples/curation.js';
import { readOntology } from '../triples/ontology.js';
import { findNotes, inputFolders } from './build-inputs.js';
import { readRecord } from './built-graph.js';
import { describeDifference } from './check/describe-difference.js';
import { scoreNotes } from './check/score-notes.js';
import { countOf } from './counts.js';
import { failureLine } from './failure.js';
import { historyFile, readHistory } from './history.js';
import { startProgress } from './progress.js';
import { readNow } from './read-now.js';
import { verifyQuotes } from './verify-quotes.js';
import { writeOut } from './write-out.js';

interface Line {
  readonly check: string;
  readonly says: string;
  readonly isWrong?: boolean;
}

function verify({ quads }: Build, texts: ReadonlyMap<string, string>, base: string): Line {
  const { failures, quotes, claims } = verifyQuotes(quads, { texts, base });
  const [first] = failures;
  const looked = `${countOf(quotes, 'quote')} of ${countOf(claims, 'claim')}`;
  return first === undefined
    ? { check: 'verify', says: `${looked}: every one found` }
    : {
        check: 'verify',
        says: `${looked}: ${countOf(failures.length, 'failure')}, the first: ${first}`,
        isWrong: true,
      };
}

async function hold({ quads, report }: Build): Promise<Line> {
  const { results } = await validate(quads, readOntology(inputFolders.ontology).shapes);
  const violations = results.filter(({ severity }) => severity === 'Violation');
  const [first] = violations;
  const found = [
    countOf(violations.length, 'violation'),
    countOf(results.length - violations.length, 'warning'),
    ...(report.withheld.length === 0
      ? []
      : [countOf(report.withheld.length, 'statement withheld', 'statements withheld')]),
  ].join(', ');
  if (first === undefined) return { check: 'validate', says: found };
  return { check: 'validate', says: `${found}, the first: ${first.focusNode.value}: ${first.message}`, isWrong: true };
}

function decisions({ report: { applied, notApplied, candidates } }: Build): Line[] {
  if (applied.length + notApplied.length + candidates.length === 0) return [];
  const elsewhere = notApplied.length === 0 ? '' : `, ${notApplied.length} on notes not among these`;
  return [
    { check: 'decisions', says: `${applied.length} applied${elsewhere}; ${candidates.length} things left to review` },
  ];
}

/** What is found, check by check; a build that cannot be made is the only line. */
async function* check(notes: readonly string[]): AsyncGenerator<Line> {
  const config = readConfig();
  const progress = startProgress();
  try {
    const files = findNotes(notes);
    const curation = readCuration(inputFolders.curation, config.base);
    const history = readHistory(historyFile(notes, config.out));
    const { extractions, build } = await readNow(files, config, progress, { curation, history });
    const texts = new Map(extractions.map(({ note }) => [note.slug, note.text]));
    progress.step('checking');
    yield verify(build, texts, config.base);
    yield await hold(build);
    for (const says of scoreNotes(files)) yield { check: 'score', says };
    yield* decisions(build);
    const difference = await describeDifference(build.quads, createIris(config.base), config);
    yield { check: 'diff', says: difference };
  } catch (error) {
    yield { check: 'build', says: failureLine(error), isWrong: true };
  } finally {
    progress.end();
  }
}

export async function runCheck(options: { notes?: string[] }): Promise<void> {
  const notes = options.notes ?? readRecord(readConfig().out)?.notes ?? [inputFolders.notes];
  for await (const { check: name, says, isWrong } of check(notes)) {
    await writeOut([`${name}: ${says}\n`]);
    if (isWrong) process.exitCode = 1;
  }
}
