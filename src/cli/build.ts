/** `migraph build`: notes → graph, with what a curator should know of it. */
import { relative } from 'node:path';
import { readConfig } from '../config.js';
import { stepBack } from '../priority.js';
import { inputFolders } from './build-inputs.js';
import { type BuildRecord, buildInto, graphFile, recordFile } from './built-graph.js';
import { countOf, countsLine } from './counts.js';
import { startProgress } from './progress.js';

/** So many notes are named; the rest stands in build.json. */
const mostNamed = 3;

const shown = (path: string): string => relative(process.cwd(), path) || '.';

/** "2 warnings: …", or nothing. */
const say = ({ length }: readonly unknown[], one: string, many: string, hint: string): string[] =>
  length === 0 ? [] : [`${countOf(length, one, many)}: ${hint}`];

/** "…/changes.jsonl: build 3: 2 new, 1 changed, 0 gone". */
function describeChange({ change }: BuildRecord): string[] {
  if (change === undefined) return [];
  const { file, build, notKept } = change;
  const said = `build ${build}: ${change.new} new, ${change.changed} changed, ${change.gone} gone`;
  return [
    `${shown(file)}: ${said}${notKept === undefined ? '' : `; cannot be written (${notKept}), so it is dated anew next time`}`,
  ];
}

/** "2 imports: 1,234 statements of other catalogues". */
function importsLine(imports: BuildRecord['imports']): string {
  const statements = imports.reduce((sum, one) => sum + one.statements, 0);
  return `${countOf(imports.length, 'import')}: ${countOf(statements, 'statement')} of other catalogues`;
}

/** What was built, and what a curator may want to look at. */
export function describeBuild(record: BuildRecord, out: string): string {
  const notStated = Object.entries(record.notStated).map(
    ([file, fields]) => `${shown(file)}: not stated: ${fields.join(', ')}`,
  );
  const details = `${shown(recordFile(out))} lists them`;
  const lines = [
    `${shown(graphFile(out))}: ${countsLine(record.counts)}`,
    ...describeChange(record),
    ...notStated.slice(0, mostNamed),
    ...say(
      notStated.slice(mostNamed),
      'more note',
      'more notes',
      `without all of title, date, publisher, url and licence; ${details}`,
    ),
    ...say(record.withheld, 'statement withheld', 'statements withheld', `no shape allows what was read; ${details}`),
    ...(record.applied.length === 0
      ? []
      : [`${countOf(record.applied.length, "curator's decision", "curator's decisions")} applied`]),
    ...say(
      record.notApplied,
      "curator's decision",
      "curator's decisions",
      `not applied, on notes not among these; ${details}`,
    ),
    ...(record.imports.length === 0 ? [] : [importsLine(record.imports)]),
    ...say(record.warnings, 'warning', 'warnings', details),
  ];
  return `${lines.join('\n')}\n`;
}

export async function runBuild(options: { notes?: string[]; out?: string }): Promise<void> {
  stepBack();
  const config = readConfig();
  const out = options.out ?? config.out;
  const progress = startProgress();
  try {
    const record = await buildInto(out, { notes: options.notes ?? [inputFolders.notes], config, progress });
    process.stdout.write(describeBuild(record, out));
  } finally {
    progress.end();
  }
}
