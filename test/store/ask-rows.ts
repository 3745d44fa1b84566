/** Asks a small graph, for tests of what an answer must be: rows as text. */

import { writeTerm } from '../../src/serialise/terms.js';
import { openEmbedded } from '../../src/store/embedded.js';
import { parseRdf } from '../../src/store/rdf/parse-rdf.js';

const base = 'http://e/';

const short = (text: string): string =>
  text.replaceAll(/<http:\/\/e\/([^>]*)>/g, '$1').replaceAll('^^<http://www.w3.org/2001/XMLSchema#', '^^<xsd:');

/** Opens a store whose default graph is the unnamed one; prefixes `:` and `xsd:` are declared. */
export async function openTriG(data: string) {
  const quads = await parseRdf(
    `PREFIX : <http://e/> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> ${data}`,
    'trig',
    base,
  );
  const store = openEmbedded(quads, { base, unionDefaultGraph: false, queryDeadline: 10, maxAnswerBytes: 1_000_000 });
  const prologue = 'PREFIX : <http://e/> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>';

  /** `x=a y="text"`, in the order of the answer; variables by name. */
  async function list(query: string): Promise<string[]> {
    const result = await store.query(`${prologue} ${query}`);
    if (result.kind !== 'bindings') throw new Error(`rows were expected, not a ${result.kind}`);
    const rows: string[] = [];
    for await (const row of result.rows) {
      const cells = [...row].map(([name, term]) => `${name}=${short(writeTerm(term))}`);
      rows.push(cells.sort().join(' '));
    }
    return rows;
  }

  return { store, list, rows: async (query: string) => (await list(query)).sort() };
}
