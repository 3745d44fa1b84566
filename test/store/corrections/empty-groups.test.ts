/** Nothing is counted as none, wherever the count stands. */
import { expect } from 'chai';
import { openTriG } from '../ask-rows.js';

const none = 'SELECT (COUNT(*) AS ?n) { ?x :none ?y }';

describe('a count of nothing', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['over a pattern', none, ['n="0"^^<xsd:integer>']],
    [
      'over an empty union',
      'SELECT (COUNT(*) AS ?n) { { ?x :none ?y } UNION { ?x :nor ?y } }',
      ['n="0"^^<xsd:integer>'],
    ],
    ['joined with a pattern', `SELECT * { ?s :p ?o { ${none} } }`, ['n="0"^^<xsd:integer> o=b s=a']],
    ['beside a union', `SELECT * { { ${none} } UNION { ?s :p ?o } }`, ['n="0"^^<xsd:integer>', 'o=b s=a']],
    ['in an OPTIONAL', `SELECT * { ?s :p ?o OPTIONAL { ${none} } }`, ['n="0"^^<xsd:integer> o=b s=a']],
    ['with keys gives no row', 'SELECT ?x (COUNT(*) AS ?n) { ?x :none ?y } GROUP BY ?x', []],
  ];
  for (const [what, query, rows] of cases)
    it(what, async () => {
      const { rows: ask } = await openTriG(':a :p :b .');
      expect(await ask(query)).to.deep.equal(rows);
    });
});
