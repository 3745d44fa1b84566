/** VALUES joins as it is defined to, whether its variable has a value already, has none, or is in the list twice. */
import { expect } from 'chai';
import { readConfig } from '../../../src/config.js';
import { openEmbedded } from '../../../src/store/embedded.js';
import { parseRdf } from '../../../src/store/rdf/parse-rdf.js';

const text = Array.from({ length: 60 }, (_, n) => `<urn:s${n}> <urn:p> ${n % 9} ; <urn:q> <urn:s${n % 4}> .`).join(
  '\n',
);

async function rowsOf(query: string, overIds: boolean): Promise<string[]> {
  const store = openEmbedded(await parseRdf(text, 'turtle', 'urn:x'), { ...readConfig({}), overIds });
  const result = await store.query(query);
  const rows: string[] = [];
  if (result.kind === 'bindings')
    for await (const row of result.rows)
      rows.push(result.variables.map((name) => `${row.get(name)?.value ?? '-'}`).join(' '));
  return rows.sort();
}

describe('VALUES', () => {
  for (const [what, query, count] of [
    ['a long list', 'SELECT * { VALUES ?o { 1 2 3 4 5 77 } ?s <urn:p> ?o }', 35],
    ['one value twice', 'SELECT * { VALUES ?o { 1 2 3 4 5 1 } ?s <urn:p> ?o }', 42],
    ['UNDEF among others', 'SELECT * { VALUES ?o { 1 2 3 4 UNDEF } ?s <urn:p> ?o }', 88],
    [
      'a value that only some rows have',
      'SELECT * { ?s <urn:p> 1 OPTIONAL { ?s <urn:r> ?o } VALUES ?o { 1 2 3 4 5 } }',
      35,
    ],
    [
      'two lists',
      'SELECT * { VALUES ?s { <urn:s1> <urn:s2> <urn:s3> <urn:s9> } VALUES ?p { <urn:p> <urn:q> } ?s ?p ?o }',
      8,
    ],
  ] as const)
    it(`of ${what} is the same over ids and by Comunica`, async () => {
      const rows = await rowsOf(query, true);
      expect(rows).to.have.length(count);
      expect(rows).to.deep.equal(await rowsOf(query, false));
    });
});
