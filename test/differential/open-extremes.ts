/**
 * MIN and MAX among terms that have no order. They go by that of ORDER BY (SPARQL 1.1 Query, 18.5.1.5), which the standard
 * leaves open where `<` has no answer (15.1): both are right, as long as nothing in the group beats what either chose.
 */
import type { Term } from '../../src/rdf.js';
import { writeTerm } from '../../src/serialise/terms.js';
import type { Table } from '../conformance/results/answer.js';
import type { Engines } from './engines.js';
import { writeByValue } from './readings.js';

export const openExtremes = {
  name: 'MIN and MAX of what has no order',
  section: '15.1 and 18.5.1.5',
  because: 'The standard leaves the order open where < has no answer: both are right.',
  example: 'SELECT (MAX(?c) AS ?n) { ?d :v ?c . }',
};

type Row = Table['rows'][number];

/** The rows by the key of their group. */
function byKey(rows: readonly Row[], key: string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const term = row.get(key);
    const name = term === undefined ? '' : term.termType === 'BlankNode' ? '_:' : writeTerm(term);
    groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  return groups;
}

/** By oxigraph, of terms that can be written in a query. */
async function holds({ theirs }: Engines, one: string, test: string, others: readonly string[]): Promise<boolean> {
  const values = others.map((other) => `(${one} ${other})`).join(' ');
  const answer = await theirs(`ASK { VALUES (?x ?y) { ${values} } FILTER (${test}) }`);
  return answer.kind !== 'boolean' || answer.value;
}

/** A term of the group that no other of it beats. */
async function isExtreme(engines: Engines, one: string, beats: string, members: readonly string[]): Promise<boolean> {
  return members.includes(one) && !(await holds(engines, one, beats, members));
}

export async function areExtremesOpen(query: string, engines: Engines): Promise<boolean> {
  const [, keys = '', name = '', of = '', body] =
    /^SELECT (\?a )?\((MIN|MAX)\((\?\w)\) AS \?n\) (\{.*\})(?: GROUP BY \?a)?$/.exec(query) ?? [];
  if (body === undefined) return false;
  // By value, as oxigraph writes its own.
  const whole = writeByValue(`SELECT ${[...new Set([keys.trim(), of])].join(' ')} ${body}`, engines);
  const { oursByValue, theirs: asThem } = engines;
  const answers = [await oursByValue(writeByValue(query, engines)), await asThem(query), await oursByValue(whole)];
  const tables = answers.filter((answer): answer is Table => answer.kind === 'bindings');
  const [ours, theirs, members] = tables.map(({ rows }) => byKey(rows, keys.trim().slice(1)));
  if (ours === undefined || theirs === undefined || members === undefined || ours.size !== theirs.size) return false;
  // One row a group, on either side.
  if (tables.slice(0, 2).some(({ rows }) => rows.length !== ours.size)) return false;
  const beats = name === 'MIN' ? '?y < ?x' : '?y > ?x';
  for (const [key, rows] of ours) {
    const group = (members.get(key) ?? []).map((row) => row.get(of.slice(1)));
    const [one, two] = [toText(rows[0]?.get('n')), toText(theirs.get(key)?.[0]?.get('n'))];
    if (one === two) continue;
    if (one === undefined || two === undefined || group.includes(undefined)) return false;
    const known = group.map(toText).filter((text) => text !== undefined);
    if (await holds(engines, one, '?x < ?y || ?y < ?x || ?x = ?y', [two])) return false;
    for (const choice of [one, two]) if (!(await isExtreme(engines, choice, beats, known))) return false;
  }
  return true;
}

/** Undefined for what cannot be written in a query. */
const toText = (term: Term | undefined): string | undefined =>
  term === undefined || term.termType === 'BlankNode' ? undefined : writeTerm(term);
