/** What a subquery does not select is its own: a variable of the same name outside is another one. */
import { expect } from 'chai';
import { openTriG } from '../ask-rows.js';

const data = ':a :p :b , :c ; :q :d . :b :p :c . :c :q :a , :e . :d :p :d . :e :q :f .';

describe('a variable that a subquery keeps to itself', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    [
      'is another than the one outside, in a union',
      'SELECT (COUNT(*) AS ?n) { ?d :p ?b . ?c :q ?a , ?d . { ?c :none ?b } UNION { { SELECT ?a { ?a :p* ?d } } } }',
      ['n="9"^^<xsd:integer>'],
    ],
    [
      'in VALUES, BIND and FILTER',
      '{ ?d :p :b . { ?d :zz ?a } UNION { SELECT ?a { VALUES ?d { 1 2 } BIND (?d + 1 AS ?a) FILTER (?d > 1) } } }',
      ['a="3"^^<xsd:integer> d=a'],
    ],
    [
      'in what is counted and grouped by',
      '{ ?d :p :b . { ?d :zz ?n } UNION { SELECT ?n { { SELECT ?d (COUNT(?x) AS ?n) { ?d :p ?x } GROUP BY ?d } } ORDER BY ?d } }',
      ['d=a n="1"^^<xsd:integer>', 'd=a n="1"^^<xsd:integer>', 'd=a n="2"^^<xsd:integer>'],
    ],
    ['in EXISTS', 'SELECT ?d { ?d :p :c FILTER EXISTS { SELECT ?x { ?d :q ?x } } }', ['d=a', 'd=b']],
    [
      'and what it selects is not',
      '{ ?d :p :b . { SELECT ?d { ?d :p :c . ?x :q ?y } } }',
      ['d=a', 'd=a', 'd=a', 'd=a'],
    ],
  ];
  for (const [what, query, rows] of cases)
    it(what, async () => {
      const { rows: ask } = await openTriG(data);
      expect(await ask(query.startsWith('{') ? `SELECT * ${query}` : query)).to.deep.equal(rows);
    });
});
