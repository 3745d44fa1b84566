/** The tables of a run, as Markdown. */
import { cpus, totalmem } from 'node:os';
import type { Comparison, LoadFigures, QueryTimings, Timing } from './compare-engines.js';
import type { ServerComparison } from './compare-servers.js';
import { geometricMean, ratiosTo } from './ratios.js';

export interface Run {
  readonly comparisons: readonly Comparison[];
  readonly servers: readonly ServerComparison[];
  /** Seconds that a query might take. */
  readonly limit: number;
  readonly versions: Readonly<Record<string, string>>;
}

const figure = (value: number): string => (Number.isNaN(value) ? '–' : value.toPrecision(3).replace(/e.*$/, ''));
const round = (value: number | undefined, digits: number): string =>
  value === undefined ? '–' : value.toFixed(digits);
const grouped = (value: number): string => value.toLocaleString('en');

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, n) => (n === 0 ? '---' : '--:'))), ...rows.map(line), ''].join('\n');
}

const enginesIn = ({ queries }: Comparison): string[] => [
  ...new Set(queries.flatMap(({ timings }) => Object.keys(timings))),
];

function summary({ comparisons, limit }: Run): string {
  return table(
    ['statements', 'by oxigraph', 'by the best peer', 'slower than twice the best peer', 'other answers'],
    comparisons.map((comparison) => {
      const best = ratiosTo('best', comparison, limit);
      const slow = best.filter(({ ratio }) => ratio > 2).map(({ query, ratio }) => `${query} (${round(ratio, 1)})`);
      const different = comparison.queries.filter((query) => query.different.length > 0).map(({ name }) => name);
      return [
        grouped(comparison.size),
        round(geometricMean(ratiosTo('oxigraph', comparison, limit)), 3),
        round(geometricMean(best), 3),
        slow.join(', ') || 'none',
        different.join(', ') || 'none',
      ];
    }),
  );
}

function loadRow(name: string, { prepare, open, bytesPerStatement, firstAnswer, dumps }: LoadFigures): string[] {
  return [
    name,
    round(prepare + open, 2),
    round(open, 3),
    round(firstAnswer, 2),
    round(bytesPerStatement, 0),
    round(dumps.nquads, 2),
    round(dumps.jsonld, 2),
  ];
}

function loads(comparison: Comparison): string {
  const head = ['engine', 'load, s', 'open, s', 'first answer, s', 'B a statement', 'N-Quads, s', 'JSON-LD, s'];
  return table(
    head,
    Object.entries(comparison.loads).map(([name, figures]) => loadRow(name, figures)),
  );
}

const milliseconds = ({ median, failure }: Timing = {}): string =>
  median === undefined ? (failure ?? '–') : round(median * 1000, 2);

function queryTable(comparison: Comparison, limit: number): string {
  const engines = enginesIn(comparison);
  const ratioOf = (name: string): Map<string, number> =>
    new Map(ratiosTo(name, comparison, limit).map(({ query, ratio }) => [query, ratio]));
  const [toOxigraph, toBest] = [ratioOf('oxigraph'), ratioOf('best')];
  const row = ({ name, timings, different }: QueryTimings): string[] => [
    different.length === 0 ? name : `${name} (another answer of ${different.join(', ')})`,
    grouped(timings.migraph?.rows ?? 0),
    ...engines.map((engine) => milliseconds(timings[engine])),
    figure(toOxigraph.get(name) ?? Number.NaN),
    figure(toBest.get(name) ?? Number.NaN),
  ];
  const head = ['query', 'rows', ...engines.map((name) => `${name}, ms`), 'by oxigraph', 'by the best'];
  return table(head, comparison.queries.map(row));
}

function describeExports({ exports }: ServerComparison): string {
  if (exports === undefined) return 'The whole graph is longer than an answer may be.';
  const { megabytes, first, stored } = exports;
  return `The whole graph as N-Quads, ${round(megabytes, 0)} MB, was there after ${round(first, 3)} s the first time, and ${round(stored, 3)} s stored.`;
}

function serverTables(comparison: ServerComparison): string {
  const { size, loads: measured, runaway } = comparison;
  const rows = Object.entries(measured).map(([name, { perSecond, p50, p99, failed }]) => [
    name,
    round(perSecond, 0),
    String(p50),
    String(p99),
    String(failed),
  ]);
  return [
    `### Over HTTP, ${grouped(size)} statements`,
    '',
    table(['server', 'requests a second', 'p50, ms', 'p99, ms', 'failed'], rows),
    `A runaway query under a limit of ${runaway.limit} s was ended after ${round(runaway.ended, 2)} s; ` +
      `${round(runaway.back, 2)} s later two others had been answered.`,
    '',
    describeExports(comparison),
    '',
    `The server and its query processes, each with the graph, hold ${round(comparison.residentBytes / 2 ** 20, 0)} MB together.`,
    '',
  ].join('\n');
}

export function writeReport(run: Run): string {
  const { comparisons, servers, limit, versions } = run;
  const processor = cpus()[0]?.model.trim() ?? 'an unknown processor';
  const machine = `${cpus().length} × ${processor}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`;
  const peers = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return [
    '# The last run of `npm run bench`',
    '',
    `Machine: ${machine}. Peers: ${peers.join(', ')}. Medians; every query ends after ${limit} s; ratios are our time by`,
    'theirs, so that less than 1 is faster. No round asks with the words of another, no result is remembered.',
    '',
    summary(run),
    ...comparisons.flatMap((comparison) => [
      `## ${grouped(comparison.size)} statements`,
      '',
      loads(comparison),
      queryTable(comparison, limit),
    ]),
    '## Servers',
    '',
    ...servers.map(serverTables),
  ].join('\n');
}
