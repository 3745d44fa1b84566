/** Generated queries asked of our store over ids and of Comunica: the same answers, and what is left to Comunica. */

import { startClock } from '../../src/store/clock.js';
import { evaluateIds } from '../../src/store/evaluate/evaluate.js';
import { QueryFault } from '../../src/store/graph-store.js';
import type { Graphs } from '../../src/store/graphs.js';
import { createGraphs } from '../../src/store/graphs.js';
import { parseQuery } from '../../src/store/parse/parse-query.js';
import { parseRdf } from '../../src/store/rdf/parse-rdf.js';
import { collectColumns } from '../../src/store/snapshot/collect-columns.js';
import { openPlain } from '../conformance/documents.js';
import { ask } from '../conformance/suites/ask.js';
import { createRandom } from '../random.js';
import { findDifference } from './compare-outcomes.js';
import { prologue, trig } from './data.js';
import type { Engine, Outcome } from './engines.js';
import { generateQuery } from './generate-query.js';
import { variety } from './variety.js';

/** Triple terms too, which the other differential test has none of. */
const more = ':a :q <<( :a :p :b )>> . :b :v <<( :b :r <<( :a :p 1 )>> )>> , <<( :c :p "x"@en )>> , "z"@ar--rtl .';

export interface Paths {
  readonly overIds: Engine;
  readonly byComunica: Engine;
  /** Undefined for a query that is answered over ids. */
  whyLeft(query: string): string | undefined;
}

export type PathJudgement =
  | { readonly kind: 'over ids' | 'malformed' }
  | { readonly kind: 'left'; readonly why: string }
  | { readonly kind: 'different'; readonly how: string };

export interface PathFinding {
  readonly seed: number;
  readonly query: string;
  readonly judgement: PathJudgement;
}

const inOrder = (outcome: Outcome, query: string): Outcome =>
  outcome.kind === 'bindings' ? { ...outcome, ordered: /ORDER BY[^{}]*$/.test(query) } : outcome;

/** The text of a base, so that IRI has something to resolve against. */
const complete = (query: string): string => `BASE <http://e/x/> ${prologue} ${query}`;

function whyLeft(graphs: Graphs, text: string): string | undefined {
  const query = parseQuery(complete(text));
  const clock = startClock(20);
  const reasons: string[] = [];
  try {
    const view = graphs.view(query.dataset, clock.isOver);
    evaluateIds({ query, view, clock, bytes: 100_000_000, onDeclined: (what) => reasons.push(what) });
  } finally {
    clock.stop();
  }
  return reasons[0];
}

/** `deadline`: seconds that either may take. */
export async function openPaths(deadline = 20): Promise<Paths> {
  const quads = await parseRdf(`${prologue} ${trig} ${more}`, 'trig', 'http://e/');
  const graphs = createGraphs(collectColumns(quads), 'urn:none', false);
  const open = (overIds: boolean): Engine => {
    const store = openPlain(quads, undefined, { overIds, queryDeadline: deadline });
    return async (query) => {
      try {
        return inOrder(await ask(store, complete(query)), query);
      } catch (error) {
        return { kind: 'refused', reason: error instanceof QueryFault ? error.kind : String(error) };
      }
    };
  };
  return { overIds: open(true), byComunica: open(false), whyLeft: (query) => whyLeft(graphs, query) };
}

/** Anything but a malformed query is to be answered. */
export async function judgePaths({ overIds, byComunica, whyLeft }: Paths, query: string): Promise<PathJudgement> {
  const [ours, theirs] = [await overIds(query), await byComunica(query)];
  const refusals = [ours, theirs].flatMap((one) => (one.kind === 'refused' ? [one.reason] : []));
  if (refusals.some((reason) => reason !== 'malformed')) return { kind: 'different', how: refusals.join(', ') };
  const how = findDifference(ours, theirs);
  if (how !== undefined) return { kind: 'different', how };
  if (refusals.length > 0) return { kind: 'malformed' };
  const why = whyLeft(query);
  return why === undefined ? { kind: 'over ids' } : { kind: 'left', why };
}

export async function runTwoPaths(paths: Paths, firstSeed: number, count: number): Promise<PathFinding[]> {
  const findings: PathFinding[] = [];
  for (let seed = firstSeed; seed < firstSeed + count; seed += 1) {
    // Every third one as the other engines are asked too.
    const query = generateQuery(createRandom(seed), seed % 3 === 0 ? undefined : variety);
    findings.push({ seed, query, judgement: await judgePaths(paths, query) });
  }
  return findings;
}

/** How many were answered over ids, and why the others were not. */
export function twoPathsTable(findings: readonly PathFinding[]): string {
  const reasons = new Map<string, number>();
  for (const { judgement } of findings) {
    const name = judgement.kind === 'left' ? `left: ${judgement.why}` : judgement.kind;
    reasons.set(name, (reasons.get(name) ?? 0) + 1);
  }
  const lines = [...reasons].sort(([, a], [, b]) => b - a).map(([name, number]) => `| ${name} | ${number} |`);
  return ['| answered | queries |', '| --- | --: |', `| in all | ${findings.length} |`, ...lines].join('\n');
}
