/** A FILTER takes away what it does not hold for, whatever stands beneath it. */
import { expect } from 'chai';
import { openTriG } from '../ask-rows.js';

const data = ':a :p :b , :c ; :v 1 . :b :p :c ; :v 1.0 . :g { :a :p :b }';
const cases: readonly (readonly [string, string, readonly string[]])[] = [
  ['over VALUES without its variable', 'SELECT * { VALUES ?x { 1 2 } FILTER(?y = 1) }', []],
  [
    'over a branch of a UNION without it',
    'SELECT * { { ?s :v ?v } UNION { ?s :p ?o } FILTER(?v = 1.0) }',
    ['s=a v="1"^^<xsd:integer>', 's=b v="1.0"^^<xsd:decimal>'],
  ],
  ['over a subquery that keeps it to itself', 'SELECT * { { SELECT ?s { ?s :p ?o } } FILTER(?o = :b) }', []],
  ['an IRI is looked up', 'SELECT * { ?s :p ?o FILTER(?o = :b) }', ['o=b s=a']],
  ['from either side', 'SELECT * { ?s :p ?o FILTER(:c = ?o && ?s = :b) }', ['o=c s=b']],
  ['with what else is said', 'SELECT * { ?s :p ?o FILTER(?o = :c && ?s != :b) }', ['o=c s=a']],
  ['two of one variable are two', 'SELECT * { ?s :p ?o FILTER(?o = :c && ?o = :b) }', []],
  [
    'of a variable that may have no value',
    'SELECT * { ?s :v ?v OPTIONAL { ?s :p ?o FILTER(?o = :b) } FILTER(?o = :b) }',
    ['o=b s=a v="1"^^<xsd:integer>'],
  ],
  [
    'an OPTIONAL value is not put in',
    'SELECT * { ?s :v 1.0 OPTIONAL { ?s :p ?o FILTER(?o = :b) } FILTER(!BOUND(?o)) }',
    ['s=b'],
  ],
  [
    'literals are compared by value',
    'SELECT * { ?s :v ?v FILTER(?v = 1) }',
    ['s=a v="1"^^<xsd:integer>', 's=b v="1.0"^^<xsd:decimal>'],
  ],
  ['the name of a graph', 'SELECT * { GRAPH ?g { ?s :p ?o } FILTER(?g = :g) }', ['g=g o=b s=a']],
  [
    'inside of EXISTS',
    'SELECT * { ?s :v ?v FILTER EXISTS { ?s :p ?o FILTER(?o = :b) } }',
    ['s=a v="1"^^<xsd:integer>'],
  ],
  ['a disjunction stays one', 'SELECT * { ?s :p ?o FILTER(?o = :b || ?s = :b) }', ['o=b s=a', 'o=c s=b']],
];

describe('FILTER with =', () => {
  for (const [what, query, wanted] of cases)
    it(what, async () => {
      const { rows: ask } = await openTriG(data);
      expect(await ask(query)).to.deep.equal(wanted);
    });
});
