/** What the grammar's notes forbid about variables. */
import { expect } from 'chai';
import { QueryFault } from '../../../src/store/graph-store.js';
import { parseQuery } from '../../../src/store/parse/parse-query.js';

describe('variables', () => {
  const forbidden = [
    'SELECT ?a (COUNT(*) AS ?n) { ?a ?b ?c }',
    'SELECT ?b { { SELECT ?a (COUNT(*) AS ?n) { ?a ?b ?c } } }',
    'ASK { FILTER EXISTS { SELECT ?a (COUNT(*) AS ?n) { ?a ?b ?c } } }',
    'SELECT (?a + COUNT(*) AS ?n) { ?a ?b ?c } GROUP BY ?b',
    'SELECT ?a { ?a ?b ?c } HAVING (COUNT(*) > 1)',
    'SELECT ?a { ?a ?b ?c } ORDER BY COUNT(*)',
    'SELECT ?a { ?a ?b ?c } GROUP BY ?b',
    'SELECT (123 AS ?z) { ?a ?b ?z } GROUP BY ?z',
    'SELECT (1 AS ?a) { ?a ?b ?c }',
    'SELECT (?a AS ?a) { ?a ?b ?c }',
    'SELECT * { ?a ?b ?c BIND(1 AS ?a) }',
    'SELECT * { GRAPH ?g { ?a ?b ?c } BIND(1 AS ?g) }',
    'SELECT * { VALUES (?a ?a) { (1 1) } }',
  ];
  for (const query of forbidden)
    it(`may not be used so: ${query}`, () => {
      expect(() => parseQuery(query))
        .to.throw(QueryFault)
        .with.property('kind', 'malformed');
    });

  const allowed = [
    'SELECT ?b (COUNT(*) AS ?n) { ?a ?b ?c } GROUP BY ?b HAVING (COUNT(*) > 1) ORDER BY ?n',
    'SELECT (COUNT(?a) AS ?a) { ?a ?b ?c }',
    'SELECT (AVG(?c) AS ?m) (?m * 2 AS ?k) { ?a ?b ?c }',
    'SELECT (1 AS ?x) (?x + 1 AS ?y) {}',
    'SELECT ?x (1 AS ?y) { ?a ?b ?c }',
    'SELECT (STR(?b) AS ?s) { ?a ?b ?c } GROUP BY ?b',
    'SELECT ?k (COUNT(*) AS ?n) { ?a ?b ?c } GROUP BY (STR(?b) AS ?k)',
    'SELECT ?z { { SELECT (COUNT(*) AS ?z) { ?a ?b ?c } } FILTER(?z > 0) }',
    'SELECT * { ?a ?b ?c MINUS { ?a ?b ?x } BIND(1 AS ?x) }',
    'SELECT * { { SELECT ?a { ?a ?b ?c } } BIND(1 AS ?c) }',
  ];
  for (const query of allowed)
    it(`may be used so: ${query}`, () => {
      expect(parseQuery(query).kind).to.equal('bindings');
    });

  it('are named in the fault, with the place', () => {
    expect(() => parseQuery('SELECT ?b\n(COUNT(*) AS ?n) { ?a ?b ?c }')).to.throw(
      QueryFault,
      /^Variable b is neither grouped by/,
    );
  });
});
