/** Remembered values are those that would be computed, whether they come again or never. */
import { expect } from 'chai';
import { readConfig } from '../../../src/config.js';
import { openEmbedded } from '../../../src/store/embedded.js';
import { parseRdf } from '../../../src/store/rdf/parse-rdf.js';

const rowsOf = async (text: string, query: string, overIds: boolean): Promise<string[]> => {
  const store = openEmbedded(await parseRdf(text, 'turtle', 'urn:x'), { ...readConfig({}), overIds });
  const result = await store.query(query);
  const rows: string[] = [];
  if (result.kind === 'bindings')
    for await (const row of result.rows)
      rows.push(result.variables.map((name) => `${row.get(name)?.value ?? '-'}`).join(' '));
  return rows.sort();
};

describe('what expressions of one variable come to', () => {
  for (const [what, value] of [
    ['few values', (n: number) => n % 7],
    ['many values', (n: number) => n],
    ['few values after many', (n: number) => (n < 800 ? n : n % 3)],
    ['values that give errors', (n: number) => (n % 3 === 0 ? '"x"' : n % 5)],
  ] as const)
    it(`is the same for ${what}`, async () => {
      const text = Array.from({ length: 1500 }, (_, n) => `<urn:s${n}> <urn:p> ${value(n)} .`).join('\n');
      for (const query of [
        'SELECT ?s { ?s <urn:p> ?o FILTER (?o * 2 > 5) }',
        'SELECT ?s ?t { ?s <urn:p> ?o BIND (?o + 1 AS ?t) }',
        'SELECT ?t (COUNT(*) AS ?n) { ?s <urn:p> ?o BIND (CONCAT("<", STR(?o), ">") AS ?t) } GROUP BY ?t',
        'SELECT ?s { ?s <urn:p> ?o OPTIONAL { ?x <urn:q> ?o } FILTER (REGEX(STR(?o), "1") || !BOUND(?x)) }',
        'SELECT ?s ?t { ?s <urn:p> ?o OPTIONAL { ?s <urn:q> ?q } BIND (COALESCE(?q, "none") AS ?t) }',
      ])
        expect(await rowsOf(text, query, true), query).to.deep.equal(await rowsOf(text, query, false));
    });
});
