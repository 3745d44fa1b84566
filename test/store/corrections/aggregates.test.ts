/** What aggregates make of rows in which their expression has no value, and of terms that are no literals. */
import { expect } from 'chai';
import { openTriG } from '../ask-rows.js';

const data = ':a :v 1 , 2 . :b :v 3 , "x" ; :w 1 . :c :v :a , _:n , "y" .';
const rows: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'COUNT passes over unbound variables',
    'SELECT (COUNT(?w) AS ?n) { ?s :v ?v OPTIONAL { ?s :w ?w } }',
    ['n="2"^^<xsd:integer>'],
  ],
  ['COUNT passes over errors', 'SELECT (COUNT(?v + 1) AS ?n) { ?s :v ?v }', ['n="3"^^<xsd:integer>']],
  ['SAMPLE passes over errors', 'SELECT (SAMPLE(?v + 1) AS ?n) { VALUES ?v { "x" 4 :a } }', ['n="5"^^<xsd:integer>']],
  [
    'SUM has no value then',
    'SELECT ?s (SUM(?v) AS ?n) { ?s :v ?v } GROUP BY ?s',
    ['n="3"^^<xsd:integer> s=a', 's=b', 's=c'],
  ],
  ['SUM of an unbound variable has none', 'SELECT (SUM(?w) AS ?n) { VALUES (?v ?w) { (1 2) (2 UNDEF) } }', ['']],
  ['AVG has none', 'SELECT (AVG(?w) AS ?n) { VALUES (?v ?w) { (1 2) (2 UNDEF) } }', ['']],
  ['GROUP_CONCAT has none', 'SELECT (GROUP_CONCAT(?w) AS ?n) { VALUES (?v ?w) { (1 2) (2 UNDEF) } }', ['']],
  ['MIN has none', 'SELECT (MIN(?w) AS ?n) { VALUES (?v ?w) { (1 2) (2 UNDEF) } }', ['']],
  ['MAX of an error has none', 'SELECT (MAX(?v + 1) AS ?n) { VALUES ?v { 1 "x" } }', ['']],
  [
    'one group without a value leaves the others theirs',
    'SELECT ?s (MAX(?v + 0) AS ?n) { ?s :v ?v } GROUP BY ?s',
    ['n="2"^^<xsd:integer> s=a', 's=b', 's=c'],
  ],
  ['MIN takes blank nodes first', 'SELECT (isBlank(MIN(?v)) AS ?n) { :c :v ?v }', ['n="true"^^<xsd:boolean>']],
  ['MAX takes literals last', 'SELECT (MAX(?v) AS ?n) { :c :v ?v }', ['n="y"']],
  ['IRIs have an order', 'SELECT (MIN(?s) AS ?a) (MAX(?s) AS ?z) { ?s :v [] }', ['a=a z=c']],
  [
    'sums of nothing are 0',
    'SELECT (SUM(?x) AS ?s) (AVG(?x) AS ?a) (MIN(?x) AS ?m) { ?x :none [] }',
    ['a="0"^^<xsd:integer> s="0"^^<xsd:integer>'],
  ],
  ['DISTINCT goes by the term', 'SELECT (SUM(DISTINCT ?v) AS ?n) { VALUES ?v { 1 1 1.0 } }', ['n="2"^^<xsd:decimal>']],
];

describe('aggregates', () => {
  for (const [what, query, wanted] of rows)
    it(what, async () => {
      const { rows: ask } = await openTriG(data);
      expect(await ask(query)).to.deep.equal(wanted);
    });
});
