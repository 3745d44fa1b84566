/** Look-ups are told from products before either is carried out. */
import { expect } from 'chai';
import { readConfig } from '../../src/config.js';
import { rdf } from '../../src/rdf.js';
import { type EmbeddedStore, openEmbedded } from '../../src/store/embedded.js';
import { parseQuery } from '../../src/store/parse-query.js';

describe('the cost of a query', () => {
  let store: EmbeddedStore;
  before(() => {
    const iri = (name: string) => rdf.namedNode(`http://e/${name}`);
    const quads = Array.from({ length: 1000 }, (_, i) => rdf.quad(iri(`s${i}`), iri(`p${i % 2}`), iri(`o${i % 10}`)));
    store = openEmbedded(quads, readConfig({}));
  });
  const cost = (query: string): number => store.estimate(parseQuery(query));

  it('of a look-up is small, whatever stands around it', () => {
    for (const query of [
      'ASK {}',
      'ASK { <http://e/s1> ?p ?o }',
      'SELECT * { <http://e/s1> ?p ?o . ?s ?p2 <http://e/s1> }',
      'SELECT (COUNT(*) AS ?n) { <http://e/s1> ?p ?o OPTIONAL { <http://e/s2> ?q ?r } } ORDER BY ?n',
    ])
      expect(cost(query), query).to.be.lessThan(3000);
  });
  it('grows with what the patterns match', () => {
    expect(cost('SELECT * { ?s <http://e/p0> ?o }')).to.be.lessThan(cost('SELECT * { ?s ?p ?o }'));
  });
  it('of a product is a product, wherever it stands', () => {
    for (const query of [
      'SELECT * { ?a ?b ?c . ?d ?e ?f }',
      'SELECT * { ?a ?b ?c { SELECT * { ?d ?e ?f } } }',
      'SELECT (COUNT(*) AS ?n) { { ?a ?b ?c } UNION { ?g ?h ?i . ?d ?e ?f } }',
      'SELECT * { ?a ?b ?c OPTIONAL { ?d ?e ?f } }',
      'CONSTRUCT { ?a ?b ?c } { ?a ?b ?c . ?d ?e ?f }',
    ])
      expect(cost(query), query).to.be.greaterThan(500_000);
  });
  it('of a join on a common variable is not', () => {
    expect(cost('SELECT * { ?a ?b ?c . ?a ?e ?f }')).to.be.lessThan(10_000);
  });
  it('of a path between any two things is high', () => {
    expect(cost('SELECT * { ?a <http://e/p0>+ ?b }')).to.be.greaterThan(
      cost('SELECT * { <http://e/s1> <http://e/p0>+ ?b }'),
    );
  });
  it('of FILTER EXISTS counts its inside', () => {
    expect(cost('SELECT * { ?a ?b ?c FILTER EXISTS { ?d ?e ?f . ?g ?h ?i } }')).to.be.greaterThan(500_000);
  });
});
