/** Asks a small graph, for tests of what an answer must be: rows as text. */

import { writeTerm } from '../../src/serialise/terms.js';
import { type EmbeddedStore, openEmbedded } from '../../src/store/embedded.js';
import { parseRdf } from '../../src/store/rdf/parse-rdf.js';

const base = 'http://e/';

const short = (text: string): string =>
  text.replaceAll(/<http:\/\/e\/([^>]*)>/g, '$1').replaceAll('^^<http://www.w3.org/2001/XMLSchema#', '^^<xsd:');

async function listRows(store: EmbeddedStore, query: string): Promise<string[]> {
  const result = await store.query(query);
  if (result.kind !== 'bindings') throw new Error(`rows were expected, not a ${result.kind}`);
  const rows: string[] = [];
  for await (const row of result.rows) {
    const cells = [...row].map(([name, term]) => `${name}=${short(writeTerm(term))}`);
    rows.push(cells.sort().join(' '));
  }
  return rows;
}

const withoutLabels = (rows: readonly string[]): string => rows.map((row) => row.replace(/_:\S+/g, '_:')).join('\n');

/**
 * Opens a store whose default graph is the unnamed one; prefixes `:` and `xsd:` are declared. What it answers over ids must be
 * what Comunica answers over the same data, until they change.
 */
export async function openTriG(data: string) {
  const quads = await parseRdf(
    `PREFIX : <http://e/> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> ${data}`,
    'trig',
    base,
  );
  const open = (overIds: boolean): EmbeddedStore =>
    openEmbedded(quads, { base, unionDefaultGraph: false, queryDeadline: 10, maxAnswerBytes: 1_000_000, overIds });
  const [store, other] = [open(true), open(false)];
  const opened = store.version();
  const prologue = 'PREFIX : <http://e/> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>';

  /** `base`, a clause of its own, comes first. `x=a y="text"`, in the order of the answer; variables by name. */
  async function list(query: string, base = ''): Promise<string[]> {
    const whole = `${base} ${prologue} ${query}`;
    const rows = await listRows(store, whole);
    if (store.version() !== opened) return rows;
    const others = await listRows(other, whole);
    const [ours, theirs] = [rows, others].map((all) =>
      withoutLabels(/ORDER BY[^{}]*$/.test(query) ? all : [...all].sort()),
    );
    if (ours !== theirs) throw new Error(`over ids:\n${ours}\nby Comunica:\n${theirs}\n${query}`);
    return rows;
  }

  return { store, list, rows: async (query: string, base = '') => (await list(query, base)).sort() };
}
