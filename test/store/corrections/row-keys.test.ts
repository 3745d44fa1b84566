/** Rows are told apart by their terms, not by texts that several of them make together. */
import { expect } from 'chai';
import { openTriG } from '../ask-rows.js';

const gaps = 'VALUES (?a ?b) { (UNDEF 1) (1 UNDEF) (1 UNDEF) }';
const quotes = 'VALUES (?a ?b) { ("a\\",\\"b" "c") ("a" "b\\",\\"c") ("a\\"\\"b" "c") ("a" "b\\"\\"c") }';
const joined = 'VALUES (?a ?b) { ("a\\"-\\"b" "c") ("a" "b\\"-\\"c") }';

const counts: readonly (readonly [string, string, number])[] = [
  ['GROUP BY of values that are unbound', `SELECT ?a ?b (COUNT(*) AS ?n) { ${gaps} } GROUP BY ?a ?b`, 2],
  ['GROUP BY of texts with quotes', `SELECT ?a ?b (COUNT(*) AS ?n) { ${quotes} } GROUP BY ?a ?b`, 4],
  ['DISTINCT of values that are unbound', `SELECT DISTINCT * { ${gaps} }`, 2],
  ['DISTINCT of texts with quotes', `SELECT DISTINCT * { ${joined} }`, 2],
  ['MINUS of texts with quotes', `SELECT * { ${quotes} MINUS { VALUES (?a ?b) { ("a\\"\\"b" "c") } } }`, 3],
];

describe('rows are told apart', () => {
  for (const [name, query, count] of counts)
    it(name, async () => {
      const { list } = await openTriG('');
      expect(await list(query)).to.have.length(count);
    });
  it('COUNT(DISTINCT *)', async () => {
    const { list } = await openTriG('');
    const count = (values: string) => list(`SELECT (COUNT(DISTINCT *) AS ?n) { ${values} }`);
    expect(await count(gaps)).to.deep.equal(['n="2"^^<xsd:integer>']);
    expect(await count(quotes)).to.deep.equal(['n="4"^^<xsd:integer>']);
  });
});

describe('BNODE', () => {
  it('makes one node for each text in each row', async () => {
    const { list } = await openTriG('');
    const numbers = Array.from({ length: 12 }, (_, n) => n).join(' ');
    const rows = await list(
      `SELECT (BNODE("1") AS ?a) (BNODE("11") AS ?b) (BNODE("1") AS ?c) { VALUES ?x { ${numbers} } }`,
    );
    const nodes = rows.flatMap((row) => [...new Set(row.split(' ').map((part) => part.slice(2)))]);
    expect(nodes).to.have.length(24);
    expect(new Set(nodes).size).to.equal(24);
  });
  it('makes a label of whatever text', async () => {
    const { list } = await openTriG('');
    const [row] = await list('SELECT (BNODE("a b\\n<>") AS ?a) {}');
    expect(row).to.match(/^a=_:[a-z0-9-]+$/);
  });
});
