/** Keys of groups, aggregates and BIND may leave their variable without a value, and then it goes together with any. */
import { expect } from 'chai';
import { openTriG } from '../ask-rows.js';

const data = ':a :p :b ; :v 1 , "x" .';

describe('a variable that has no value', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    [
      'as the key of a group',
      '{ VALUES (?s ?o) { (:a 1) (:b 1) } BIND (1 AS ?i) { SELECT ?s (COUNT(*) AS ?n) { VALUES ?x { :a :b } } GROUP BY ?s } }',
      ['a', 'b'].map((s) => `i="1"^^<xsd:integer> n="2"^^<xsd:integer> o="1"^^<xsd:integer> s=${s}`),
    ],
    [
      'as a key that OPTIONAL leaves open',
      '{ ?s :p ?o { SELECT ?o (COUNT(*) AS ?n) { ?x :v ?y OPTIONAL { ?x :q ?o } } GROUP BY ?o } }',
      ['n="2"^^<xsd:integer> o=b s=a'],
    ],
    [
      'as a key beside another',
      '{ VALUES ?k { 1 2 } { SELECT ?k ?s { ?s :p ?o } GROUP BY ?k ?s } }',
      ['k="1"^^<xsd:integer> s=a', 'k="2"^^<xsd:integer> s=a'],
    ],
    [
      'as an aggregate of what has none',
      '{ VALUES ?n { 3 4 } BIND (1 AS ?i) { SELECT (SUM(?y) AS ?n) { VALUES ?y { 1 "x" } } } }',
      ['i="1"^^<xsd:integer> n="3"^^<xsd:integer>', 'i="1"^^<xsd:integer> n="4"^^<xsd:integer>'],
    ],
    [
      'after BIND of an error',
      '{ VALUES ?n { 3 4 } { ?x :v ?y BIND (?y + 2 AS ?n) } }',
      [
        'n="3"^^<xsd:integer> x=a y="1"^^<xsd:integer>',
        'n="3"^^<xsd:integer> x=a y="x"',
        'n="4"^^<xsd:integer> x=a y="x"',
      ],
    ],
    [
      'in a column of SELECT',
      'SELECT ?n { VALUES ?n { 3 4 } { SELECT (?none AS ?n) {} } }',
      ['n="3"^^<xsd:integer>', 'n="4"^^<xsd:integer>'],
    ],
    [
      'in an OPTIONAL',
      '{ VALUES ?n { 3 } OPTIONAL { SELECT ?x (1/0 AS ?n) { ?x :p ?y } } }',
      ['n="3"^^<xsd:integer> x=a'],
    ],
    ['is none to MINUS', '{ VALUES ?n { 3 } MINUS { BIND (1/0 AS ?n) } }', ['n="3"^^<xsd:integer>']],
    ['is none to what has another', '{ VALUES ?n { 3 } { SELECT (COUNT(*) AS ?n) { ?x :v ?y } } }', []],
  ];
  for (const [what, query, rows] of cases)
    it(what, async () => {
      const { rows: ask } = await openTriG(data);
      expect(await ask(query.startsWith('{') ? `SELECT * ${query}` : query)).to.deep.equal(rows);
    });
});
